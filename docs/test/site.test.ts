import { execFile } from 'node:child_process';
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { brokenLinks } from '../src/broken-links.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = here('../.vitepress/dist/');

test('every link leads somewhere, to a heading where it names one', async () => {
  expect(await brokenLinks(dist)).toEqual([]);
});

test('every example and every signature of the operations compiles', async () => {
  const folder = here('../.workbench/examples/');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for await (const path of glob('operations/*/*.md', { cwd: dist })) {
    const text = await readFile(join(dist, path), 'utf8');
    const blocks = [...text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)];
    expect(blocks.length, path).toBeGreaterThanOrEqual(3);
    for (const [index, [, language, code = '']] of blocks.entries())
      await writeFile(join(folder, `${path.replaceAll(/\W/g, '-')}-${index}.${language}`), code);
    await writeFile(join(folder, `${path.replaceAll(/\W/g, '-')}-signature.ts`), signatureModule(text));
  }
  await cp(here('examples.tsconfig.json'), join(folder, 'tsconfig.json'));
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const compiled = run(process.execPath, [compiler, '-p', folder], { timeout: 50_000 });
  await expect(compiled).resolves.toEqual({ stdout: '', stderr: '' });
});

test('llms.txt names every page, and each is there as Markdown', async () => {
  const text = await readFile(join(dist, 'llms.txt'), 'utf8');
  expect(text).toMatch(/^# WebWork SDK and sdkwright\n\n> One OpenAPI document/);
  const named = [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, address = '']) => address);
  expect(named).toContain('/operations/project-viewers/getProjectViewers.md');
  expect(named).toContain('/packages/client.md');
  expect(text).toContain('(/skills/client.md): Call the WebWork Tracker REST API V2 from TypeScript');
  for (const address of named)
    expect(await readFile(join(dist, address), 'utf8'), address).toMatch(/^(?:<!--|---|# )/);
});

/** A module that compiles if the method of a page is what its signature says. */
function signatureModule(page: string): string {
  const signature =
    /^```typescript\n([\w.]+)\(\n {2}(input\??: \w+),\n([^]*?)\): ((\w+)<[^]*?\n>)\n```$/m.exec(page);
  const [, method = '', input = '', options = '', returned = '', call = ''] = signature ?? [];
  const types = new Set(`${input} ${returned}`.match(/\b[A-Z]\w+(?:Input|Result|Error|Response)\b/g));
  return `import type { CallOptions, ${call}, WebWork } from '@webwork-sdk/client';
import type { ${[...types].join(', ')} } from '@webwork-sdk/types';
declare const webwork: WebWork;
type Told = (${input}, ${options}) => ${returned};
type Both<A, B> = [A, B] extends [B, A] ? true : false;
export const isTold: Both<typeof ${method}, Told> = true;
export const isOptional: [] extends Parameters<typeof ${method}> ? true : false = ${input.startsWith('input?')};
`;
}
