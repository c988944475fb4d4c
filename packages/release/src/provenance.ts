import type { PublishedPackage } from '@webwork-sdk/package-tests';
import { ReleaseError } from './release-error.ts';

/** Whether this runs where npm's provenance can be signed: in a CI that hands out identity tokens. */
export function signsProvenance(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['ACTIONS_ID_TOKEN_REQUEST_URL'] !== undefined || env['SIGSTORE_ID_TOKEN'] !== undefined;
}

/**
 * npm takes a signed package only from the repository that its manifest names, and says so when half of them are up.
 * @throws ReleaseError `release-repository-missing`.
 */
export function refuseOtherRepository(
  packages: readonly PublishedPackage[],
  repository: string | undefined,
): void {
  const other = packages.find(({ manifest }) => !isFrom(manifest.repository, repository));
  if (repository === undefined || !other) return;
  throw new ReleaseError({
    code: 'release-repository-missing',
    message: `${other.manifest.name} does not say that it comes from ${repository}, and npm takes no provenance without`,
    where: `${other.folder}/package.json`,
    next: 'Put "repository": { "type": "git", "url": …, "directory": … } into every published package.json; RELEASING.md tells how.',
  });
}

function isFrom(declared: string | { readonly url: string } | undefined, repository = ''): boolean {
  const url = typeof declared === 'object' ? declared.url : (declared ?? '');
  return url
    .replace(/\.git$/, '')
    .toLowerCase()
    .endsWith(`/${repository.toLowerCase()}`);
}
