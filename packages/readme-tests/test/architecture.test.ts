import { glob } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDocument } from '../src/documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const architecture = await readDocument(root, 'ARCHITECTURE.md');

test('ARCHITECTURE.md draws every package and every example', async () => {
  const folders: string[] = [];
  for await (const path of glob('{packages,examples}/*/package.json', { cwd: root }))
    folders.push(dirname(path).replace(/^.*[\\/]/, ''));
  const drawn = [...architecture.matchAll(/^ {2}([a-z0-9-]+)\/ /gm)].map(([, folder]) => folder);
  expect(drawn.toSorted()).toEqual(folders.toSorted());
});

test('ARCHITECTURE.md says of every dependency which version it is and why', async () => {
  const workspace = await readDocument(root, 'pnpm-workspace.yaml');
  const catalog = workspace.slice(workspace.indexOf('\ncatalog:'), workspace.indexOf('\ncatalogs:'));
  const wanted = [...catalog.matchAll(/^ {2}'?([^':\s]+)'?: (\S+)$/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  const told = [...architecture.matchAll(/^\| (\S+) +\| (\d\S*) +\|.*\| [^|]*\w[^|]* \|$/gm)].map(
    ([, name, version]) => [name, version],
  );
  expect(told).toEqual(wanted);
});
