import process from 'node:process';
import type { PublishedPackage } from '@webwork-sdk/package-tests';
import { releaseTag } from './changed-packages.ts';
import { git, localTags, originUrl, refuseDirtyTree } from './git.ts';
import { createGitHubReleases, githubRepository, type ReleaseNote } from './github-releases.ts';
import { pendingChangesets } from './pending-changesets.ts';
import { refuseOtherRepository, signsProvenance } from './provenance.ts';
import { publishFailure } from './publish-failure.ts';
import { ReleaseError } from './release-error.ts';
import { repositoryUrl } from './repository-field.ts';
import { releaseText } from './release-text.ts';
import { attempt, attemptAtTerminal, attemptChangeset, step, type ReleaseContext } from './steps.ts';
import { packagesOf } from './version-packages.ts';

const command = 'pnpm release:publish';
const again = `Run \`${command}\` again: what is in the registry is left alone, the rest follows.`;

/** What was in the registry at the end, and which of it got a release on GitHub now. */
export interface Published {
  readonly tags: readonly string[];
  /** Absent where this is no workflow of GitHub. */
  readonly githubReleases?: readonly string[];
  /** The text of each release, for whoever writes them by hand. */
  readonly notes: readonly ReleaseNote[];
}

/**
 * Builds and publishes every version that the registry does not have, dependencies first; then tags, pushes the tags
 * and writes the releases on GitHub. Each of these leaves alone what is there, so a run ends what another began.
 * @throws ReleaseError for whatever keeps it from the end.
 */
export async function publishPackages(context: ReleaseContext): Promise<Published> {
  const { root } = context;
  const env = { ...process.env, ...context.env };
  await refuseDirtyTree(root, command);
  const packages = await packagesOf(root);
  await refuseUnversioned(root, packages);
  const signed = signsProvenance(env);
  if (signed) refuseOtherRepository(packages, await repositoryUrl(root, env));
  await step(context, 'pnpm build', again, () => attempt(context, 'pnpm', ['run', 'build']));
  await publish({ ...context, env: { ...context.env, pnpm_config_provenance: String(signed) } }, packages);
  await step(context, 'changeset git-tag', again, () => attemptChangeset(context, 'git-tag'));
  const tags = packages.map(({ manifest }) => releaseTag(manifest));
  await pushTags(context, tags);
  const notes = await Promise.all(packages.map(noteOf));
  const github = githubRepository(env);
  return { tags, notes, ...(github && { githubReleases: await createGitHubReleases(github, notes) }) };
}

async function refuseUnversioned(root: string, packages: readonly PublishedPackage[]): Promise<void> {
  const [pending] = await pendingChangesets(root);
  const next = 'Run `pnpm release:version` and merge what it made; then publish.';
  if (pending)
    throw new ReleaseError({
      code: 'release-changesets-pending',
      message: 'there are changesets that no version has taken up',
      where: pending.path,
      next,
    });
  const unversioned = packages.find(({ manifest }) => manifest.version === '0.0.0');
  if (unversioned)
    throw new ReleaseError({
      code: 'release-version-missing',
      message: `${unversioned.manifest.name} has the version 0.0.0`,
      where: unversioned.folder,
      next,
    });
}

/** Changesets 3 asks the registry what it has, and publishes the rest in the order of their dependencies. */
async function publish(context: ReleaseContext, packages: readonly PublishedPackage[]): Promise<void> {
  context.print('changeset publish\n');
  const { code, output } = await attemptAtTerminal(context, 'publish');
  if (code === 0) return;
  const { stdout: registry } = await attempt(context, 'pnpm', ['config', 'get', 'registry']);
  const tags = await localTags(context.root);
  const isPublished = ({ manifest }: PublishedPackage): boolean => tags.has(releaseTag(manifest));
  const listed = (some: readonly PublishedPackage[]): string =>
    some.map(({ manifest }) => releaseTag(manifest)).join(', ') || 'none';
  const isAsked = context.interactive === true || output.includes('failed to publish');
  throw new ReleaseError({
    code: isAsked ? 'release-publish-failed' : 'release-registry-unusable',
    message: [
      context.interactive === true ? 'what changesets printed above' : publishFailure(output),
      `  published and tagged: ${listed(packages.filter(isPublished))}`,
      `  not known to be published: ${listed(packages.filter((one) => !isPublished(one)))}`,
    ].join('\n'),
    where: registry.trim(),
    next: `See that the registry answers and that you may publish there. ${again}`,
  });
}

async function pushTags(context: ReleaseContext, tags: readonly string[]): Promise<void> {
  const remote = await originUrl(context.root);
  if (remote === undefined) return context.print('There is no remote to push the tags to.\n');
  const refs = tags.map((tag) => `refs/tags/${tag}`);
  // A clone without history has no tags but those it made; what the remote has already may be of an older commit.
  const there = await git(context.root, 'ls-remote', '--tags', 'origin');
  const missing = refs.filter((ref) => !there.split('\n').some((line) => line.endsWith(`\t${ref}`)));
  if (missing.length === 0) return;
  context.print('git push origin <tags>\n');
  const { code, output } = await attempt(context, 'git', ['push', 'origin', ...missing]);
  if (code === 0) return;
  throw new ReleaseError({
    code: 'release-tags-not-pushed',
    message: `all packages are published; the remote did not take the tags:\n${output}`,
    where: 'origin',
    next: again,
  });
}

async function noteOf({ folder, manifest }: PublishedPackage): Promise<ReleaseNote> {
  return { tag: releaseTag(manifest), text: await releaseText(folder, manifest.version) };
}
