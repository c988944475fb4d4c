import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tarballName } from '../src/consumer-project.ts';
import { lowestNode, publishedPackages, runsOn, type Manifest } from '../src/workspace.ts';

const needing = (node: string): Manifest => ({ name: 'acme', version: '1.0.0', engines: { node } });

test('every package that is not private is published', async () => {
  const root = await mkdtemp(join(tmpdir(), 'workspace-'));
  for (const manifest of [{ name: 'b' }, { name: 'a' }, { name: 'c', private: true }]) {
    await mkdir(join(root, 'packages', manifest.name), { recursive: true });
    await writeFile(join(root, 'packages', manifest.name, 'package.json'), JSON.stringify(manifest));
  }
  const found = await publishedPackages(root, {
    packages: ['packages/*', 'examples/*'],
    catalog: {},
    catalogs: {},
  });
  expect(found).toEqual([
    { folder: join(root, 'packages', 'a'), manifest: { name: 'a' } },
    { folder: join(root, 'packages', 'b'), manifest: { name: 'b' } },
  ]);
  await rm(root, { recursive: true });
});

const versions = [
  { need: '>=20.19', have: '20.19.0', want: true },
  { need: '>=20.19', have: '20.18.9', want: false },
  { need: '>=20.19', have: '24.0.0', want: true },
  { need: '>=24.18.1', have: '24.18.0', want: false },
  { need: '>=24.18.1', have: '24.18.1', want: true },
];

test.each(versions)('$need on $have: $want', ({ need, have, want }) => {
  expect(runsOn(needing(need), have)).toBe(want);
});

test('the lowest version of a range', () => {
  expect(lowestNode(needing('>=20.19'))).toBe('20.19.0');
  expect(() => lowestNode(needing('^20'))).toThrow(
    'acme: engines.node is "^20", expected a range like ">=20.19".',
  );
});

test('tarballs are named as npm names them', () => {
  expect(tarballName({ name: '@acme/client', version: '1.2.3' })).toBe('acme-client-1.2.3.tgz');
  expect(tarballName({ name: 'acme', version: '1.2.3' })).toBe('acme-1.2.3.tgz');
});
