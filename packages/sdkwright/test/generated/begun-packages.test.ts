import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { generate } from '../../src/generate.ts';
import { versions } from '../../src/emit/package/versions.ts';
import hooksManifest from '../../../react-query-core/package.json' with { type: 'json' };
import runtimeManifest from '../../../runtime/package.json' with { type: 'json' };
import { readTree, temporaryFolder, writeFiles } from '../temporary-folder.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const names = ['types', 'client', 'react-query'] as const;

/** A folder of packages with their siblings and dependencies linked, as a workspace would. */
async function generatedWorkspace(): Promise<string> {
  const folder = await temporaryFolder({});
  await generate({ document: here('./acme.yaml'), out: folder, scope: '@acme', targets: names });
  await mkdir(join(folder, 'node_modules/@acme'), { recursive: true });
  await mkdir(join(folder, 'node_modules/@tanstack'));
  await mkdir(join(folder, 'node_modules/@types'));
  const hooks = '../../../react-query-core/node_modules';
  await Promise.all([
    ...names.map((name) => symlink(join(folder, name), join(folder, 'node_modules/@acme', name))),
    symlink(here('../../node_modules/@sdkwright'), join(folder, 'node_modules/@sdkwright')),
    symlink(here(`${hooks}/react`), join(folder, 'node_modules/react')),
    symlink(here(`${hooks}/@types/react`), join(folder, 'node_modules/@types/react')),
    symlink(here(`${hooks}/@tanstack/react-query`), join(folder, 'node_modules/@tanstack/react-query')),
  ]);
  return folder;
}

test('what is generated from nothing builds and runs as it is', { timeout: 60_000 }, async () => {
  const folder = await generatedWorkspace();
  const compiler = here('../../node_modules/typescript-7/bin/tsc');
  for (const name of names) {
    const built = run(process.execPath, [compiler, '-p', join(folder, name)], { timeout: 50_000 });
    await expect(built).resolves.toEqual({ stdout: '', stderr: '' });
  }
  await writeFiles(folder, {
    'run.mjs': `import { Acme, ApiError } from '@acme/client';
import { taskPriorityValues } from '@acme/types';
import { getTasks } from '@acme/client/tasks';
const fetch = async (url) => Response.json({ success: true, data: [], url });
const acme = new Acme({ token: 't', account: 1, fetch, baseUrl: 'https://example.com' });
console.log(typeof ApiError, typeof getTasks, taskPriorityValues.length > 0);
console.log((await acme.tasks.list({ status: ['open'] }).envelope()).url);
`,
  });
  const { stdout } = await run(process.execPath, [join(folder, 'run.mjs')], { timeout: 20_000 });
  expect(stdout).toMatch(/^function function true\nhttps:\/\/example\.com\/tasks\?/);
});

test('a package is begun once: from then on it is its owner’s', async () => {
  const folder = await temporaryFolder({});
  const options = { document: here('./acme.yaml'), out: folder, scope: '@acme', targets: ['types'] } as const;
  await generate(options);
  await writeFiles(folder, { 'types/package.json': '{}', 'types/src/index.ts': 'export {};' });
  const before = await readTree(folder);
  await generate(options);
  expect(await readTree(folder)).toEqual(before);
});

test('a new package asks for what the toolkit needs', () => {
  expect(versions.node).toBe(runtimeManifest.engines.node);
  expect(versions.react).toBe(hooksManifest.peerDependencies.react);
  expect(versions.reactQuery).toBe(hooksManifest.peerDependencies['@tanstack/react-query']);
});
