/** Puts a token into a request: changes `headers`, or gives the URL to use instead. */
export type Signer = (
  token: string,
  headers: Record<string, string>,
  url: string,
) => string | undefined | void;

/** `Authorization: Bearer`. */
export const bearer: Signer = (token, headers) => {
  headers['authorization'] ??= `Bearer ${token}`;
};

/** An API key in a header, the query or a cookie; `prefix` stands before it, as in `Basic `. */
export function apiKey(place: 'header' | 'query' | 'cookie', name: string, prefix = ''): Signer {
  return (token, headers, url) => {
    const key = prefix + token;
    if (place === 'query') return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(key)}`;
    if (place === 'header') headers[name.toLowerCase()] ??= key;
    else
      headers['cookie'] = [headers['cookie'], `${name}=${encodeURIComponent(key)}`]
        .filter(Boolean)
        .join('; ');
    return url;
  };
}
