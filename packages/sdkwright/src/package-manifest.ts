import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringAt } from './model/json.ts';

/** `sdkwright` and its version, from the package's own manifest. */
export function generatorName(): string {
  const manifest = readManifest(new URL('../package.json', import.meta.url));
  return `sdkwright ${stringAt(manifest, 'version') ?? ''}`.trim();
}

/** The version of the package in a folder; `0.0.0` where there is none yet. */
export function packageVersion(folder: string): string {
  return stringAt(readManifest(join(folder, 'package.json')), 'version') ?? '0.0.0';
}

/** The scope in the name of the package in a folder; undefined where there is none yet. */
export function packageScope(folder: string): string | undefined {
  return /^(@[^/]+)\//.exec(stringAt(readManifest(join(folder, 'package.json')), 'name') ?? '')?.[1];
}

function readManifest(path: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
