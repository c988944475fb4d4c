import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { generate, readMended, type GenerateResult } from 'sdkwright';
import type { DocumentReport } from './document-report.ts';
import { compilerPath, createWorkspace, packageNames, writeProject } from './generated-workspace.ts';
import { makeCalls } from './make-calls.ts';

const run = promisify(execFile);

/** Generates, checks, builds and calls: everything that is claimed of any document. */
export async function checkDocument(document: string, folder: string): Promise<DocumentReport> {
  await createWorkspace(folder);
  const start = performance.now();
  const result = await generateInto(document, folder);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { plan } = await generateInto(document, folder);
  const project = await writeProject(folder);
  const typeErrors = {
    'TypeScript 6': await errorsOf('typescript', ['-p', project]),
    'TypeScript 7': await errorsOf('typescript-7', ['-p', project]),
    build: await buildPackages(folder),
  };
  return {
    name: basename(document),
    operations: result.model.operations.length,
    schemas: result.model.schemas.length,
    diagnostics: result.diagnostics.length,
    files: result.files.length,
    lines: await countLines(folder),
    seconds,
    megabytes,
    isStable: [plan.created, plan.changed, plan.deleted].every((paths) => paths.length === 0),
    typeErrors,
    calls: await makeCalls(folder, (await readMended(document)).document, result.model),
  };
}

async function generateInto(document: string, out: string): Promise<GenerateResult> {
  return await generate({ document, out, scope: '@corpus', name: 'Corpus', targets: packageNames });
}

/** One after the other: each reads the declarations of those before it. */
async function buildPackages(folder: string): Promise<string[]> {
  const errors: string[] = [];
  for (const name of packageNames)
    errors.push(...(await errorsOf('typescript-7', ['-p', join(folder, name)])));
  return errors;
}

/** The lines in which a compiler complains. */
async function errorsOf(compiler: 'typescript' | 'typescript-7', args: readonly string[]): Promise<string[]> {
  const options = { maxBuffer: 256 * 1024 * 1024, timeout: 600_000 };
  const program = ['--max-old-space-size=8000', compilerPath(compiler), ...args];
  const output = await run(process.execPath, program, options).then(
    () => '',
    (cause: unknown) => `${String(Reflect.get(Object(cause), 'stdout') || cause)}`,
  );
  return output.split('\n').filter((line) => line.trim() !== '');
}

async function countLines(folder: string): Promise<number> {
  const counts = packageNames.map(async (name) => {
    const source = join(folder, name, 'src');
    const entries = await readdir(source, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = files.map(async (entry) => await readFile(join(entry.parentPath, entry.name), 'utf8'));
    return (await Promise.all(texts)).reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
