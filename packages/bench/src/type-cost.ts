import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { median } from './call-time.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface TypeCost {
  /** Of the TypeScript 6 checker: the same on every machine. */
  readonly instantiations: number;
  /** Milliseconds of one whole run of TypeScript 7. */
  readonly milliseconds: number;
}

/** No stricter than every peer's output can bear. */
const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
};

/** What checking one file costs. */
export async function typeCost(file: string): Promise<TypeCost> {
  const project = await writeProject(file);
  return { instantiations: await countInstantiations(project), milliseconds: await wallTime(project) };
}

/** Instantiations of the type checker for one file alone. */
export async function instantiations(file: string): Promise<number> {
  return await countInstantiations(await writeProject(file));
}

async function writeProject(file: string): Promise<string> {
  const project = `${file}.tsconfig.json`;
  await writeFile(project, JSON.stringify({ compilerOptions, files: [file] }));
  return project;
}

async function countInstantiations(project: string): Promise<number> {
  const { stdout } = await tsc('typescript', ['-p', project, '--extendedDiagnostics']);
  return Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
}

/** The median of five runs: one run in a busy moment says nothing. */
async function wallTime(project: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await tsc('typescript-7', ['-p', project]);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Rejects with the compiler's own words where the file does not compile. */
async function tsc(compiler: string, args: readonly string[]): Promise<{ stdout: string }> {
  const program = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc');
  return await run(process.execPath, [program, ...args], { maxBuffer: 32 * 1024 * 1024 }).catch(
    (cause: unknown) => {
      const stdout = cause instanceof Error && 'stdout' in cause ? String(cause.stdout) : '';
      throw new Error(`${compiler} rejects ${args[1]}:\n${stdout.slice(0, 2000)}`, { cause });
    },
  );
}
