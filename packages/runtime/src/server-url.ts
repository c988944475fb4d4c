type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The URL of a server whose variables have these values, or their defaults (OpenAPI 3.1, "Server Object"). Throws a
 * TypeError for a value that is missing, or would lead elsewhere than to that server: tokens go there.
 */
export function serverUrl(template: string, values: Variables, defaults: Variables = {}): string {
  return template.replace(/\{([^}]*)\}/g, (_placeholder, name: string, at: number) => {
    const [place, wrong] = placeBehind(template.slice(0, at));
    const value = values[name] ?? defaults[name];
    if (value === undefined || (value === '' && place !== 'path'))
      throw new TypeError(`'${name}' is missing`);
    if (wrong.test(value)) throw new TypeError(`'${name}' is no part of a URL's ${place}`);
    return value;
  });
}

/** Which part of a URL goes on behind such a beginning, and what ends that part. */
function placeBehind(text: string): [place: string, end: RegExp] {
  if (!text.includes('/')) return ['scheme', /[^\w+.-]/];
  return /^[^/]*\/\/[^/]*$/.test(text) ? ['host', /[\s?#@\\/]/] : ['path', /[\s?#\\]/];
}
