import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { replaceBetweenMarkers } from './markdown.ts';
import { sizeTable, timeTable, typeTable } from './measure.ts';
import { benchCalls, setUp } from './workbench.ts';

const report = new URL('../../../docs/BENCHMARKS.md', import.meta.url);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

say('Generating the peers …');
await setUp();
const calls = await benchCalls();
const tables: string[] = [];
for (const [stage, measure] of [
  ['Bundles', () => sizeTable(calls)],
  [
    'Time per call',
    () => timeTable(calls, { success: true, data: [{ id: 100, email: 'viewer@example.com' }] }),
  ],
  ['Types', () => typeTable(calls)],
] as const) {
  say(`\n${stage} …`);
  const text = await measure();
  say(text);
  tables.push(text);
}
await writeFile(report, replaceBetweenMarkers(await readFile(report, 'utf8'), 'client', tables.join('\n\n')));
