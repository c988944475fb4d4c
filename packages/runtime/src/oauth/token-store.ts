/** The tokens of one user, or of the application itself. */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** Milliseconds since 1970; missing: the server did not say. */
  readonly expiresAt?: number | undefined;
  /** The scopes that were granted, separated by spaces. */
  readonly scope?: string | undefined;
}

/**
 * Where the tokens are kept. A server may take back a refresh token once it has given the next one: `set` is
 * awaited before a new token is used, and should not resolve before the tokens are safe.
 */
export interface TokenStore {
  get(): TokenSet | undefined | Promise<TokenSet | undefined>;
  set(tokens: TokenSet): void | Promise<void>;
}

/** Keeps tokens until the process ends. They show neither in logs nor in inspections. */
export function memoryStore(tokens?: TokenSet): TokenStore {
  let kept = tokens;
  return {
    get: () => kept,
    set: (next) => {
      kept = next;
    },
  };
}
