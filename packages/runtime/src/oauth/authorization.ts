import { OAuthError } from './oauth-error.ts';
import { requestTokens, type OAuthApp } from './token-endpoint.ts';
import type { TokenSet } from './token-store.ts';

/** What the user's consent is asked for. */
export interface AuthorizationRequest {
  readonly authorizationUrl: string;
  readonly clientId: string;
  /** Must be the one that is registered, to the letter. */
  readonly redirectUri: string;
  readonly scopes?: readonly string[] | undefined;
}

/** A login under way. Keep it for `finishAuthorization`, where only this user's browser or session can read it. */
export interface Authorization {
  /** Where to send the user. */
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Starts the authorization code flow with PKCE (RFC 7636, S256). */
export async function startAuthorization(request: AuthorizationRequest): Promise<Authorization> {
  const { authorizationUrl, clientId, redirectUri, scopes = [] } = request;
  const verifier = randomText();
  const state = randomText();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const url = new URL(authorizationUrl);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier, redirectUri };
}

/**
 * Exchanges the code that came back with the user for tokens. `callbackUrl` is the whole URL the user came
 * to. Throws an OAuthError when the user or the server refused, or when the state is not the one that was sent.
 */
export async function finishAuthorization(
  app: OAuthApp,
  { state, verifier, redirectUri }: Omit<Authorization, 'url'>,
  callbackUrl: string,
): Promise<TokenSet> {
  const answer = new URL(callbackUrl).searchParams;
  if (answer.get('state') !== state) {
    throw new OAuthError('invalid_state', 'the answer does not belong to this login; start again');
  }
  const code = answer.get('code');
  if (code === null) {
    throw new OAuthError(
      answer.get('error') ?? 'invalid_response',
      answer.get('error_description') ?? 'the login gave no code',
    );
  }
  return requestTokens(app, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: app.clientId,
    code_verifier: verifier,
  });
}

/** 256 random bits, safe in a URL. */
const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
