// `pnpm bench:scale <document> [--write]`: what the types of a large document cost who uses one operation of it.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { generate, readMended } from 'sdkwright';
import { compilerPath, packageNames } from './corpus/generated-workspace.ts';
import { replaceBetweenMarkers } from './markdown.ts';
import { scaleTable } from './scale-table.ts';
import { callsOf, setUp } from './workbench.ts';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../.workbench-scale/', import.meta.url));
const page = new URL('../../../docs/BENCHMARKS.md', import.meta.url);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Generated packages are installed built; what the peers write stands among the sources of who uses it. */
async function installOwn(document: string): Promise<void> {
  const scope = '@webwork-sdk';
  await generate({ document, out: `${folder}sdk`, scope, name: 'Bench', targets: packageNames });
  await mkdir(`${folder}node_modules/${scope}`, { recursive: true });
  for (const name of packageNames) {
    await symlink(`${folder}sdk/${name}`, `${folder}node_modules/${scope}/${name}`);
    await run(process.execPath, [compilerPath('typescript-7'), '-p', `${folder}sdk/${name}`]);
  }
}

const { positionals, values } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const document = resolve(positionals[0] ?? '');
say('Generating …');
await setUp(document, folder);
await installOwn(document);
const calls = callsOf((await readMended(document)).document);
const progress = (file: string): void => say(`Checking ${file} …`);
const text = await scaleTable(basename(document), calls, { folder, progress });
say(text);
if (values.write) await writeFile(page, replaceBetweenMarkers(await readFile(page, 'utf8'), 'scale', text));
await rm(folder, { recursive: true, force: true });
