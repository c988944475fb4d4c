import type { Draft, FieldGroup, OperationSpec } from './descriptor.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What HTTP does not allow in a header value. A line break would start a new header. */
export const forbidden: RegExp = /[^\t -~\x80-\xff]/;

/**
 * Makes the request of an operation, all but its origin and its token. Throws a TypeError that names the
 * operation and the field or header when one is unknown, missing or of the wrong type.
 */
export function prepare(spec: OperationSpec, input: Values, headers: Record<string, string>): Draft {
  const draft: Draft = { path: spec.path, headers };
  try {
    place(draft, spec.fields ?? [], input);
    for (const name in headers)
      if (forbidden.test(headers[name] as string)) refuse(name, 'is no header value');
  } catch (error) {
    throw new TypeError(`${spec.id}: ${(error as Error).message}`);
  }
  return draft;
}

/** The name of a field, without the mark that it is required. */
export const nameOf = (field: string): string => field.replace(/[!?]$/, '');

/** Writes each field of the input where it belongs. */
export function place(draft: Draft, groups: readonly FieldGroup[], input: Values): void {
  const known: string[] = [];
  for (const [location, ...fields] of groups) {
    const values: [string, unknown][] = [];
    for (const field of fields) {
      const name = nameOf(field);
      known.push(name);
      // A field may be called `constructor`, which every object has.
      const value = Object.hasOwn(input, name) ? input[name] : undefined;
      if (value !== undefined) values.push([name, value]);
      else if (field === `${name}!`) refuse(name, 'is missing');
    }
    location(draft, values);
  }
  for (const name in input) if (!known.includes(name)) refuse(name, `is not one of: ${known}`);
}

/** For a TypeError: `prepare` puts the operation before it. */
export function refuse(name: string, what: string): never {
  throw new TypeError(`'${name}' ${what}`);
}
