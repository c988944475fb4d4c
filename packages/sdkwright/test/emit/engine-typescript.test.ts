import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import typescript from '../../src/emit/types/engine-typescript.ts';
import { withTypescript } from '../../src/emit/types/with-typescript.ts';

const engine = fileURLToPath(new URL('../../node_modules/openapi-typescript/dist/', import.meta.url));

/** `factory.createToken` for each `ts.factory.createToken` of the files that are loaded. */
function askedFor(): string[] {
  const folders = ['lib/', 'transform/'].map((folder) => `${engine}${folder}`);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}${name}`));
  const modules = files.filter((file) => /(?<!redoc)\.mjs$/.test(file));
  const uses = modules.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/(?<![\w/.=-])ts\.((?:factory\.|SyntaxKind\.)?\w+)/g),
  ]);
  return [...new Set(uses.flatMap(([, name]) => name ?? []))].toSorted();
}

function isGiven(name: string): boolean {
  let value: unknown = typescript;
  for (const field of name.split('.')) value = Reflect.get(Object(value), field);
  return value !== undefined;
}

const turnedOff = [
  // Printing, which is ours.
  'NewLineKind',
  'ScriptKind',
  'createPrinter',
  // `enum`, `enumValues` and `makePathsEnum`.
  'NodeFlags',
  'SyntaxKind.SingleLineCommentTrivia',
  'factory.createArrayLiteralExpression',
  'factory.createEnumDeclaration',
  'factory.createEnumMember',
  'factory.createVariableDeclaration',
  'factory.createVariableDeclarationList',
  'factory.createVariableStatement',
  // `arrayLength` and `immutable`.
  'factory.createRestTypeNode',
  'factory.createTypeOperatorNode',
];

test('openapi-typescript asks for nothing else, but for what its options turn off', () => {
  const missing = askedFor().filter((name) => !isGiven(name));
  expect(missing.toSorted()).toEqual(turnedOff.toSorted());
});

/** A module that imports TypeScript as the engine does. From there, nothing leads to a package. */
function importing(name: string): string {
  return `data:text/javascript,import ts from 'typescript'; export { ts as ${name} };`;
}

test('what is loaded meanwhile is given this in the place of TypeScript', async () => {
  const loaded: unknown = await withTypescript(() => import(importing('first')));
  expect(Reflect.get(Object(loaded), 'first')).toBe(typescript);
});

test('what is loaded later is not', async () => {
  await withTypescript(() => Promise.resolve());
  await expect(import(importing('second'))).rejects.toThrow('typescript');
});
