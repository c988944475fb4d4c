import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A program for all platforms: a module of this folder with a function `program`, which takes a URL. */
export type Program = 'program' | 'redirects';

/** How a platform gets the base URL and gives the findings back. */
const mains = {
  /** A command: URL as argument, findings as JSON on standard output. */
  command: `const url = globalThis.Deno ? Deno.args[0] : process.argv[2];\nconsole.log(JSON.stringify(await program(url)));`,
  /** A page: findings as a promise on the window. */
  page: `globalThis.findings = program(new URL(location.href).searchParams.get('api'));`,
  /** A worker: findings as the answer to a request. */
  worker: `export default { fetch: async (request) => Response.json(await program(new URL(request.url).searchParams.get('api'))) };`,
} as const;

/** Writes the program as one module for a kind of platform, the client bundled in. Gives its path. */
export async function bundleProgram(
  folder: string,
  kind: keyof typeof mains,
  name: Program,
): Promise<string> {
  const program = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `import { program } from ${JSON.stringify(program)};\n${mains[kind]}\n`,
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    conditions: ['import', 'default'],
    logLevel: 'error',
  });
  const path = join(folder, `${kind}.mjs`);
  await writeFile(path, outputFiles[0]?.contents ?? '');
  return path;
}
