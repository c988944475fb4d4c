import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withTypescriptByRequire } from '../src/typescript-by-require.ts';

/** A module that imports TypeScript as the engines do. From there, nothing leads to a package. */
function importing(name: string): string {
  return `data:text/javascript,import ts from 'typescript'; export { ts as ${name} };`;
}

test('what is loaded meanwhile gets the TypeScript that require gives', async () => {
  const loaded: unknown = await withTypescriptByRequire(() => import(importing('first')));
  expect(Reflect.get(Object(loaded), 'first')).toBe(createRequire(import.meta.url)('typescript'));
});

test('what is loaded later does not', async () => {
  await withTypescriptByRequire(() => Promise.resolve());
  await expect(import(importing('second'))).rejects.toThrow('typescript');
});
