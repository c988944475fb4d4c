import { OAuthError } from './oauth-error.ts';
import { requestTokens, type OAuthApp } from './token-endpoint.ts';
import { memoryStore, type TokenSet, type TokenStore } from './token-store.ts';

/** What the `token` option of a client takes: gives the access token, a new one when told which was rejected. */
export type OAuthTokenSource = (rejected?: string) => Promise<string>;

export interface TokenSourceOptions {
  /** Default: memory. */
  readonly store?: TokenStore | undefined;
  /** How many milliseconds before its end a token is renewed. Default 60,000. */
  readonly ahead?: number | undefined;
  /**
   * Runs the renewal while no other tab or process runs one on the same store, as with
   * `(run) => navigator.locks.request('webwork', run)`. Default: only this source waits for itself.
   */
  readonly lock?: (<T>(run: () => Promise<T>) => Promise<T>) | undefined;
}

/** The tokens of a user, from `finishAuthorization`, renewed with their refresh token. */
export function userTokens(
  app: OAuthApp,
  options: TokenSourceOptions & { readonly store: TokenStore },
): OAuthTokenSource {
  return tokenSource(options.store, options, async (tokens) => {
    const refreshToken = tokens?.refreshToken;
    if (refreshToken === undefined) {
      throw new OAuthError(
        'login_required',
        tokens ? 'the token cannot be renewed: there is no refresh token' : 'the store is empty',
      );
    }
    const next = await requestTokens(app, { grant_type: 'refresh_token', refresh_token: refreshToken });
    // A server that does not rotate says nothing: the old one stays good (RFC 6749, section 6).
    return { ...next, refreshToken: next.refreshToken ?? refreshToken };
  });
}

/** The tokens of the application itself (client credentials grant). */
export function clientCredentials(
  app: OAuthApp & { readonly clientSecret: string },
  options: TokenSourceOptions & { readonly scope?: string | undefined } = {},
): OAuthTokenSource {
  const grant = { grant_type: 'client_credentials', scope: options.scope };
  return tokenSource(options.store ?? memoryStore(), options, () => requestTokens(app, grant));
}

function tokenSource(
  store: TokenStore,
  { ahead = 60_000, lock = (run) => run() }: TokenSourceOptions,
  renew: (tokens: TokenSet | undefined) => Promise<TokenSet>,
): OAuthTokenSource {
  /** The renewal under way: every call that needs a token waits for the same one. */
  let renewal: Promise<TokenSet> | undefined;
  const goodOf = (
    tokens: TokenSet | undefined,
    rejected: string | undefined,
    margin: number,
  ): TokenSet | undefined =>
    tokens && tokens.accessToken !== rejected && (tokens.expiresAt ?? Infinity) - margin > Date.now()
      ? tokens
      : undefined;

  const replace = async (rejected: string | undefined): Promise<TokenSet> => {
    const tokens = await store.get();
    // While this waited for the lock, another may have renewed.
    const good = goodOf(tokens, rejected, ahead);
    if (good) return good;
    try {
      const next = await renew(tokens);
      await store.set(next);
      return next;
    } catch (error) {
      // Another process may have used up the refresh token, and left its successor in the store.
      // Or this was ahead of time: the token at hand is good until its end.
      const left = goodOf(await store.get(), rejected, 0);
      if (left) return left;
      throw error;
    }
  };

  return async (rejected) => {
    const good = goodOf(await store.get(), rejected, ahead);
    if (good) return good.accessToken;
    renewal ??= lock(() => replace(rejected)).finally(() => {
      renewal = undefined;
    });
    return (await renewal).accessToken;
  };
}
