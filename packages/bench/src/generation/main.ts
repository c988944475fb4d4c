import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDocument } from 'sdkwright';
import { replaceBetweenMarkers } from '../markdown.ts';
import { peers } from '../peers.ts';
import { countOperations } from './count-operations.ts';
import { generationTables, type DocumentRuns, type Run } from './generation-tables.ts';
import { runGenerator } from './run-generator.ts';

const own = fileURLToPath(new URL('../../../../spec/openapi.yaml', import.meta.url));
const workbench = fileURLToPath(new URL('../../.workbench-generation/', import.meta.url));
const page = new URL('../../../../docs/BENCHMARKS.md', import.meta.url);
const names = ['sdkwright', ...Object.keys(peers), 'openapi-typescript'];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The document, or those of the folder with more operations than that. */
async function documentsOf(path: string, over: number): Promise<string[]> {
  if (/\.(json|ya?ml)$/.test(path)) return [resolve(path)];
  const found: string[] = [];
  for (const name of await readdir(path)) {
    if (!/\.(json|ya?ml)$/.test(name)) continue;
    if (countOperations(await readDocument(resolve(path, name))) > over) found.push(resolve(path, name));
  }
  return found;
}

/** All generators take turns in every round, each in a folder of its own. One that fails is not run again. */
async function measure(document: string, rounds: number): Promise<DocumentRuns> {
  const name = document === own ? 'webwork-sdk' : basename(document);
  const runs: Record<string, Run[]> = Object.fromEntries(names.map((each) => [each, []]));
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round += 1)
    for (const generator of names.filter((each) => !failed.has(each))) {
      const run = await runGenerator(generator, document, join(workbench, name, `${round}`, generator));
      if (typeof run === 'string') failed.add(generator);
      else runs[generator]?.push(run);
      say(`${name}, ${generator}: ${typeof run === 'string' ? run : `${run.seconds.toFixed(1)} s`}`);
    }
  return { name, operations: countOperations(await readDocument(document)), runs };
}

const { positionals, values } = parseArgs({
  options: {
    over: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
// Once and not between the rounds: a file system is slow to make files where many were just deleted.
const clear = async (): Promise<void> => await rm(workbench, { recursive: true, force: true });
await clear();
const documents = await Promise.all(positionals.map((path) => documentsOf(path, Number(values.over))));
const measured: DocumentRuns[] = [];
for (const document of [own, ...documents.flat()])
  measured.push(await measure(document, Number(values.rounds)));
await clear();
const tables = generationTables(measured, names);
say(tables);
if (values.write)
  await writeFile(page, replaceBetweenMarkers(await readFile(page, 'utf8'), 'generation', tables));
