import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { releaseErrorCodes } from '../src/release-error.ts';

test('RELEASING.md tells of every error what to do', async () => {
  const page = await readFile(new URL('../../../RELEASING.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/^\| `(release-[a-z-]+)` +\|/gm)].map(([, code]) => code);
  expect(told).toEqual([...releaseErrorCodes]);
});
