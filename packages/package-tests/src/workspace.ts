import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The parts of a package.json that say how a package is used. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly repository?: string | { readonly url: string };
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The parts of pnpm-workspace.yaml that say what there is, in which version. */
export interface WorkspaceFile {
  readonly packages: readonly string[];
  readonly catalog: Readonly<Record<string, string>>;
  readonly catalogs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PublishedPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

export async function readWorkspaceFile(root: string): Promise<WorkspaceFile> {
  return parse(await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8'));
}

/** Every package of the workspace that is not private, by name. */
export async function publishedPackages(
  root: string,
  { packages }: WorkspaceFile,
): Promise<PublishedPackage[]> {
  const found: PublishedPackage[] = [];
  for await (const file of glob(
    packages.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )) {
    const folder = dirname(join(root, file));
    const manifest: Manifest = JSON.parse(await readFile(join(root, file), 'utf8'));
    if (manifest.private !== true) found.push({ folder, manifest });
  }
  return found.toSorted((left, right) => left.manifest.name.localeCompare(right.manifest.name));
}

/** The lowest version that an `engines` range of the form `>=20.19` admits: `20.19.0`. */
export function lowestNode({ name, engines }: Manifest): string {
  const parts = /^>=(\d+)\.(\d+)(?:\.(\d+))?$/.exec(engines?.node ?? '');
  if (parts === null)
    throw new Error(`${name}: engines.node is "${engines?.node}", expected a range like ">=20.19".`);
  return `${parts[1]}.${parts[2]}.${parts[3] ?? 0}`;
}

/** The oldest version that any of the packages admits. */
export function oldestSupportedNode(manifests: readonly Manifest[]): string {
  const [oldest] = manifests
    .map(lowestNode)
    .toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  if (oldest === undefined) throw new Error('There are no published packages.');
  return oldest;
}

/** Whether a package promises to run on this version of Node. */
export function runsOn(manifest: Manifest, version: string): boolean {
  const [have, need] = [version, lowestNode(manifest)].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const distance = (have?.[index] ?? 0) - (need?.[index] ?? 0);
    if (distance !== 0) return distance > 0;
  }
  return true;
}
