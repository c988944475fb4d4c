import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkspaceFile, run, type PublishedPackage } from '@webwork-sdk/package-tests';
import { commitAll, copyRepository } from '../copy-repository.ts';
import { pendingChangesets } from '../pending-changesets.ts';
import { publishPackages } from '../publish-packages.ts';
import { registryEnvironment, startRegistry } from '../registry.ts';
import { attempt, step, type ReleaseContext } from '../steps.ts';
import { compileConsumers } from '../update/consumer-errors.ts';
import { hasConsumers } from '../update/last-release.ts';
import { packagesOf, versionPackages } from '../version-packages.ts';
import type { Check } from './check.ts';
import {
  companions,
  createConsumerProject,
  type ConsumerProject,
  type PackageManager,
} from './consumer-project.ts';
import { checkDocumentHash, checkTarball, fetchRelease } from './tarballs.ts';
import { checkCommandLine, checkNewRepository, startInstalledMock } from './tools.ts';
import { checkUses } from './uses.ts';

/** A rehearsal signs nothing, writes to no GitHub, and its copy has no remote. */
const outside = {
  ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined,
  SIGSTORE_ID_TOKEN: undefined,
  GITHUB_TOKEN: undefined,
  GH_TOKEN: undefined,
};

/** What the three packages of an API are called; the others come along as their dependencies. */
const apiPackages = ['@webwork-sdk/types', '@webwork-sdk/client', '@webwork-sdk/react-query'];
const toolPackages = ['@webwork-sdk/mock', 'sdkwright'];

/**
 * Plays a release through, up to what people do with it: versions a copy of the repository, publishes it to a registry
 * on this machine, installs from there, and looks at all that comes out. Works in a folder below `scratch`, and leaves
 * nothing behind.
 * @throws ReleaseError or Error where a step before the checks fails.
 */
export async function rehearse(context: ReleaseContext, scratch: string = tmpdir()): Promise<Check[]> {
  const folder = await mkdtemp(join(scratch, 'rehearsal-'));
  const closing: (() => Promise<void>)[] = [];
  try {
    return await perform({ context, folder, closeAtEnd: (close) => closing.unshift(close) });
  } finally {
    for (const close of closing) await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Stage {
  readonly context: ReleaseContext;
  readonly folder: string;
  readonly closeAtEnd: (close: () => Promise<void>) => void;
}

async function perform({ context, folder, closeAtEnd }: Stage): Promise<Check[]> {
  const { print, root } = context;
  const copy = { ...context, root: join(folder, 'repository') };
  await copyAndVersion(copy, root);
  const packages = await packagesOf(copy.root);
  const registry = await startRegistry({
    storage: join(folder, 'registry'),
    own: packages.map(({ manifest }) => manifest.name),
    upstream: await configuredRegistry(folder),
  });
  closeAtEnd(() => registry.close());
  await publishPackages({ ...copy, env: { ...outside, ...registryEnvironment(registry.url) } });
  const shop: Shop = { context, folder, registry: registry.url, packages };
  // Two at once, for most of it is waiting for the registry above.
  const [tools, npm] = await allOf([
    install(shop, 'pnpm', 'tools', toolPackages),
    install(shop, 'npm', 'npm', apiPackages),
  ]);
  const pnpm = await install(shop, 'pnpm', 'pnpm', apiPackages);
  const mock = await startInstalledMock(tools);
  closeAtEnd(() => mock.close());
  print('what is in them\n');
  const checks = await checkPackages(shop);
  print('what they do\n');
  const uses = await allOf([
    checkUses({ manager: 'npm', project: npm, root, mockUrl: mock.url }),
    checkUses({ manager: 'pnpm', project: pnpm, root, mockUrl: mock.url }),
  ]);
  checks.push(...uses.flat());
  checks.push(await checkLayout(copy), await checkConsumers(copy));
  checks.push(await checkNewRepository(tools, join(folder, 'caches')));
  return [...checks, await checkCommandLine(tools, join(root, 'spec', 'openapi.yaml'))];
}

/** Both, or the first error; but not before both have ended, for what still runs would write behind our back. */
async function allOf<First, Second>(
  both: readonly [Promise<First>, Promise<Second>],
): Promise<[First, Second]> {
  await Promise.allSettled(both);
  return await Promise.all(both);
}

/** A copy of the repository as it would be after the next release. Right after one there is nothing to version. */
async function copyAndVersion(copy: ReleaseContext, root: string): Promise<void> {
  const next = 'See that `pnpm test` is green.';
  copy.print('a copy of the repository\n');
  await copyRepository(root, copy.root);
  await step(copy, 'pnpm install --frozen-lockfile', next, () =>
    attempt(copy, 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline']),
  );
  if ((await pendingChangesets(copy.root)).length === 0) return;
  await versionPackages(copy);
  await commitAll(copy.root, 'Release');
}

/** Versioning writes files that the next `pnpm test` looks at. */
async function checkLayout(copy: ReleaseContext): Promise<Check> {
  const { code, output } = await attempt(copy, 'pnpm', ['exec', 'oxfmt', '--check']);
  return { what: 'the layout of what was versioned', faults: code === 0 ? [] : output.split('\n') };
}

/** What the next update is held against has to compile against the packages that it was written for. */
async function checkConsumers(copy: ReleaseContext): Promise<Check> {
  const errors = (await hasConsumers(copy.root)) ? await compileConsumers(copy) : [];
  return { what: 'the programs that are kept for the next update', faults: errors.map(({ text }) => text) };
}

/** Where this machine takes packages from. */
async function configuredRegistry(cwd: string): Promise<string> {
  const { code, stdout, output } = await run('npm', ['config', 'get', 'registry'], {
    cwd,
    deadlineMs: 30_000,
  });
  if (code !== 0) throw new Error(`npm does not tell its registry:\n${output}`);
  return stdout.trim();
}

/** Where consumers install from. */
interface Shop {
  readonly context: ReleaseContext;
  readonly folder: string;
  readonly registry: string;
  readonly packages: readonly PublishedPackage[];
}

async function install(
  { context, folder, registry, packages }: Shop,
  manager: PackageManager,
  name: string,
  names: readonly string[],
): Promise<ConsumerProject> {
  context.print(`${manager} install ${names.join(' ')}\n`);
  const wanted = packages.filter(({ manifest }) => names.includes(manifest.name));
  const versions = wanted.map(({ manifest }) => [manifest.name, manifest.version] as const);
  const isForApps = names === apiPackages;
  return await createConsumerProject({
    manager,
    folder: join(folder, `${name}-project`),
    caches: join(folder, 'caches'),
    registry,
    dependencies: {
      ...Object.fromEntries(versions),
      ...(isForApps && companions(await readWorkspaceFile(context.root))),
    },
    ...(context.signal && { signal: context.signal }),
  });
}

async function checkPackages({ folder, registry, packages }: Shop): Promise<Check[]> {
  const released = await Promise.all(
    packages.map((one) => fetchRelease(registry, one, join(folder, 'tarballs'))),
  );
  const checks: Check[] = [];
  for (const one of released) checks.push(...(await checkTarball(one)));
  const ofApi = released.filter(({ manifest }) => apiPackages.includes(manifest.name));
  return [...checks, await checkDocumentHash(ofApi)];
}
