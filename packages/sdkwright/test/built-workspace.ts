import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '../src/generate.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const names = ['types', 'client', 'react-query'] as const;

/**
 * The packages of a document, generated and built in a folder with their siblings and dependencies linked, as a
 * workspace would. Rejects with what the compiler says against them.
 */
export async function builtWorkspace(document: string): Promise<string> {
  const folder = await temporaryFolder({});
  await generate({ document, out: folder, scope: '@acme', targets: names });
  await mkdir(join(folder, 'node_modules/@acme'), { recursive: true });
  await mkdir(join(folder, 'node_modules/@tanstack'));
  await mkdir(join(folder, 'node_modules/@types'));
  const hooks = '../../react-query-core/node_modules';
  await Promise.all([
    ...names.map((name) => symlink(join(folder, name), join(folder, 'node_modules/@acme', name))),
    symlink(here('../node_modules/@sdkwright'), join(folder, 'node_modules/@sdkwright')),
    symlink(here(`${hooks}/react`), join(folder, 'node_modules/react')),
    symlink(here(`${hooks}/@types/react`), join(folder, 'node_modules/@types/react')),
    symlink(here(`${hooks}/@tanstack/react-query`), join(folder, 'node_modules/@tanstack/react-query')),
  ]);
  const compiler = here('../node_modules/typescript-7/bin/tsc');
  for (const name of names) {
    const { stdout } = await run(process.execPath, [compiler, '-p', join(folder, name)], { timeout: 50_000 });
    if (stdout !== '') throw new Error(stdout);
  }
  return folder;
}
