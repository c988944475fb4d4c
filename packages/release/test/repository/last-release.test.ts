import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from 'sdkwright';
import { expect, test } from 'vitest';
import { pendingChangesets } from '../../src/pending-changesets.ts';
import { compileConsumers } from '../../src/update/consumer-errors.ts';
import { hasConsumers, keepConsumers } from '../../src/update/last-release.ts';
import { temporaryFolder, write } from '../acme-repository.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

// An update of the document is held to this before it is written; a change of an emitter is held to it here.
test('who wrote for the last release still compiles, or a changeset says major', async () => {
  const errors = (await hasConsumers(root)) ? await compileConsumers({ root, print: () => {} }) : [];
  const majors = (await pendingChangesets(root)).flatMap((changeset) => changeset.majors);
  expect(errors.filter((error) => !majors.includes(`@webwork-sdk/${error.package}`))).toEqual([]);
});

test('the programs of a release take the place of those before', async () => {
  const folder = await temporaryFolder();
  await write(folder, {
    'packages/last-release/src/generated/client/old.ts': 'export {};\n',
    'api.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Acme', version: '1' },
      servers: [{ url: 'https://acme.example.com' }],
      paths: { '/tasks': { get: { operationId: 'getTasks', tags: ['Tasks'], responses: {} } } },
    }),
  });
  const document = join(folder, 'api.json');
  const { model } = await compare({ document, out: folder, scope: '@acme', targets: [] });
  await keepConsumers(folder, model);
  const kept = join(folder, 'packages/last-release/src/generated/client');
  expect(await readFile(join(kept, 'tasks.ts'), 'utf8')).toContain('export async function useGetTasks(');
  await expect(readFile(join(kept, 'old.ts'))).rejects.toThrow('ENOENT');
});
