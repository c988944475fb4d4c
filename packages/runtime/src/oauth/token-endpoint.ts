import { OAuthError } from './oauth-error.ts';
import type { TokenSet } from './token-store.ts';

/** An application that is registered with an authorization server. */
export interface OAuthApp {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Missing for public clients: apps in a browser or on a phone can keep no secret. */
  readonly clientSecret?: string | undefined;
  /** Where the secret goes: in the `Authorization` header or in the body. Default `header`. */
  readonly secretIn?: 'header' | 'body' | undefined;
  /** The function to send with. Default: the platform's `fetch`. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Milliseconds for one request to the token endpoint. Default 30,000. */
  readonly timeout?: number | undefined;
}

type Grant = Readonly<Record<string, string | undefined>>;

/** Asks the token endpoint (RFC 6749, sections 4 to 6). Throws an OAuthError when it refuses. */
export async function requestTokens(app: OAuthApp, grant: Grant): Promise<TokenSet> {
  const response = await post(app, grant);
  const body = parse(response.text);
  if (!response.ok || typeof body['access_token'] !== 'string') {
    const code = typeof body['error'] === 'string' ? body['error'] : 'invalid_response';
    const description = body['error_description'];
    const what =
      typeof description === 'string' ? description : `the token endpoint answered ${response.status}`;
    throw new OAuthError(code, withoutSecrets(what, app, grant), response.status);
  }
  return tokenSet(body, body['access_token']);
}

async function post(app: OAuthApp, grant: Grant): Promise<{ ok: boolean; status: number; text: string }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), app.timeout ?? 30_000);
  try {
    const response = await (app.fetch ?? fetch)(app.tokenUrl, { ...form(app, grant), signal: stop.signal });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    // Not the error itself: what it says of the request is not ours to vouch for.
    const reason = stop.signal.aborted
      ? 'did not answer in time'
      : `could not be reached (${(error as Error).name})`;
    throw new OAuthError('unreachable', `${app.tokenUrl} ${reason}`);
  } finally {
    clearTimeout(timer);
  }
}

function form({ clientId, clientSecret, secretIn = 'header' }: OAuthApp, grant: Grant): RequestInit {
  const inHeader = clientSecret !== undefined && secretIn === 'header';
  const fields = { ...grant, ...(inHeader ? {} : { client_id: clientId, client_secret: clientSecret }) };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const secret = `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret ?? '')}`)}`;
  return {
    method: 'POST',
    headers: inHeader ? { ...headers, authorization: secret } : headers,
    body: new URLSearchParams(given).toString(),
    redirect: 'manual',
  };
}

/** Client id and secret are form-encoded before they become a Basic header (RFC 6749, section 2.3.1). */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function tokenSet(body: Readonly<Record<string, unknown>>, accessToken: string): TokenSet {
  const { refresh_token: refreshToken, expires_in: seconds, scope } = body;
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
    expiresAt: Number(seconds) > 0 ? Date.now() + Number(seconds) * 1000 : undefined,
    scope: typeof scope === 'string' ? scope : undefined,
  };
}

/** A server may quote what it refuses. */
function withoutSecrets(text: string, { clientSecret }: OAuthApp, grant: Grant): string {
  const { refresh_token: refreshToken, code, code_verifier: verifier } = grant;
  return [clientSecret, refreshToken, code, verifier]
    .filter((secret) => secret !== undefined && secret !== '')
    .reduce<string>((clean, secret) => clean.replaceAll(String(secret), '[secret]'), text);
}
