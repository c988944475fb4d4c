import type { Draft, FieldGroup } from './descriptor.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Writes each field of the input where it belongs. Throws a TypeError where one is missing or not known. */
export function place(draft: Draft, groups: readonly FieldGroup[], input: Values): void {
  const known: string[] = [];
  for (const [location, required, ...names] of groups) {
    const values: [string, unknown][] = [];
    let missing = required;
    for (const name of names) {
      known.push(name);
      // A field may be called `constructor`, which every object has.
      const value = Object.hasOwn(input, name) ? input[name] : undefined;
      if (value !== undefined) values.push([name, value]);
      else if (missing > 0) refuse(name, 'is missing');
      missing--;
    }
    location(draft, values);
  }
  for (const name in input) if (!known.includes(name)) refuse(name, `is not one of: ${known}`);
}

/** Refuses what HTTP does not allow in a header: a line break would start a new one. */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const name in headers)
    if (/[^\t -~\x80-\xff]/.test(headers[name] as string)) refuse(name, 'is no header value');
}

/** For a TypeError: the client puts the operation before it. */
export function refuse(name: string, what: string): never {
  throw new TypeError(`'${name}' ${what}`);
}
