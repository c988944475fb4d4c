import { readFile } from 'node:fs/promises';
import { withRules } from 'sdkwright';
import { expect, test } from 'vitest';

const versioning = new URL('../../../docs/VERSIONING.md', import.meta.url);

test('docs/VERSIONING.md has every rule of the diff; else run `pnpm run docs`', async () => {
  const text = await readFile(versioning, 'utf8');
  expect(text).toBe(withRules(text));
});
