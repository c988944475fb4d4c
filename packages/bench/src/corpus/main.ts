import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { replaceBetweenMarkers } from '../markdown.ts';
import { corpusTable } from './corpus-table.ts';
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

const [paths, flags] = [process.argv.slice(2).filter((arg) => !arg.startsWith('--')), process.argv.slice(2)];
if (paths.length === 0) throw new Error('pnpm corpus <folder or document> … [--write]');
const documents = (await Promise.all(paths.map(documentsOf))).flat().toSorted();
const reports: DocumentReport[] = [];
let failed = false;
const waiting = [...documents];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const report = await check(next);
      if (typeof report === 'string') {
        failed = true;
        say(`${next}: ended with an error\n${report}`);
        continue;
      }
      reports.push(report);
      const errors = Object.entries(report.typeErrors).flatMap(([by, lines]) =>
        lines.map((line) => `${by}: ${line}`),
      );
      failed ||= errors.length > 0 || !report.isStable;
      say(
        `${report.name}: ${report.operations} operations, ${errors.length} type errors, ${report.calls.made} calls, ${report.calls.failures.length} failed`,
      );
      for (const line of [...errors.slice(0, 20), ...report.calls.failures]) say(`  ${line}`);
      if (report.calls.skipped !== undefined) say(`  no calls: ${report.calls.skipped.slice(0, 300)}`);
    }
  }),
);
const table = corpusTable(reports);
say(table);
if (flags.includes('--write'))
  await writeFile(page, replaceBetweenMarkers(await readFile(page, 'utf8'), 'corpus', table));
process.exitCode = failed ? 1 : 0;
