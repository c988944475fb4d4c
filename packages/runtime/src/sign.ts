import { addCookie, addToQuery } from './locations.ts';

/** Puts a credential into a request: changes `headers`, or gives the URL to use instead. */
export type Signer = (
  token: string | false | undefined,
  headers: Record<string, string>,
  url: string,
  /** Credentials beside the token, by the names of their security schemes. */
  keys?: Readonly<Record<string, string>>,
) => string | undefined | void;

/** `Authorization: Bearer`. */
export const bearer: Signer = (token, headers) => {
  if (token) headers['authorization'] ??= `Bearer ${token}`;
};

/** `Authorization: Basic`, of `name:password`, or of what is encoded already (RFC 7617). */
export const basic: Signer = (token, headers) => {
  if (!token) return;
  const bytes = token.includes(':') && String.fromCharCode(...new TextEncoder().encode(token));
  headers['authorization'] ??= `Basic ${bytes ? btoa(bytes) : token}`;
};

/** An API key in a header, the query or a cookie. */
export function apiKey(place: 'header' | 'query' | 'cookie', name: string): Signer {
  return (key, headers, url) => {
    if (!key) return url;
    const draft = { path: url };
    if (place === 'query') addToQuery(draft, `${name}=${encodeURIComponent(key)}`);
    else if (place === 'header') headers[name.toLowerCase()] ??= key;
    else addCookie(headers, `${name}=${encodeURIComponent(key)}`);
    return draft.path;
  };
}

/**
 * Several security schemes: any of the `alternatives` will do, and one of them needs all that stand in it. Taken
 * is the first whose keys were given, else the first; what has no key of its own gets the token.
 */
export function schemes(...alternatives: readonly Readonly<Record<string, Signer>>[]): Signer {
  return (token, headers, start, keys = {}) => {
    const isGiven = (alternative: object): boolean => Object.keys(alternative).every((name) => keys[name]);
    const chosen = alternatives.find(isGiven) ?? alternatives[0] ?? {};
    let url = start;
    for (const [name, sign] of Object.entries(chosen)) {
      const key = keys[name] ?? token;
      url = sign(key, headers, url) || url;
    }
    return url;
  };
}
