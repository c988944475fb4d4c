import { loopbackServer } from './loopback-server.ts';

export interface GitHubIdentity {
  /** What a workflow that may ask for its identity has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** An empty registry that takes identities for tokens. */
  readonly registry: string;
  /** What was asked, in its order: `identity for sigstore`, `token for @acme/types`, `upload of @acme/types`. */
  readonly asked: readonly string[];
}

/** An identity provider of workflows, and a registry that trusts it, as far as pnpm talks to them. */
export async function gitHubIdentity(): Promise<GitHubIdentity> {
  const asked: string[] = [];
  const identity = ['{"alg":"none"}', '{"exp":4000000000}', 'unsigned']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  const provider = await loopbackServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://provider');
    asked.push(`identity for ${searchParams.get('audience')}`);
    response.end(JSON.stringify({ value: identity }));
  });
  const registry = await loopbackServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const [, name] = /\/oidc\/token\/exchange\/package\/(.+)$/.exec(path) ?? [];
    if (request.method === 'PUT') asked.push(`upload of ${path.slice(1)}`);
    if (name === undefined) return response.writeHead(404).end('{}');
    asked.push(`token for ${name}`);
    return response.end(JSON.stringify({ token: 'a-token-for-minutes' }));
  });
  return {
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${provider}/?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-request-token',
    },
    registry: `${registry}/`,
    asked,
  };
}
