import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

export const packageNames = ['types', 'client', 'react-query'] as const;

/** An empty folder in which generated packages find each other and the toolkit's packages, as in a workspace. */
export async function createWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'node_modules/@corpus'), { recursive: true });
  await mkdir(join(folder, 'node_modules/@tanstack'));
  await mkdir(join(folder, 'node_modules/@types'));
  const linked = ['@sdkwright', 'react', '@types/react', '@tanstack/react-query'];
  await Promise.all([
    ...packageNames.map((name) => symlink(join(folder, name), join(folder, 'node_modules/@corpus', name))),
    ...linked.map((name) => symlink(join(modules, name), join(folder, 'node_modules', name))),
  ]);
}

/** Every flag of the repository's own code, declarations of others included. */
const flags = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  skipLibCheck: false,
  allowImportingTsExtensions: true,
  types: [],
  noEmit: true,
};

/** A project over the sources of all three packages, which see each other's sources. */
export async function writeProject(folder: string): Promise<string> {
  const paths = Object.fromEntries(
    packageNames.flatMap((name) => [
      [`@corpus/${name}`, [`./${name}/src/index.ts`]],
      [`@corpus/${name}/*`, [`./${name}/src/generated/groups/*.ts`, `./${name}/src/generated/*.ts`]],
    ]),
  );
  const project = join(folder, 'tsconfig.json');
  const include = packageNames.map((name) => `${name}/src`);
  await writeFile(project, JSON.stringify({ compilerOptions: { ...flags, paths }, include }));
  return project;
}

/** The compiler's program; `typescript` is version 6 here, `typescript-7` the native one. */
export function compilerPath(compiler: 'typescript' | 'typescript-7'): string {
  return join(dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc');
}
