import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { BenchCall } from './calls.ts';
import { replaceBetweenMarkers } from './markdown.ts';
import { hookTable, sizeTable, timeTable, typeTable } from './measure.ts';
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

const stages: readonly (readonly [
  marker: string,
  title: string,
  measure: (calls: BenchCall[]) => Promise<string>,
])[] = [
  ['client', 'Bundles', sizeTable],
  [
    'client',
    'Time per call',
    (calls) => timeTable(calls, { 'page of 20': page(20), 'page of one': page(1) }),
  ],
  ['client', 'Types', typeTable],
  ['hooks', 'Hooks', hookTable],
];

say('Generating the peers …');
await setUp();
const calls = await benchCalls();
const tables: Record<string, string[]> = {};
for (const [marker, title, measure] of stages) {
  say(`\n${title} …`);
  const text = await measure(calls);
  say(text);
  (tables[marker] ??= []).push(text);
}
let document = await readFile(report, 'utf8');
for (const [marker, texts] of Object.entries(tables))
  document = replaceBetweenMarkers(document, marker, texts.join('\n\n'));
await writeFile(report, document);
