import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from './command.ts';
import type { Example } from './examples.ts';

/** All strict flags of the workspace; an example declares nothing, and may show a value it does not use. */
const tsconfig = {
  extends: '../../../../tsconfig.base.json',
  compilerOptions: {
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    jsx: 'react-jsx',
    types: ['node'],
    rootDir: '.',
    outDir: 'out',
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    noUnusedLocals: false,
  },
  include: ['*.ts', '*.tsx'],
};

export interface CompiledExamples {
  /** What the compiler said, each message with the place in the document; empty if all is well. */
  readonly problems: readonly string[];
  /** Path of the JavaScript of an example. */
  readonly program: (example: Example) => string;
}

/**
 * Compiles all examples at once in a folder below `here`, a package that has as dependencies all that the
 * examples import.
 */
export async function compileExamples(
  here: string,
  name: string,
  examples: readonly Example[],
): Promise<CompiledExamples> {
  const folder = join(here, '.report', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await Promise.all(examples.map((example) => writeFile(join(folder, fileName(example)), example.source)));
  const { stdout, code } = await runNode([compiler(), '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    deadlineMs: 60_000,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (code !== 0 && lines.length === 0) throw new Error(`The compiler ended with ${code} and said nothing.`);
  return {
    problems: lines.map((line) => atPlace(line, examples)),
    program: (example) => join(folder, 'out', `${example.name}.js`),
  };
}

function fileName({ name, extension }: Example): string {
  return `${name}.${extension}`;
}

function compiler(): string {
  return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
}

/** `README-12.ts(14,3): error` → `README.md:14:3: error`. */
function atPlace(line: string, examples: readonly Example[]): string {
  const [, file, row, column, message] = /^(\S+)\((\d+),(\d+)\): (.*)$/.exec(line) ?? [];
  const example = examples.find((candidate) => fileName(candidate) === file);
  const document = example?.place.replace(/:\d+$/, '');
  return document === undefined ? line : `${document}:${row}:${column}: ${message}`;
}
