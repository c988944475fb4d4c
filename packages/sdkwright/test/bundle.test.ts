import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { noticesOf } from '../build/notices.ts';
import manifest from '../package.json' with { type: 'json' };

const dist = new URL('../dist/', import.meta.url);
const names = (await readdir(dist)).filter((name) => name.endsWith('.js'));
const chunks = await Promise.all(names.map((name) => readFile(new URL(name, dist), 'utf8')));
const code = chunks.join('\n');

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

test('what the bundle imports is what a user installs', () => {
  const imported = found(code, /^(?:import|export) (?:[^'"]+ from )?"([^".][^"]*)";$/gm);
  const isOfNode = (name: string): boolean => builtinModules.includes(name.replace('node:', ''));
  expect(imported.filter((name) => !isOfNode(name))).toEqual(['oxfmt', 'typescript']);
  expect(Object.keys(manifest.dependencies)).toEqual(['oxfmt', 'typescript', 'yaml']);
});

test('every package in the bundle has its notice', async () => {
  const notices = await readFile(new URL('THIRD-PARTY-NOTICES.md', dist), 'utf8');
  // The bundler says above each module where it is from.
  const bundled = found(code, /^ *\/\/ .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/gm);
  expect(bundled).toContain('@hey-api/shared');
  expect(found(notices, /^## (\S+) \d/gm)).toEqual(expect.arrayContaining(bundled));
});

test('a notice has the licence and its text, where the package has one', () => {
  const packages = [
    { name: 'a', version: '1.0.0', license: 'MIT', text: 'Copyright (c) A\n' },
    { name: 'b', version: '2.0.0', license: 'ISC', text: undefined },
  ];
  expect(noticesOf(packages)).toBe(
    [
      '# Packages that are part of sdkwright\n',
      '## a 1.0.0\n\nMIT\n\n```text\nCopyright (c) A\n```\n',
      '## b 2.0.0\n\nISC\n',
    ].join('\n'),
  );
});
