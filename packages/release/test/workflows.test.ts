import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from '@webwork-sdk/package-tests';
import { describe, expect, test } from 'vitest';
import { scriptsOf, workflows, type Job } from './workflows.ts';

const all = await workflows();
const jobs = all.flatMap(({ file, jobs: own }) =>
  Object.entries(own).map(([name, job]) => ({ where: `${file} ${name}`, job })),
);

test('what each workflow may write, and nothing more', () => {
  const writing = jobs.flatMap(({ where, job }) => {
    const named = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write');
    return named.length === 0 ? [] : [`${where}: ${named.map(([name]) => name).join(', ')}`];
  });
  expect(writing).toEqual([
    'propose.yml propose: contents, pull-requests',
    'release.yml propose: contents, pull-requests',
    'release.yml publish: contents, id-token',
    'spec-update.yml propose: contents, pull-requests',
  ]);
  for (const { file, permissions } of all)
    expect([file, permissions]).toEqual([file, Object(permissions).contents ? { contents: 'read' } : {}]);
});

describe.each(jobs)('$where', ({ job }) => {
  const writes = Object.values(job.permissions ?? {}).includes('write');
  const steps = job.steps ?? [];

  test('ends some time', () => {
    expect(job.uses ?? job['timeout-minutes']).toEqual(expect.anything());
  });

  test('runs actions at commits, with their versions beside', () => {
    const uses = steps.flatMap((step) => (step.uses === undefined ? [] : [step.uses]));
    expect(uses.filter((action) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    const { text } = all.find(({ jobs: own }) => Object.values(own).includes(job)) ?? { text: '' };
    for (const action of uses) expect(text).toMatch(new RegExp(`- uses: ${action} # v\\d+\\.\\d+\\.\\d+\\n`));
  });

  test('keeps no credentials where it may not write', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    const kept = checkouts.filter((step) => step.with?.['persist-credentials'] !== false);
    expect(kept.length > 0).toBe(writes && checkouts.length > 0);
  });

  // By themselves they would look for a pnpm that is not there yet.
  test('sets Node up without a cache of packages', () => {
    const setups = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(setups.map((step) => step.with?.['package-manager-cache'])).toEqual(setups.map(() => false));
  });

  test('runs scripts that are shell, and that nobody outside writes into', async () => {
    for (const script of scriptsOf(job)) {
      expect(script).not.toContain('${{');
      const { output } = await run('bash', ['-n', '-c', script], { cwd: '/', deadlineMs: 10_000 });
      expect(output).toBe('');
    }
  });

  test('runs commands that are there', async () => {
    expect(await missingCommands(job)).toEqual([]);
  });
});

test('what may write contents runs no code of the repository, but for publishing', () => {
  const running = jobs.filter(({ job }) => scriptsOf(job).some((script) => /npx|node|pnpm/.test(script)));
  const writing = running.filter(({ job }) => job.permissions?.['contents'] === 'write');
  expect(writing.map(({ where }) => where)).toEqual(['release.yml publish']);
});

test('an action is the same everywhere', () => {
  const used = jobs.flatMap(({ job }) => (job.steps ?? []).flatMap(({ uses }) => uses ?? []));
  const commits = new Set(used);
  const names = new Set([...commits].map((action) => action.split('@')[0]));
  expect(commits.size).toBe(names.size);
});

test('the files of workflows that are called are there', () => {
  const called = jobs.flatMap(({ job }) => (job.uses === undefined ? [] : [job.uses]));
  const there = all.map(({ file }) => `./.github/workflows/${file}`);
  expect(called.length).toBeGreaterThan(0);
  expect(called.filter((path) => !there.includes(path))).toEqual([]);
});

/** `pnpm` commands that are neither of pnpm nor scripts of the package they are for. */
async function missingCommands(job: Job): Promise<string[]> {
  const commands = scriptsOf(job).flatMap((script) => [
    ...script.matchAll(/pnpm@12 (?:--silent )?(?:--filter (\S+) )?(?:run )?([\w:-]+)/g),
  ]);
  const missing = await Promise.all(
    commands.map(async ([text, filter, name = '']) => {
      const folder = filter === undefined ? '' : `packages/${filter}/`;
      const manifest = new URL(`../../../${folder}package.json`, import.meta.url);
      const { scripts }: { scripts: object } = JSON.parse(await readFile(fileURLToPath(manifest), 'utf8'));
      return name === 'install' || Object.hasOwn(scripts, name) ? [] : [text];
    }),
  );
  return missing.flat();
}
