import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { platforms } from '../src/platforms.ts';
import type { Findings } from '../src/program.ts';

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock();
  folder = await mkdtemp(join(tmpdir(), 'platforms-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

const want = {
  listed: [100, 201],
  walked: [100, 201],
  created: 'viewer@example.com',
  notFound: ['api', 404, expect.stringMatching(/An error occurred.* POST URL$/)],
  aborted: 'abort',
  refused: 'connection',
} satisfies Findings;

test.each(Object.entries(platforms))('the client does on %s what it does everywhere', async (_name, run) => {
  mock.clear();
  expect(await run(folder, mock.url, 'program')).toEqual(want);
  expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
});
