import { readdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rehearse } from '../../src/rehearse/rehearse.ts';
import { temporaryFolder } from '../acme-repository.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The longest a rehearsal may take, with everything to be downloaded. */
const deadlineMs = 480_000;

test(
  'a release from here holds all that is checked, and leaves nothing',
  { timeout: deadlineMs },
  async () => {
    const [scratch, before] = [await temporaryFolder(), programsAndServers()];
    const told: string[] = [];
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/sdk' };
    const checks = await rehearse({ root, env, print: (line) => told.push(line) }, scratch);
    expect(checks.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(checks.length).toBeGreaterThan(30);
    expect(told).toContain('changeset publish\n');
    expect(await readdir(scratch)).toEqual([]);
    expect(programsAndServers()).toEqual(before);
  },
);

test('one that is stopped leaves nothing either', async () => {
  const [scratch, before] = [await temporaryFolder(), programsAndServers()];
  const stop = new AbortController();
  const print = (line: string): void => {
    if (line.startsWith('pnpm install')) stop.abort();
  };
  const stopped = rehearse({ root, print, signal: stop.signal }, scratch);
  await expect(stopped).rejects.toThrow('pnpm was stopped.');
  expect(await readdir(scratch)).toEqual([]);
  expect(programsAndServers()).toEqual(before);
});

/** What would go on when this process has nothing more to do. */
function programsAndServers(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => name === 'ProcessWrap' || name === 'TCPServerWrap');
}
