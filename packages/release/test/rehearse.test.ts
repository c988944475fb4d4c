import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rehearse } from '../src/rehearse/rehearse.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The longest a rehearsal may take, with everything to be downloaded. */
const deadlineMs = 480_000;

test(
  'a release from here holds all that is checked, and its rehearsal leaves nothing',
  { timeout: deadlineMs },
  async () => {
    const [resources, folders] = [process.getActiveResourcesInfo(), await rehearsals()];
    const told: string[] = [];
    const checks = await rehearse({ root, print: (line) => told.push(line) });
    expect(checks.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(checks.length).toBeGreaterThan(30);
    expect(told).toContain('changeset publish\n');
    expect(await rehearsals()).toEqual(folders);
    expect(programsAndServers(process.getActiveResourcesInfo())).toEqual(programsAndServers(resources));
  },
);

test('one that is stopped leaves nothing either', async () => {
  const folders = await rehearsals();
  const stop = new AbortController();
  const print = (line: string): void => void (line.startsWith('pnpm install') && stop.abort());
  await expect(rehearse({ root, print, signal: stop.signal })).rejects.toThrow('pnpm was stopped.');
  expect(await rehearsals()).toEqual(folders);
});

async function rehearsals(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('rehearsal-'));
}

function programsAndServers(resources: readonly string[]): string[] {
  return resources.filter((name) => name === 'ProcessWrap' || name === 'TCPServerWrap');
}
