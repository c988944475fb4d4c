import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { median } from './call-time.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface TypeCost {
  /** Of the TypeScript 6 checker: the same on every machine. */
  readonly instantiations: number;
  /** Time of one whole run of TypeScript 7, against that of a file that imports nothing. */
  readonly timeRatio: number;
  /** In the modules that the file leads to. */
  readonly errors: number;
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

/** What checking one file costs, beside one that imports nothing. Rejects where the file itself does not compile. */
export async function typeCost(file: string, empty: string): Promise<TypeCost> {
  const [project, emptyProject] = [await writeProject(file), await writeProject(empty)];
  const { instantiations: found, errors } = await countInstantiations(file, project);
  const { instantiations: none } = await countInstantiations(empty, emptyProject);
  const timeRatio = await ratioOfTimes([file, project], [empty, emptyProject]);
  return { instantiations: found - none, errors, timeRatio };
}

/** Instantiations of the type checker for one file alone. Rejects where anything does not compile. */
export async function instantiations(file: string): Promise<number> {
  const { instantiations: found, errors } = await countInstantiations(file, await writeProject(file));
  if (errors > 0) throw new Error(`${file} leads to ${errors} type errors`);
  return found;
}

async function writeProject(file: string): Promise<string> {
  const project = `${file}.tsconfig.json`;
  await writeFile(project, JSON.stringify({ compilerOptions, files: [file] }));
  return project;
}

async function countInstantiations(file: string, project: string): Promise<Omit<TypeCost, 'timeRatio'>> {
  const { stdout, errors } = await tsc('typescript', file, ['-p', project, '--extendedDiagnostics']);
  return { instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]), errors };
}

type Program = readonly [file: string, project: string];

/** Of the medians of five runs. The two take turns: a busy moment falls on both. */
async function ratioOfTimes(one: Program, other: Program): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    times[0].push(await timeOf(one));
    times[1].push(await timeOf(other));
  }
  return median(times[0]) / median(times[1]);
}

async function timeOf([file, project]: Program): Promise<number> {
  const start = performance.now();
  await tsc('typescript-7', file, ['-p', project]);
  return performance.now() - start;
}

interface Checked {
  readonly stdout: string;
  readonly errors: number;
}

/** Rejects with the compiler's own words where it has something against the file, and not against what it imports. */
async function tsc(compiler: string, file: string, args: readonly string[]): Promise<Checked> {
  const program = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc');
  const options = { maxBuffer: 32 * 1024 * 1024 };
  const stdout = await run(process.execPath, [program, ...args], options).then(
    (checked) => checked.stdout,
    (cause: unknown) => String(Reflect.get(Object(cause), 'stdout') || cause),
  );
  const errors = stdout.split('\n').filter((line) => /: error TS\d+|^\w*Error/.test(line));
  const own = errors.filter((line) => line.includes(basename(file)) || !line.includes('): error'));
  if (own.length > 0) throw new Error(`${compiler} rejects ${file}:\n${own.join('\n').slice(0, 2000)}`);
  return { stdout, errors: errors.length };
}
