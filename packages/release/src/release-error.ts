/** What can keep a release from going on; each is the releaser's to mend, and RELEASING.md tells how. */
export const releaseErrorCodes = [
  'release-tree-dirty',
  'release-changeset-missing',
  'release-changesets-pending',
  'release-version-missing',
  'release-repository-missing',
  'release-registry-unusable',
  'release-publish-failed',
  'release-tags-not-pushed',
  'release-github-refused',
  'release-step-failed',
] as const;

export type ReleaseErrorCode = (typeof releaseErrorCodes)[number];

export interface ReleaseProblem {
  readonly code: ReleaseErrorCode;
  /** The fact, with the names in it. */
  readonly message: string;
  /** File, package, command or URL. */
  readonly where: string;
  /** The releaser's next step. */
  readonly next: string;
}

/** A release that cannot go on, told as sdkwright tells its diagnostics: code and fact, place, next step. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly code: ReleaseErrorCode;

  constructor({ code, message, where, next }: ReleaseProblem, cause?: unknown) {
    super(`error ${code}: ${message}\n  at ${where}\n  ${next}`, { cause });
    this.code = code;
  }
}
