import { ReleaseError } from './release-error.ts';

/** A repository on GitHub, as its workflows see it. */
export interface GitHubRepository {
  /** `https://api.github.com`, or that of a GitHub Enterprise. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly name: string;
  readonly token: string;
}

export interface ReleaseNote {
  readonly tag: string;
  readonly text: string;
}

/** The longest GitHub may take over one answer, in milliseconds. */
const deadlineMs = 30_000;

/** The repository of the workflow that this runs in, if it has a token for it. */
export function githubRepository(
  env: Readonly<Record<string, string | undefined>>,
): GitHubRepository | undefined {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: name, GITHUB_TOKEN: token } = env;
  return apiUrl && name && token ? { apiUrl, name, token } : undefined;
}

/**
 * Gives each tag a release with its text; one that is there stays as it is. Gives the tags that got one.
 * @throws ReleaseError `release-github-refused`.
 */
export async function createGitHubReleases(
  repository: GitHubRepository,
  notes: readonly ReleaseNote[],
): Promise<string[]> {
  const created: string[] = [];
  for (const { tag, text } of notes) {
    const found = await request(repository, 'GET', `tags/${encodeURIComponent(tag)}`);
    if (found.ok) continue;
    if (found.status !== 404) throw await refused(found, tag);
    const answer = await request(repository, 'POST', '', { tag_name: tag, name: tag, body: text });
    if (!answer.ok) throw await refused(answer, tag);
    created.push(tag);
  }
  return created;
}

async function request(
  { apiUrl, name, token }: GitHubRepository,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  const url = `${apiUrl}/repos/${name}/releases${path === '' ? '' : `/${path}`}`;
  try {
    return await fetch(url, {
      method,
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(deadlineMs),
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw problem(`GitHub did not answer: ${cause instanceof Error ? cause.message : cause}`, url, cause);
  }
}

async function refused(answer: Response, tag: string): Promise<ReleaseError> {
  const text = (await answer.text()).slice(0, 300);
  return problem(`GitHub answered ${answer.status} for the release of ${tag}: ${text}`, answer.url);
}

function problem(message: string, where: string, cause?: unknown): ReleaseError {
  const next = 'The packages are published and tagged; run `pnpm release:publish` again for the releases.';
  return new ReleaseError({ code: 'release-github-refused', message, where, next }, cause);
}
