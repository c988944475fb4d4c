import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Package } from '../../src/diff/change.ts';
import { emitClient } from '../../src/emit/client/emit-client.ts';
import { emitConsumer } from '../../src/emit/consumer/emit-consumer.ts';
import type { File } from '../../src/emit/file.ts';
import { emitReactQuery } from '../../src/emit/react-query/emit-react-query.ts';
import { emitTypes } from '../../src/emit/types/emit-types.ts';
import type { SdkModel } from '../../src/model/sdk-model.ts';

export interface JudgedPair {
  readonly before: SdkModel;
  readonly after: SdkModel;
}

/** What the compiler says to the consumers of each package; `packages` for the packages themselves. */
export type Verdict = Readonly<Record<Package | 'packages', readonly string[]>>;

const home = fileURLToPath(new URL('../../', import.meta.url));

/** The strict flags of the repository, and what a consumer in a browser has. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/**
 * Checks, for each pair, the consumer of `before` against the packages of `after`. One program over all of them, in
 * memory: what they share is read and checked once.
 */
export function judge(pairs: readonly JudgedPair[]): Verdict[] {
  const files = new Map<string, string>();
  const roots = pairs.map((pair, index) => addPair(files, folderOf(index), pair));
  const program = ts.createProgram(roots.flat(), options, inMemory(files));
  return pairs.map((_, index) => verdictOf(program, roots[index] ?? [], folderOf(index)));
}

function folderOf(index: number): string {
  return `${home}.judged/${index}/`;
}

/** A module of a consumer, and the model of the packages that it was written for. */
export interface ExampleModule {
  readonly model: SdkModel;
  readonly text: string;
}

/** What the compiler says to each module, against the packages it was written for. */
export function compileExamples(examples: readonly ExampleModule[]): string[][] {
  const files = new Map<string, string>();
  const models = [...new Set(examples.map(({ model }) => model))];
  for (const [index, model] of models.entries()) addPackages(files, folderOf(index), model);
  const paths = examples.map(({ model, text }, index) => {
    const path = `${folderOf(models.indexOf(model))}examples/${index}.ts`;
    files.set(path, text);
    return path;
  });
  const program = ts.createProgram(paths, options, inMemory(files));
  return paths.map((path) => problemsOf(program, path));
}

/** Puts the files of a pair into memory; gives those that are to be checked. */
function addPair(files: Map<string, string>, folder: string, { before, after }: JudgedPair): string[] {
  const consumer = emitConsumer(before);
  for (const { path, content } of consumer) files.set(folder + path, content);
  const emitted = [...consumer, ...addPackages(files, folder, after)];
  return emitted.filter(isChecked).map(({ path }) => folder + path);
}

/** The packages as they are published: the front of the client gives the types as well. */
function addPackages(files: Map<string, string>, folder: string, model: SdkModel): File[] {
  const packages = [emitTypes, emitClient, emitReactQuery].flatMap((emit) => emit(model));
  const emitted = packages.filter(({ path }) => path.endsWith('.ts'));
  for (const { path, content } of emitted) files.set(folder + path, content);
  const front = `export * from './generated/index.ts';\nexport type * from '@acme/types';\n`;
  files.set(`${folder}client/src/index.ts`, front);
  return emitted;
}

/** The `openapi` entry and the shapes are not what the rules are about. */
function isChecked({ path }: File): boolean {
  return !/\/(openapi|schemas)\.ts$/.test(path) || path.startsWith('consumer/');
}

function verdictOf(program: ts.Program, roots: readonly string[], folder: string): Verdict {
  const problemsBelow = (path: string): string[] =>
    roots.filter((root) => root.startsWith(folder + path)).flatMap((root) => problemsOf(program, root));
  const consumers = (name: Package): string[] => problemsBelow(`consumer/src/generated/${name}/`);
  return {
    types: consumers('types'),
    client: consumers('client'),
    'react-query': consumers('react-query'),
    packages: ['types/', 'client/', 'react-query/', 'consumer/src/generated/expected/'].flatMap(
      problemsBelow,
    ),
  };
}

function problemsOf(program: ts.Program, path: string): string[] {
  const file = program.getSourceFile(path);
  if (!file) return [`${path} is not there`];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(problemText);
}

function problemText({ file, start = 0, code, messageText }: ts.Diagnostic): string {
  const line = file?.text.slice(0, start).split('\n').length ?? 0;
  const source = file?.text.split('\n')[line - 1]?.trim() ?? '';
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  return `${file?.fileName.replace(/^.*\/generated\//, '')}:${line} TS${code}: ${message} | ${source}`;
}

/** A host that finds the files of a pair, and `@acme/…` in its own pair, before it looks at the disk. */
function inMemory(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const cache = ts.createModuleResolutionCache(home, (name) => name, options);
  const sources = new Map<string, ts.SourceFile | undefined>();
  const folders = new Set([...files.keys()].map(dirname));
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    directoryExists: (path) => folders.has(path) || ts.sys.directoryExists(path),
    getSourceFile: (path, language) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language, true);
      if (!sources.has(path)) sources.set(path, host.getSourceFile(path, language));
      return sources.get(path);
    },
    resolveModuleNameLiterals: (literals, from, _, compilerOptions, source) =>
      literals.map((literal) => {
        const own = ownPath(literal.text, from);
        if (own !== undefined)
          return {
            resolvedModule: files.has(own)
              ? { resolvedFileName: own, extension: ts.Extension.Ts, isExternalLibraryImport: false }
              : undefined,
          };
        // Looked for from one place, so that it is found once.
        const at = from.startsWith(`${home}.judged/`) ? `${home}test/diff/judge.ts` : from;
        const mode = ts.getModeForUsageLocation(source, literal, compilerOptions);
        return ts.resolveModuleName(literal.text, at, compilerOptions, host, cache, undefined, mode);
      }),
  };
}

/** `@acme/types/tasks` and relative paths, of a file that is in memory. */
function ownPath(name: string, from: string): string | undefined {
  if (!from.startsWith(`${home}.judged/`)) return undefined;
  if (name.startsWith('.')) return join(dirname(from), name);
  const [, target, entry] = /^@acme\/([\w-]+)(?:\/(.+))?$/.exec(name) ?? [];
  if (target === undefined) return undefined;
  const [folder] = /^.*\/\.judged\/\d+\//.exec(from) ?? [''];
  const generated = `${folder}${target}/src/generated/`;
  if (entry === undefined)
    return target === 'client' ? `${folder}client/src/index.ts` : `${generated}index.ts`;
  const isGroup = !/^(oauth$|page-orders$|descriptors\/)/.test(entry);
  return `${generated}${isGroup ? 'groups/' : ''}${entry}.ts`;
}
