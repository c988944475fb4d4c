import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { replaceBetweenMarkers } from './markdown.ts';
import { sizeTable, timeTable, typeTable } from './measure.ts';
import { benchCalls, setUp } from './workbench.ts';

const report = new URL('../../../docs/BENCHMARKS.md', import.meta.url);

/** A page as long as the API's are when nobody asks for another size, or a short one. */
const page = (length: number): object => ({
  success: true,
  data: Array.from({ length }, (_, index) => ({
    id: 100 + index,
    email: 'viewer@example.com',
    firstname: 'Ada',
    lastname: 'Lovelace',
    projects: [{ id: 1, name: 'Website' }],
  })),
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

say('Generating the peers …');
await setUp();
const calls = await benchCalls();
const tables: string[] = [];
for (const [stage, measure] of [
  ['Bundles', () => sizeTable(calls)],
  ['Time per call', () => timeTable(calls, { 'page of 20': page(20), 'page of one': page(1) })],
  ['Types', () => typeTable(calls)],
] as const) {
  say(`\n${stage} …`);
  const text = await measure();
  say(text);
  tables.push(text);
}
await writeFile(report, replaceBetweenMarkers(await readFile(report, 'utf8'), 'client', tables.join('\n\n')));
