import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets, updateDocument, type UpdateResult } from 'sdkwright';
import { describe, expect, test } from 'vitest';
import { pendingChangesets } from '../../src/pending-changesets.ts';
import { temporaryFolder, write } from '../acme-repository.ts';
import { successor } from './successors.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What `pnpm spec:update --dry-run` would find. */
async function update(text: string): Promise<UpdateResult> {
  const next = join(await temporaryFolder(), 'next.yaml');
  await writeFile(next, text);
  return await updateDocument({
    document: join(root, 'spec', 'openapi.yaml'),
    overlay: join(root, 'spec', 'overlay.yaml'),
    to: next,
    root,
    out: join(root, 'packages'),
    scope: '@webwork-sdk',
    name: 'WebWork',
    targets: targets.filter((target) => target !== 'provenance'),
    dryRun: true,
  });
}

describe('a successor of the present document', () => {
  test.each([
    ['additive', 'input-added', { types: 'minor', client: 'minor', 'react-query': 'minor' }],
    ['breaking', 'request-type-changed', { types: 'major', client: 'major', 'react-query': 'major' }],
    ['renaming', 'operation-renamed', { types: 'major', client: 'major', 'react-query': 'major' }],
    ['moving', 'input-moved', { types: 'patch', client: 'patch', 'react-query': 'none' }],
    ['hostile', 'input-added', { types: 'minor', client: 'minor', 'react-query': 'minor' }],
    ['documenting', 'operation-described', { types: 'patch', client: 'patch', 'react-query': 'patch' }],
  ] as const)('%s', async (name, kind, bumps) => {
    const { diff, changesets } = await update(await successor(name));
    expect(diff.changes.map((change) => change.kind)).toContain(kind);
    expect(diff.bumps).toEqual(bumps);
    const told = changesets.filter(({ content }) => content.startsWith('---\n"@webwork-sdk/client"'));
    expect(told.map(({ content }) => content.split('"')[2]?.match(/\w+/)?.[0])).toContain(bumps.client);
  });

  test('hostile words are heads of no changeset, and no path', async () => {
    const { changesets } = await update(await successor('hostile'));
    const root = await temporaryFolder();
    await write(root, Object.fromEntries(changesets.map(({ path, content }) => [path, content])));
    const pending = await pendingChangesets(root);
    expect(pending.flatMap(({ packages }) => packages).toSorted()).toEqual([
      '@webwork-sdk/client',
      '@webwork-sdk/mock',
      '@webwork-sdk/react-query',
      '@webwork-sdk/types',
      '@webwork-sdk/types',
    ]);
    expect(pending.flatMap(({ majors }) => majors)).toEqual([]);
  });

  test.each([
    ['that is cut off', async () => (await present()).slice(0, 40_000), /^error /],
    ['that is a page', async () => '<!doctype html><title>Sign in</title>', /^error document-/],
    [
      'that renames what the overlay names',
      () => successor('misnaming'),
      /^error extension-invalid: x-sdk\.cacheEffects\.invalidates of POST \/members names "getProjectViewers"/,
    ],
    [
      'of another API',
      async () =>
        (await present())
          .replace('title: WebWork Tracker REST API V2', 'title: Another')
          .replaceAll('api.webwork-tracker.com', 'api.example.com'),
      /^error document-other/,
    ],
    [
      'that is older',
      async () => (await present()).replace('version: "2.0.0"', 'version: "1.9.0"'),
      /^error document-older/,
    ],
  ])('%s is refused', async (_name, text, message) => {
    await expect(text().then(update)).rejects.toThrow(message);
  });
});

async function present(): Promise<string> {
  return await readFile(join(root, 'spec', 'openapi.yaml'), 'utf8');
}
