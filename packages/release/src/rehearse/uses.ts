import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { tsconfig, type CommandResult } from '@webwork-sdk/package-tests';
import { nodePath } from '@webwork-sdk/node-20';
import type { Check } from './check.ts';
import type { ConsumerProject, PackageManager } from './consumer-project.ts';
import { visibleText } from './page.ts';

export interface Use {
  readonly project: ConsumerProject;
  readonly manager: PackageManager;
  /** The repository, for the strict flags of its compiler settings. */
  readonly root: string;
  readonly mockUrl: string;
}

const viewers = ['viewer@example.com', 'mina.sato@example.com'];

/** All that people do with installed packages, one after the other. */
export async function checkUses(use: Use): Promise<Check[]> {
  const { project, manager, mockUrl, root } = use;
  await cp(join(root, 'tsconfig.base.json'), join(project.folder, 'tsconfig.base.json'));
  const program = (node: string, file: string): Promise<CommandResult> => project.run(node, [file, mockUrl]);
  return [
    prints(
      `${manager}: a script on Node ${process.versions.node}`,
      await program(process.execPath, 'list-viewers.mjs'),
    ),
    prints(`${manager}: require() on Node 20`, await program(nodePath, 'list-viewers.cjs')),
    await compiles(use, 'nodenext'),
    await compiles(use, 'bundler'),
    await builds(use),
  ];
}

function prints(what: string, { code, output }: CommandResult): Check {
  const isRight = code === 0 && output === `${viewers.join('\n')}\n`;
  return { what, faults: isRight ? [] : [`ended with ${code} and printed: ${output}`] };
}

async function compiles({ project, manager }: Use, resolution: 'nodenext' | 'bundler'): Promise<Check> {
  const config = tsconfig({ resolution, environment: 'browser', files: ['calls.mts', 'viewers.tsx'] });
  await writeFile(join(project.folder, `${resolution}.json`), JSON.stringify(config));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await project.run(process.execPath, [tsc, '-p', `${resolution}.json`]);
  return { what: `${manager}: TypeScript, ${resolution}`, faults: code === 0 ? [] : output.split('\n') };
}

async function builds({ project, manager, mockUrl }: Use): Promise<Check> {
  const what = `${manager}: a page of Vite and React, in Chromium`;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await project.run(process.execPath, [vite, 'build']);
  if (code !== 0) return { what, faults: output.split('\n') };
  const seen = await visibleText(join(project.folder, 'dist'), mockUrl);
  return { what, faults: seen === viewers.join('\n') ? [] : [`the page shows: ${seen}`] };
}
