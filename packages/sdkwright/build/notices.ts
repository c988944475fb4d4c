import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The text of its licence; undefined where the package has none. */
  readonly text: string | undefined;
}

/** The packages below `node_modules` that these files belong to, sorted by name. */
export async function packagesOf(folder: string, paths: readonly string[]): Promise<BundledPackage[]> {
  const roots = paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const packages = await Promise.all([...new Set(roots)].map((root) => readPackage(join(folder, root))));
  return packages.toSorted((left, right) => titleOf(left).localeCompare(titleOf(right), 'en'));
}

async function readPackage(root: string): Promise<BundledPackage> {
  const manifest: Omit<BundledPackage, 'text'> = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const file = (await readdir(root)).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  const text = file === undefined ? undefined : await readFile(join(root, file), 'utf8');
  return { ...manifest, text };
}

/** What their licences ask for: each with its text. */
export function noticesOf(packages: readonly BundledPackage[]): string {
  const sections = packages.map(
    (one) =>
      `## ${titleOf(one)}\n\n${one.license}\n${one.text === undefined ? '' : `\n${quoted(one.text)}\n`}`,
  );
  return ['# Packages that are part of sdkwright\n', ...sections].join('\n');
}

function titleOf({ name, version }: BundledPackage): string {
  return `${name} ${version}`;
}

/** As it is, whatever Markdown would make of it. */
function quoted(text: string): string {
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}
