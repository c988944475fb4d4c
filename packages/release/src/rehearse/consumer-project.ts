import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consumerFolder, run, type CommandResult, type WorkspaceFile } from '@webwork-sdk/package-tests';
import { registryEnvironment } from '../registry.ts';
import { ReleaseError } from '../release-error.ts';
import { lastLines } from '../steps.ts';

export type PackageManager = 'npm' | 'pnpm';

/** A folder of someone who installs from the registry. */
export interface ConsumerProject {
  readonly folder: string;
  /** Runs a program in it. A failure is a result. */
  readonly run: (file: string, args: readonly string[]) => Promise<CommandResult>;
}

export interface ConsumerOptions {
  readonly manager: PackageManager;
  readonly folder: string;
  /** Scratch of the package managers; nothing of a rehearsal may stay in those of the machine. */
  readonly caches: string;
  readonly registry: string;
  /** Exact versions by name. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const deadlineMs = 180_000;
const own = fileURLToPath(new URL('../../consumer', import.meta.url));

/** Installs the dependencies in an empty project, and puts the programs of `consumer/` there. @throws ReleaseError. */
export async function createConsumerProject(options: ConsumerOptions): Promise<ConsumerProject> {
  const { manager, folder, caches, registry, dependencies, signal } = options;
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const env = registryEnvironment(registry);
  const project: ConsumerProject = {
    folder,
    run: (file, args) => run(file, args, { cwd: folder, env, deadlineMs, ...(signal && { signal }) }),
  };
  const { code, output } = await project.run(manager, installation[manager](caches));
  if (code !== 0) throw installationFailed(manager, output);
  await cp(consumerFolder, folder, { recursive: true });
  await cp(own, folder, { recursive: true });
  return project;
}

function installationFailed(manager: PackageManager, output: string): ReleaseError {
  return new ReleaseError({
    code: 'release-step-failed',
    message: lastLines(output),
    where: `${manager} install, from the registry of the rehearsal`,
    next: 'See that the registry this machine uses answers, and that the packages name all that they need.',
  });
}

const installation: Readonly<Record<PackageManager, (caches: string) => string[]>> = {
  npm: (caches) => [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `--cache=${join(caches, 'npm')}`,
  ],
  pnpm: (caches) => [...pnpmInstall(caches), '--ignore-workspace', '--ignore-scripts'],
};

/** Arguments of `pnpm install` that leave the caches of the machine alone. */
export function pnpmInstall(caches: string): string[] {
  return [
    'install',
    `--store-dir=${join(caches, 'pnpm-store')}`,
    `--config.cache-dir=${join(caches, 'pnpm-cache')}`,
    `--state-dir=${join(caches, 'pnpm-state')}`,
  ];
}

/** What the page and the type checks need besides the packages, as the workspace has them. */
export function companions({ catalog }: WorkspaceFile): Record<string, string> {
  const names = [
    '@tanstack/react-query',
    '@types/node',
    '@types/react',
    '@types/react-dom',
    '@vitejs/plugin-react',
    'react',
    'react-dom',
    'typescript',
    'vite',
  ];
  return Object.fromEntries(names.map((name) => [name, catalog[name] ?? '']));
}
