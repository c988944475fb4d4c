import { readFileSync } from 'node:fs';
import { stringAt } from './model/json.ts';

/** `sdkwright` and its version, from the package's own manifest. */
export function generatorName(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return `sdkwright ${stringAt(manifest, 'version') ?? ''}`.trim();
}
