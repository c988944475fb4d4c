import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { replaceBetweenMarkers } from '../markdown.ts';
import { corpusTable } from './corpus-table.ts';
import { faultKinds } from './fault.ts';
import { faultsTable } from './faults-table.ts';
import type { DocumentReport } from './document-report.ts';

const run = promisify(execFile);
const worker = fileURLToPath(new URL('document-process.ts', import.meta.url));
const workbench = fileURLToPath(new URL('../../.workbench-corpus/', import.meta.url));
const page = new URL('../../../../docs/CORPUS.md', import.meta.url);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Checks one document; a crash is a report too. */
async function check(document: string): Promise<DocumentReport | string> {
  const folder = join(workbench, document.replaceAll(/[^\w.-]+/g, '_'));
  const args = ['--conditions=@sdkwright/source', worker, document, folder];
  try {
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e9, timeout: 1_200_000 });
    const report: DocumentReport = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    return report;
  } catch (cause) {
    return String(Reflect.get(Object(cause), 'stderr') || cause).slice(-2000);
  }
}

async function documentsOf(path: string): Promise<string[]> {
  if (/\.(json|ya?ml)$/.test(path)) return [resolve(path)];
  const names = await readdir(path);
  return names.filter((name) => /\.(json|ya?ml)$/.test(name)).map((name) => resolve(path, name));
}

/** What people read while it runs. */
function tell({ name, operations, calls }: DocumentReport, errors: readonly string[]): void {
  const { made, failures, skipped } = calls;
  say(
    `${name}: ${operations} operations, ${errors.length} type errors, ${made} calls, ${failures.length} failed`,
  );
  for (const line of errors.slice(0, 20)) say(`  ${line}`);
  for (const { operation, call, fault } of failures)
    say(`  ${operation}, ${call}: ${faultKinds[fault.kind]}. ${fault.said}`);
  if (skipped !== undefined) say(`  not all calls: ${skipped.slice(0, 300)}`);
}

/** Takes documents from the list as long as there are any; several do so side by side. */
async function checkAll(waiting: string[], reports: DocumentReport[]): Promise<boolean> {
  let isClean = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const report = await check(next);
    if (typeof report === 'string') {
      isClean = false;
      say(`${next}: ended with an error\n${report}`);
      continue;
    }
    const errors = Object.entries(report.typeErrors).flatMap(([by, lines]) =>
      lines.map((line) => `${by}: ${line}`),
    );
    isClean &&= errors.length === 0 && report.isStable;
    tell(report, errors);
    reports.push(report);
  }
  return isClean;
}

const { positionals, values } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (positionals.length === 0) throw new Error('pnpm corpus <folder or document> … [--write]');
const documents = (await Promise.all(positionals.map(documentsOf))).flat().toSorted();
const reports: DocumentReport[] = [];
const areClean = await Promise.all(
  Array.from({ length: availableParallelism() }, () => checkAll(documents, reports)),
);
const [table, faults] = [corpusTable(reports), faultsTable(reports)];
say(table);
if (values.write) {
  const text = replaceBetweenMarkers(await readFile(page, 'utf8'), 'corpus', table);
  await writeFile(page, replaceBetweenMarkers(text, 'faults', faults));
}
process.exitCode = areClean.every(Boolean) ? 0 : 1;
