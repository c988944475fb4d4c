import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, updateDocument, type Diagnostic } from 'sdkwright';
import { expect, onTestFinished, test } from 'vitest';
import { copyFiles } from '../../src/copy-repository.ts';
import { git } from '../../src/git.ts';
import { pendingChangesets } from '../../src/pending-changesets.ts';
import { keepConsumers } from '../../src/update/last-release.ts';
import { proveUpdate } from '../../src/update/prove-update.ts';
import { commit, temporaryFolder, write } from '../acme-repository.ts';
import { successor } from './successors.ts';
import { webworkOptionsIn } from '../../../../scripts/webwork-options.ts';

const here = fileURLToPath(new URL('../../../../', import.meta.url));

/** The longest a proof may take: it installs, builds, and runs the contract tests. */
const deadlineMs = 240_000;

/** A copy of this repository after a release, with a program of a consumer that no update may break unsaid. */
async function released(): Promise<string> {
  const root = await temporaryFolder();
  await copyFiles(here, root);
  for (const { path } of await pendingChangesets(root)) await rm(join(root, path));
  await keepConsumers(root, (await compare(webworkOptionsIn(root))).model);
  await write(root, {
    'packages/last-release/src/generated/client/old.ts':
      "import { WebWork } from '@webwork-sdk/client';\nexport const gone = new WebWork({ token: '' }).gone;\n",
  });
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'config', 'user.name', 'Acme');
  await git(root, 'config', 'user.email', 'acme@example.com');
  await commit(root);
  return root;
}

test(
  'a hostile update that breaks a program of the last release unsaid is refused for that',
  { timeout: deadlineMs },
  async () => {
    const root = await released();
    const steps: string[] = [];
    const found: Diagnostic[] = [];
    const next = join(await temporaryFolder(), 'next.yaml');
    await write(join(next, '..'), { 'next.yaml': await successor('hostile') });
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    // What this repository built is a hit in its copy, as it is for whoever updates.
    const env = { TURBO_CACHE_DIR: join(here, '.turbo', 'cache') };
    const context = { root, print: (line: string) => void steps.push(line), signal: stop.signal, env };
    const refused = updateDocument({
      ...webworkOptionsIn(root),
      to: next,
      root,
      prove: async (update) => {
        found.push(...(await proveUpdate({ ...context, document: 'spec/openapi.yaml' }, update)));
        return found;
      },
    });
    await expect(refused).rejects.toThrow(
      /^error update-breaks-unsaid: consumers of client stop compiling, and the diff gives it a minor:\n {4}src\/generated\/client\/old\.ts\(2,\d+\): error TS2339: Property 'gone' does not exist/,
    );
    // Hostile as it is, nothing else was wrong: it compiles, and all its calls come through. The linter warns of HTML.
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['document-lint', 'warning'],
      ['update-breaks-unsaid', 'error'],
    ]);
    expect(steps.at(-1)).toBe('pnpm --filter @webwork-sdk/contract-tests run test\n');
    expect(await git(root, 'status', '--porcelain')).toBe('');
  },
);

test('a document with faults of OpenAPI is refused before anything is built', async () => {
  const root = await temporaryFolder();
  await copyFiles(here, root);
  await git(root, 'init', '--quiet');
  const steps: string[] = [];
  const next = join(await temporaryFolder(), 'next.yaml');
  const faulty = (await successor('additive')).replace(
    'schema: { type: boolean }',
    'shema: { type: boolean }',
  );
  await write(join(next, '..'), { 'next.yaml': faulty });
  const context = { root, print: (line: string) => void steps.push(line), document: 'spec/openapi.yaml' };
  const refused = updateDocument({
    ...webworkOptionsIn(root),
    to: next,
    root,
    prove: (update) => proveUpdate(context, update),
  });
  await expect(refused).rejects.toThrow(
    /error document-lint: Property `shema` is not expected here\. \(struct\)\n {2}at spec\/openapi\.yaml #\/paths\//,
  );
  expect(steps).toEqual(['lint\n']);
});
