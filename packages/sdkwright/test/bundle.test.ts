import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { noticesOf } from '../build/notices.ts';
import manifest from '../package.json' with { type: 'json' };
import { temporaryFolder } from './temporary-folder.ts';

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

/** Runs the bundle in a Node that refuses to load TypeScript. */
async function withoutCompiler(...command: string[]): Promise<void> {
  const refusing = `import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => {
      if (url.includes('/typescript/')) throw new Error('The compiler is loaded.');
      return next(url, context);
    } });`;
  const hooks = `data:text/javascript,${encodeURIComponent(refusing)}`;
  const bin = fileURLToPath(new URL('bin.js', dist));
  await promisify(execFile)(process.execPath, ['--import', hooks, bin, ...command], { timeout: 45_000 });
}

test('it can be required, for nothing in it waits while it loads', () => {
  const require = createRequire(import.meta.url);
  expect(require(fileURLToPath(new URL('index.js', dist)))).toHaveProperty('generate');
});

test('what generates loads no compiler, what reads a program does', async () => {
  const document = fileURLToPath(new URL('generated/acme.yaml', import.meta.url));
  const out = await temporaryFolder({});
  await withoutCompiler('generate', document, '--out', out, '--scope', '@acme');
  expect(await readdir(out)).toEqual(['client', 'react-query', 'types']);
  await expect(withoutCompiler('impact', out, '--to', document)).rejects.toThrow('The compiler is loaded.');
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
