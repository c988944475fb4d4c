import { join } from 'node:path';
import { build, type Metafile, type OutputFile, type Plugin } from 'esbuild';

/** The files of a bundle, and the modules that are in it. */
export interface Bundle {
  readonly files: readonly OutputFile[];
  readonly modules: readonly string[];
}

/**
 * Gives openapi-typescript what it imports as TypeScript. `engine.ts`, by which the sources do that, waits for modules
 * to load, and what waits cannot be required.
 */
const engine: Plugin = {
  name: 'engine',
  setup: (builder) => {
    const types = join(builder.initialOptions.absWorkingDir ?? '', 'src/emit/types');
    builder.onResolve({ filter: /^\.\/engine\.ts$/ }, () => ({ path: join(types, 'openapi-typescript.ts') }));
    builder.onResolve({ filter: /^typescript$/ }, ({ importer }) =>
      importer.includes('/node_modules/openapi-typescript/')
        ? { path: join(types, 'engine-typescript.ts') }
        : undefined,
    );
  },
};

/** Bundles the entries of a folder, with all that they import but what is installed beside them. */
export async function bundle(
  folder: string,
  entries: readonly string[],
  installed: readonly string[],
): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [...entries],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    external: [...installed],
    plugins: [engine],
    // The CommonJS among the rest requires modules of Node.
    banner: {
      js: `import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);`,
    },
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const reached = reachedOutputs(metafile);
  return {
    files: outputFiles.filter(({ path }) => reached.some((output) => path.endsWith(`/${output}`))),
    modules: reached.flatMap((output) => modulesIn(metafile, output)),
  };
}

/** What an unused module would have imported later is still among the outputs, though nothing leads to it. */
function reachedOutputs({ outputs }: Metafile): string[] {
  const reached = new Set(
    Object.keys(outputs).filter((name) => outputs[name]?.entryPoint?.startsWith('src/')),
  );
  // A set is walked to its end, also to what is added on the way.
  for (const name of reached)
    for (const { path } of outputs[name]?.imports ?? []) if (path in outputs) reached.add(path);
  return [...reached];
}

function modulesIn({ outputs }: Metafile, output: string): string[] {
  const inputs = Object.entries(outputs[output]?.inputs ?? {});
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
}
