import type { Manifest, PublishedPackage } from '@webwork-sdk/package-tests';
import { ReleaseError } from './release-error.ts';
import { publicUrl } from './repository-field.ts';

/** Whether this runs where npm's provenance can be signed: in a CI that hands out identity tokens. */
export function signsProvenance(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['ACTIONS_ID_TOKEN_REQUEST_URL'] !== undefined || env['SIGSTORE_ID_TOKEN'] !== undefined;
}

/**
 * npm takes a signed package only from the repository that its manifest names, and says so when half of them are up.
 * Where nobody knows what this repository is called, any name will do.
 * @throws ReleaseError `release-repository-missing`.
 */
export function refuseOtherRepository(packages: readonly PublishedPackage[], url: string | undefined): void {
  const other = packages.find(({ manifest }) => !isFrom(manifest, url));
  if (!other) return;
  const named = urlOf(other.manifest);
  const told = named === '' ? 'does not say where it comes from' : `says that it comes from ${named}`;
  throw new ReleaseError({
    code: 'release-repository-missing',
    message: `${other.manifest.name} ${told}, and npm takes no provenance but from there`,
    where: `${other.folder}/package.json`,
    next:
      url === undefined
        ? 'Give this clone the repository as its remote `origin`, then `pnpm release:version` writes "repository".'
        : `This is ${url}: put that as "repository" into every published package.json, or take the field out; \`pnpm release:version\` writes it where it is missing.`,
  });
}

function isFrom(manifest: Manifest, url: string | undefined): boolean {
  const named = publicUrl(urlOf(manifest))?.toLowerCase();
  return named !== undefined && (url === undefined || named === url.toLowerCase());
}

function urlOf({ repository }: Manifest): string {
  return typeof repository === 'object' ? repository.url : (repository ?? '');
}
