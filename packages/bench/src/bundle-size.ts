import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
}

/** Bytes of a module with all it imports, as an app would ship it. React and TanStack stay outside. */
export async function bundleSize(entry: string): Promise<BundleSize> {
  const code = await bundle(entry);
  return { minified: code.byteLength, gzip: gzipSync(code, { level: 9 }).byteLength };
}

export async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['react', 'react/jsx-runtime', '@tanstack/react-query'],
    logLevel: 'error',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
