import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@webwork-sdk/package-tests';
import { generate } from 'sdkwright';
import { expect, test } from 'vitest';
import { copyFiles } from '../../src/copy-repository.ts';
import { temporaryFolder } from '../acme-repository.ts';
import { webworkOptionsIn } from '../../../../scripts/webwork-options.ts';

const here = fileURLToPath(new URL('../../../../', import.meta.url));

interface Task {
  readonly taskId: string;
  /** Of all that it depends on: what it gave is taken from the cache as long as this stays the same. */
  readonly hash: string;
  readonly command: string;
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

/** What `pnpm build`, `pnpm test` and CI let turbo run in a repository. */
async function tasksOf(root: string): Promise<Task[]> {
  const names = ['build', 'typecheck', 'test', 'test:repository'];
  const args = ['exec', 'turbo', '--cwd', root, 'run', ...names, '--dry=json'];
  const env = { TURBO_TELEMETRY_DISABLED: '1' };
  const { code, stdout, output } = await run('pnpm', args, { cwd: here, env, deadlineMs: 30_000 });
  expect(code, output).toBe(0);
  const { tasks }: { readonly tasks: readonly Task[] } = JSON.parse(stdout);
  return tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}

async function hashes(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await tasksOf(root)).map(({ taskId, hash }) => [taskId, hash]));
}

test('every task may be served from the cache', async () => {
  const uncached = (await tasksOf(here)).filter((task) => !task.resolvedTaskDefinition.cache);
  expect(uncached.map(({ taskId }) => taskId)).toEqual([]);
});

test('an edited description runs again what is made of it, and nothing else', async () => {
  const root = await temporaryFolder();
  await copyFiles(here, root);
  const before = await hashes(root);
  await describeAnew(root, 'The active workspaces of the caller.');
  const after = await hashes(root);
  const again = [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task);
  // The four packages that it is printed in, and what is compiled, bundled, packed, rendered or served from those.
  expect(again.toSorted()).toEqual([
    '@sdkwright/mock#test',
    '@webwork-sdk/bench#test',
    '@webwork-sdk/bench#typecheck',
    '@webwork-sdk/client#build',
    '@webwork-sdk/client#typecheck',
    '@webwork-sdk/contract-tests#test',
    '@webwork-sdk/contract-tests#typecheck',
    '@webwork-sdk/docs#site',
    '@webwork-sdk/docs#test',
    '@webwork-sdk/mock#build',
    '@webwork-sdk/mock#test',
    '@webwork-sdk/mock#typecheck',
    '@webwork-sdk/package-tests#test',
    '@webwork-sdk/package-tests#typecheck',
    '@webwork-sdk/platform-tests#test',
    '@webwork-sdk/platform-tests#typecheck',
    '@webwork-sdk/react-query#build',
    '@webwork-sdk/react-query#typecheck',
    '@webwork-sdk/readme-tests#test',
    '@webwork-sdk/readme-tests#typecheck',
    '@webwork-sdk/release#test:repository',
    '@webwork-sdk/scripts#typecheck',
    '@webwork-sdk/spec-tests#test',
    '@webwork-sdk/types#build',
    '@webwork-sdk/types#typecheck',
    'list-viewers#test',
    'list-viewers#typecheck',
    'viewers-console#test',
    'viewers-console#typecheck',
  ]);
});

/** Edits a description of the document, and generates. */
async function describeAnew(root: string, description: string): Promise<void> {
  const document = join(root, 'spec', 'openapi.yaml');
  const text = await readFile(document, 'utf8');
  expect(text.split(description).length).toBe(2);
  await writeFile(document, text.replace(description, `${description} All of them.`));
  await generate(webworkOptionsIn(root));
}
