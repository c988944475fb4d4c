import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The program inside the optional dependency that npm installed for this machine. The packages' own install
 * scripts would only copy it.
 * @throws Error where there is none for this machine.
 */
export function binaryOf(packageName: string, path: string): string {
  const manifestPath = require.resolve(`${packageName}/package.json`);
  const { optionalDependencies = {} }: { optionalDependencies?: Record<string, string> } = JSON.parse(
    readFileSync(manifestPath, 'utf8'),
  );
  const inPackage = createRequire(manifestPath);
  for (const name of Object.keys(optionalDependencies)) {
    const folder = folderOf(inPackage, name);
    if (folder !== undefined) return join(folder, path);
  }
  throw new Error(`${packageName} has no program for ${process.platform} ${process.arch}`);
}

function folderOf(inPackage: NodeJS.Require, name: string): string | undefined {
  try {
    return dirname(inPackage.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
