import { expect, test } from 'vitest';
import { entryPoints } from '../src/entry-points.ts';

const target = (path: string): object => ({ types: path.replace('.js', '.d.ts'), default: path });

test('the root, named entries, and a pattern filled in from the files', () => {
  const exports = {
    '.': target('./dist/index.js'),
    './openapi': target('./dist/openapi.js'),
    './*': target('./dist/groups/*.js'),
    './package.json': './package.json',
  };
  const files = [
    'dist',
    'dist/index.js',
    'dist/groups',
    'dist/groups/tasks.js',
    'dist/groups/tasks.d.ts',
    'dist/groups/leaves.js',
  ];
  expect(entryPoints({ name: '@acme/client', version: '1.0.0', exports }, files)).toEqual([
    '@acme/client',
    '@acme/client/openapi',
    '@acme/client/leaves',
    '@acme/client/tasks',
  ]);
});

test('a package without exports has none', () => {
  expect(entryPoints({ name: 'acme', version: '1.0.0' }, ['index.js'])).toEqual([]);
});
