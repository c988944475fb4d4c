type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The URL of a server whose variables have these values, or their defaults (OpenAPI 3.1, "Server Object"). Throws a
 * TypeError for a value that is missing, or would lead elsewhere than to that server: tokens go there.
 */
export function serverUrl(template: string, values: Variables, defaults: Variables = {}): string {
  return template.replace(/\{([^}]*)\}/g, (placeholder: string, name: string, at: number) => {
    const value = values[name] ?? defaults[name];
    const before = template.slice(0, at);
    const [place, wrong] = placeOf(before, template.slice(at + placeholder.length), value);
    if (value === undefined || (value === '' && place !== 'path'))
      throw new TypeError(`'${name}' is missing`);
    if (wrong.test(value)) throw new TypeError(`'${name}' is no part of a URL's ${place}`);
    return value;
  });
}

/** Which part of a URL a value is in that stands between two others, and what would end that part. */
function placeOf(before: string, after: string, value = ''): [place: string, end: RegExp] {
  if (before === '' && !after.startsWith(':')) return ['origin', /[\s?#@\\]/];
  if (!before.includes('/')) return ['scheme', /[^\w+.-]/];
  const isHost = /^[^/]*\/\/[^/]*$/.test(before);
  // `https://{host}:{port}{path}`: such a value begins the path, behind a host that is whole.
  const beginsPath = value.startsWith('/') && /[^/.:@]$/.test(before) && /^(\/|$)/.test(after);
  return isHost && !beginsPath ? ['host', /[\s?#@\\/]/] : ['path', /[\s?#\\]/];
}
