import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { run } from '@webwork-sdk/package-tests';
import { describe, expect, test } from 'vitest';
import { git } from '../src/git.ts';
import { acmeRepository, read, temporaryFolder, write } from './acme-repository.ts';
import { scriptNamed, workflows } from './workflows.ts';

const all = await workflows();

/** Runs a step of a workflow as its host does: in bash, which ends at the first failure. */
async function step(name: string, cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  const settings = { cwd, env, deadlineMs: 30_000 };
  const { code, output } = await run('bash', ['-e', '-c', scriptNamed(all, name)], settings);
  expect(code, output).toBe(0);
}

/** A program called `gh` that knows whether there is a pull request, and notes how it was called. */
async function fakeGh(isProposed: boolean): Promise<{ path: string; calls: () => Promise<string> }> {
  const folder = await temporaryFolder();
  const notes = join(folder, 'calls.txt');
  const create = isProposed ? 'exit 1' : '';
  const script = `#!/bin/sh\necho "$@" >> '${notes}'\nif [ "$2" = create ]; then :; ${create}\nfi\n`;
  await writeFile(join(folder, 'gh'), script);
  await chmod(join(folder, 'gh'), 0o755);
  return {
    path: `${folder}:${process.env['PATH'] ?? ''}`,
    calls: async () => (await readFile(notes, 'utf8')).replaceAll(/\S+\/proposal\//g, ''),
  };
}

/** What a host gives both jobs: a clone each, a folder for what is made, and where outputs go. */
async function host(branch: string, title: string) {
  const [remote, scratch] = [await temporaryFolder(), await temporaryFolder()];
  await git(remote, 'init', '--quiet', '--bare');
  const made = await acmeRepository();
  await git(made, 'push', '--quiet', remote, 'main');
  const proposing = await temporaryFolder();
  await git(proposing, 'clone', '--quiet', '--branch', 'main', remote, '.');
  const env = { RUNNER_TEMP: scratch, GITHUB_OUTPUT: join(scratch, 'output'), BRANCH: branch, TITLE: title };
  return { remote, made, proposing, scratch, env };
}

describe('one pull request', () => {
  test.each([
    ['is opened', false, 'pr create --head release --title Release --body-file text.md\n'],
    [
      'that is there gets the new text',
      true,
      'pr create --head release --title Release --body-file text.md\npr edit release --body-file text.md\n',
    ],
  ])('%s with what the release makes', async (_, isProposed, calls) => {
    const { remote, made, proposing, scratch, env } = await host('release', 'Release');
    await writeFile(join(scratch, 'versions.txt'), '  @acme/client  0.0.0 -> 1.0.0\n');
    await write(made, { 'packages/client/CHANGELOG.md': '# 1.0.0\n', 'logo.bin': 'a\0b' });
    await git(made, 'rm', '--quiet', '.changeset/first.md');
    await step('A patch, and the text of its pull request', made, env);
    expect(await read(scratch, 'proposal/text.md')).toContain(
      '```text\n  @acme/client  0.0.0 -> 1.0.0\n```\n',
    );
    const gh = await fakeGh(isProposed);
    await step('One commit, one pull request', proposing, { ...env, PATH: gh.path });
    expect(await gh.calls()).toBe(calls);
    expect(await git(remote, 'log', '--format=%s by %an', 'main..release')).toBe(
      'Release by github-actions[bot]',
    );
    expect(await git(remote, 'diff', '--name-status', 'main', 'release')).toBe(
      'D\t.changeset/first.md\nA\tlogo.bin\nA\tpackages/client/CHANGELOG.md',
    );
  });

  test.each([
    ['a new document is proposed', { 'spec/openapi.yaml': 'openapi: 3.1.0\n' }, 'changed=true\n'],
    ['the same one is not', {}, 'changed=false\n'],
  ])('%s', async (_, changes, output) => {
    const { made, env, scratch } = await host('spec-update', 'Update');
    await write(scratch, { 'proposal/text.md': '| bump |\n' });
    await write(made, changes);
    await step('A patch, its text the table', made, env);
    expect(await read(scratch, 'output')).toBe(output);
  });
});
