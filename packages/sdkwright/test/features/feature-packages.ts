import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { generate } from '../../src/generate.ts';
import {
  fieldAt,
  isObject,
  listAt,
  objectAt,
  stringAt,
  stringsIn,
  type JsonObject,
} from '../../src/model/json.ts';
import { writeFiles } from '../temporary-folder.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const targets = ['types', 'client', 'react-query'] as const;

/** A document of `documents/` that is about one thing, and what is to come of it: its `x-test`. */
export interface Feature {
  readonly name: string;
  readonly document: string;
  /** What somebody writes who uses the packages: it must compile. */
  readonly consumer: string;
  /** First lines of the warnings. */
  readonly warnings: readonly string[];
  /** Calls of the client that are made, and what goes over the wire for them. */
  readonly exchanges: readonly Exchange[];
  /** Options of that client beside its `baseUrl`, as source text. */
  readonly client: string;
  /** Texts that stand in emitted files, by path below `src/generated`. */
  readonly emits: JsonObject;
}

export interface Exchange {
  /** Source text over `acme`, such as `acme.tasks.get({ id: 1 })`. */
  readonly call: string;
  /** Each request as it arrives: method and target, the headers that say something, the body. */
  readonly sends: readonly string[];
  /** Each answer: status and headers, a body. */
  readonly answers: readonly string[];
  /** What awaiting the call gives, as JSON. */
  readonly gives: unknown;
}

export async function readFeatures(): Promise<Feature[]> {
  const folder = here('./documents');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  return await Promise.all(names.map(async (file) => await readFeature(join(folder, file))));
}

async function readFeature(document: string): Promise<Feature> {
  const parsed: unknown = parse(await readFile(document, 'utf8'));
  const expected = objectAt(parsed, 'x-test');
  return {
    name: basename(document, '.yaml'),
    document,
    consumer: stringAt(expected, 'consumer') ?? '',
    warnings: stringsIn(listAt(expected, 'warnings')),
    exchanges: listAt(expected, 'exchanges').map((exchange) => ({
      call: stringAt(exchange, 'call') ?? '',
      sends: textsOf(fieldAt(exchange, 'sends')),
      answers: textsOf(fieldAt(exchange, 'answers')),
      gives: fieldAt(exchange, 'gives'),
    })),
    client: stringAt(expected, 'client') ?? '',
    emits: isObject(fieldAt(expected, 'emits')) ? objectAt(expected, 'emits') : {},
  };
}

function textsOf(value: unknown): string[] {
  return stringsIn(Array.isArray(value) ? value : [value]);
}

/** What became of a feature: what was said of its document, and what was written, by path. */
export interface Generated {
  readonly warnings: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** Generates the three packages of a feature, with the feature as their scope. */
export async function generateFeature(
  folder: string,
  { name, document }: Pick<Feature, 'name' | 'document'>,
): Promise<Generated> {
  const out = join(folder, name);
  const { diagnostics, files } = await generate({ document, out, scope: `@${name}`, targets, name: 'Acme' });
  return {
    warnings: diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).split('\n')[0] ?? ''),
    files: new Map(files.map(({ path, content }) => [path.replace('/src/generated/', '/'), content])),
  };
}

/** What the compiler says to all packages and consumers, by feature: one run over everything, every flag on. */
export async function compileFeatures(
  folder: string,
  features: readonly (Pick<Feature, 'name' | 'consumer'> & Partial<Feature>)[],
): Promise<Map<string, string[]>> {
  const consumers = features.flatMap(({ name, consumer, exchanges = [], client = '' }) => [
    [`${name}/consumer.ts`, `export {};\n${consumer}`],
    ...(exchanges.length > 0 ? [[`${name}/exchanges.ts`, exchangesModule(exchanges, client)]] : []),
  ]);
  const readmes = await Promise.all(features.map(async ({ name }) => await readmeModules(folder, name)));
  await writeFiles(folder, {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': tsconfig(features),
    // An app that emits no declarations.
    'tsconfig.readmes.json': JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { isolatedDeclarations: false },
      include: ['*/readme-*'],
    }),
    ...Object.fromEntries([...consumers, ...readmes.flat()]),
  });
  await linkDependencies(folder);
  const outputs = await Promise.all(
    ['tsconfig.json', 'tsconfig.readmes.json'].map((file) => tsc(folder, file)),
  );
  const problems = outputs.flatMap((output) => output.split('\n')).filter((line) => line !== '');
  const strange = problems.filter((line) => !/^[\w.-]+\/|^ /.test(line));
  if (strange.length > 0) throw new Error(strange.join('\n'));
  return new Map(features.map(({ name }) => [name, problems.filter((line) => line.startsWith(`${name}/`))]));
}

/** The examples of the packages' READMEs, each as a module of its own. */
async function readmeModules(folder: string, name: string): Promise<[path: string, code: string][]> {
  const texts = await Promise.all(
    targets.map(async (target) => await readFile(join(folder, name, target, 'README.md'), 'utf8')),
  );
  const blocks = texts.flatMap((text) => [...text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)]);
  return blocks.map(([, language = '', code = ''], index) => [
    `${name}/readme-${index}.${language}`,
    `${code}export {};\n`,
  ]);
}

/** The calls of a feature as a module that Node runs as it is. */
function exchangesModule(exchanges: readonly Exchange[], client: string): string {
  const calls = exchanges.map(({ call }) => `    async () => await (${call}),\n`);
  return `import { Acme } from './client/src/generated/index.ts';
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
export function callsTo(baseUrl: string): (() => Promise<unknown>)[] {
  const acme = new Acme({ baseUrl, retries: 0, rateLimit: false, ${client} });
  return [\n${calls.join('')}  ];
}
`;
}

async function linkDependencies(folder: string): Promise<void> {
  const hooks = '../../../react-query-core/node_modules';
  await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
  await mkdir(join(folder, 'node_modules/@tanstack'));
  await Promise.all([
    symlink(here('../../node_modules/@sdkwright'), join(folder, 'node_modules/@sdkwright')),
    symlink(here(`${hooks}/react`), join(folder, 'node_modules/react')),
    symlink(here(`${hooks}/@types/react`), join(folder, 'node_modules/@types/react')),
    symlink(here(`${hooks}/@tanstack/react-query`), join(folder, 'node_modules/@tanstack/react-query')),
  ]);
}

/** Every flag of the repository's own code, with the packages found as npm would: by name. */
function tsconfig(features: readonly Pick<Feature, 'name'>[]): string {
  const paths = features.flatMap(({ name }) =>
    targets.flatMap((target) => [
      [`@${name}/${target}`, [`./${name}/${target}/src/index.ts`]],
      [
        `@${name}/${target}/*`,
        [`./${name}/${target}/src/generated/groups/*.ts`, `./${name}/${target}/src/generated/*.ts`],
      ],
    ]),
  );
  return JSON.stringify({
    extends: here('../../../../tsconfig.base.json'),
    compilerOptions: {
      noEmit: true,
      jsx: 'react-jsx',
      // TanStack's and React's declarations are not ours to check.
      skipLibCheck: true,
      types: [],
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      paths: Object.fromEntries(paths),
    },
    include: ['*/consumer.ts', '*/exchanges.ts', '*/*/src/**/*.ts'],
  });
}

async function tsc(folder: string, project: string): Promise<string> {
  const compiler = here('../../node_modules/typescript-7/bin/tsc');
  return await new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, '-p', project, '--pretty', 'false'],
      { cwd: folder, timeout: 110_000, maxBuffer: 2 ** 26 },
      (error, stdout) => (error && stdout === '' ? reject(error) : resolve(stdout)),
    );
  });
}
