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
  /** Texts that stand in emitted files, by path below `src/generated`. */
  readonly emits: JsonObject;
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
    emits: isObject(fieldAt(expected, 'emits')) ? objectAt(expected, 'emits') : {},
  };
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
  features: readonly Pick<Feature, 'name' | 'consumer'>[],
): Promise<Map<string, string[]>> {
  const consumers = features.map(({ name, consumer }) => [`${name}/consumer.ts`, `export {};\n${consumer}`]);
  await writeFiles(folder, {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': tsconfig(features),
    ...Object.fromEntries(consumers),
  });
  await linkDependencies(folder);
  const output = await tsc(folder);
  const problems = output.split('\n').filter((line) => line !== '');
  return new Map(features.map(({ name }) => [name, problems.filter((line) => line.startsWith(`${name}/`))]));
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
      [`@${name}/${target}`, [`./${name}/${target}/src/generated/index.ts`]],
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
      // TanStack's and React's declarations are not ours to check.
      skipLibCheck: true,
      types: [],
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      paths: Object.fromEntries(paths),
    },
    include: ['*/consumer.ts', '*/*/src/generated/**/*.ts'],
  });
}

async function tsc(folder: string): Promise<string> {
  const compiler = here('../../node_modules/typescript-7/bin/tsc');
  return await new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, '-p', '.', '--pretty', 'false'],
      { cwd: folder, timeout: 110_000, maxBuffer: 2 ** 26 },
      (error, stdout) => (error && stdout === '' ? reject(error) : resolve(stdout)),
    );
  });
}
