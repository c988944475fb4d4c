import process from 'node:process';
import { publishedPackages, readWorkspaceFile, type PublishedPackage } from '@webwork-sdk/package-tests';
import { changedPackages } from './changed-packages.ts';
import { refuseDirtyTree } from './git.ts';
import { pendingChangesets } from './pending-changesets.ts';
import { ReleaseError } from './release-error.ts';
import { repositoryUrl, writeRepository } from './repository-field.ts';
import { attempt, attemptChangeset, step, type ReleaseContext } from './steps.ts';

/** A package that got another version. */
export interface VersionBump {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const command = 'pnpm release:version';
const startOver = `Look at it, then take the half-made release away with \`git restore . && git clean -fd packages\` and run \`${command}\` again.`;

/**
 * Takes the pending changesets up: versions, changelogs, lockfile, where the packages come from, the generated files,
 * whose headers name the version of sdkwright, and the programs that the next update is held against. Commits nothing.
 * @throws ReleaseError where the tree is dirty, a changed package has no changeset, or a step fails.
 */
export async function versionPackages(context: ReleaseContext): Promise<VersionBump[]> {
  const { root } = context;
  await refuseDirtyTree(root, command);
  const before = await packagesOf(root);
  await refuseUntoldChanges(root, before);
  await step(context, 'changeset version', startOver, () => attemptChangeset(context, 'version'));
  await nameRepository(context);
  await step(context, 'pnpm install --lockfile-only', startOver, () =>
    attempt(context, 'pnpm', ['install', '--lockfile-only', '--no-frozen-lockfile']),
  );
  await step(context, 'pnpm generate', startOver, () => attempt(context, 'pnpm', ['run', 'generate']));
  await step(context, 'pnpm release:consumers', startOver, () =>
    attempt(context, 'pnpm', ['run', 'release:consumers']),
  );
  return bumpsBetween(before, await packagesOf(root));
}

async function nameRepository({ root, env, print }: ReleaseContext): Promise<void> {
  const url = await repositoryUrl(root, { ...process.env, ...env });
  if (url === undefined)
    return print('no remote called origin: the manifests do not say where they come from\n');
  await writeRepository(root, url, await packagesOf(root));
}

/** Every package of the repository that is not private. */
export async function packagesOf(root: string): Promise<PublishedPackage[]> {
  return await publishedPackages(root, await readWorkspaceFile(root));
}

async function refuseUntoldChanges(root: string, packages: readonly PublishedPackage[]): Promise<void> {
  const pending = await pendingChangesets(root);
  const told = new Set(pending.flatMap((changeset) => changeset.packages));
  const untold = (await changedPackages(root, packages)).filter(({ manifest }) => !told.has(manifest.name));
  if (pending.length > 0 && untold.length === 0) return;
  const names = untold.map(({ manifest }) => manifest.name).join(', ');
  throw new ReleaseError({
    code: 'release-changeset-missing',
    message:
      names === ''
        ? 'there is nothing to release'
        : `no changeset says what became of ${names} since its tag`,
    where: '.changeset/',
    next: `Write one with \`pnpm changeset\`, commit it, then run \`${command}\` again.`,
  });
}

function bumpsBetween(
  before: readonly PublishedPackage[],
  after: readonly PublishedPackage[],
): VersionBump[] {
  return after.flatMap(({ manifest: { name, version } }) => {
    const from = before.find(({ manifest }) => manifest.name === name)?.manifest.version;
    return from === undefined || from === version ? [] : [{ name, from, to: version }];
  });
}
