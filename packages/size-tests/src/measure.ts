import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const run = promisify(execFile);
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

/** Bytes of a program with all it imports, minified and gzipped. React and TanStack stay outside. */
export async function bundleSize(program: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['react', '@tanstack/react-query'],
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength;
}

/**
 * Instantiations of the type checker for a program, those of the libraries apart.
 * @throws Error with the compiler's words where the program does not compile.
 */
export async function instantiations(program: string, folder: string, name: string): Promise<number> {
  const [own, none] = [
    await check(program, folder, name),
    await check('export {};\n', folder, `${name}-none`),
  ];
  return own - none;
}

async function check(program: string, folder: string, name: string): Promise<number> {
  const file = join(folder, `${name}.ts`);
  const project = join(folder, `${name}.tsconfig.json`);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  await writeFile(file, program);
  await writeFile(project, JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout } = await run(process.execPath, [compiler, '-p', project, '--extendedDiagnostics']).catch(
    (cause: unknown) => {
      throw new Error(
        `${name} does not compile: ${cause instanceof Error && 'stdout' in cause ? String(cause.stdout) : ''}`,
      );
    },
  );
  return Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
}
