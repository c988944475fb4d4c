import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.ts';
import {
  oldestSupportedNode,
  type Manifest,
  type PublishedPackage,
  type WorkspaceFile,
} from './workspace.ts';

/** An empty project with the packed packages installed in it, as a user's project would have them. */
export interface ConsumerProject {
  readonly folder: string;
  readonly tarballs: ReadonlyMap<string, string>;
  /** The oldest Node that any of the packages supports: path of the program, and version. */
  readonly oldestNode: { readonly path: string; readonly version: string };
  /** The `tsc` of each compiler, by version. */
  readonly compilers: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const deadlineMs = 120_000;

/** Programs and modules that a user could have written. */
export const consumerFolder: string = fileURLToPath(new URL('../consumer', import.meta.url));

/** Packs every published package, installs the tarballs in an empty folder, and puts the files of `consumer/` there. */
export async function createConsumerProject(
  root: string,
  workspace: WorkspaceFile,
  packages: readonly PublishedPackage[],
): Promise<ConsumerProject> {
  const folder = await mkdtemp(join(tmpdir(), 'package-tests-'));
  const tarballs = await pack(root, packages, join(folder, 'tarballs'));
  const compilers = compilerVersions(workspace);
  const manifests = packages.map(({ manifest }) => manifest);
  const version = oldestSupportedNode(manifests);
  const dependencies = {
    ...Object.fromEntries([...tarballs].map(([name, path]) => [name, `file:${path}`])),
    ...peers(manifests, workspace),
    ...Object.fromEntries(
      compilers.map((compiler) => [`typescript-${compiler}`, `npm:typescript@${compiler}`]),
    ),
    'oldest-node': `npm:node-${platformName()}@${version}`,
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2));
  await install(folder);
  await cp(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  await cp(consumerFolder, folder, { recursive: true });
  return {
    folder,
    tarballs,
    oldestNode: { path: join(folder, 'node_modules', 'oldest-node', 'bin', 'node'), version },
    compilers: new Map(
      compilers.map((name) => [name, join(folder, 'node_modules', `typescript-${name}`, 'bin', 'tsc')]),
    ),
    close: () => rm(folder, { recursive: true }),
  };
}

async function pack(
  root: string,
  packages: readonly PublishedPackage[],
  destination: string,
): Promise<Map<string, string>> {
  await mkdir(destination);
  const filters = packages.flatMap(({ manifest }) => ['--filter', manifest.name]);
  await mustRun('pnpm', ['--recursive', ...filters, 'pack', '--pack-destination', destination], root);
  return new Map(packages.map(({ manifest }) => [manifest.name, join(destination, tarballName(manifest))]));
}

/** How npm and pnpm call the tarball of a package: `webwork-sdk-client-1.0.0.tgz`. */
export function tarballName({ name, version }: Manifest): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
}

async function install(folder: string): Promise<void> {
  await mustRun(
    'npm',
    ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    folder,
  );
}

async function mustRun(file: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await run(file, args, { cwd, deadlineMs });
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${output}`);
}

/** The compilers that the workspace knows, the one it builds with among them. */
export function compilerVersions({ catalog, catalogs }: WorkspaceFile): string[] {
  const versions = [catalog, ...Object.values(catalogs)].map((one) => one['typescript']);
  return versions.filter((version) => version !== undefined).toSorted();
}

/** What the packages leave to the user to install, and the types of it, in the versions of the workspace. */
function peers(manifests: readonly Manifest[], { catalog }: WorkspaceFile): Record<string, string> {
  const names = manifests.flatMap(({ peerDependencies = {} }) => Object.keys(peerDependencies));
  const wanted = [...names, ...names.map((name) => `@types/${name}`), '@types/node'];
  return Object.fromEntries(
    wanted.flatMap((name) => (catalog[name] === undefined ? [] : [[name, catalog[name]] as const])),
  );
}

/** As the registry names its builds of Node. */
function platformName(): string {
  return `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

/** The files of an installed package, with `/` between folders. */
export async function installedFiles(folder: string, name: string): Promise<string[]> {
  const found = await readdir(join(folder, 'node_modules', name), { recursive: true });
  return found.map((file) => file.replaceAll('\\', '/'));
}
