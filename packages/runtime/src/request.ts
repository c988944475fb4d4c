import type { Draft, Field, OperationSpec, TakeFields } from './descriptor.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What HTTP does not allow in a header value. A line break would start a new header. */
const forbidden = /[^\t -~\x80-\xff]/;

/**
 * Makes the request of an operation, all but its origin and its token. Throws a TypeError that names the
 * operation and the field or header when one is unknown, missing or of the wrong type.
 */
export function prepare(spec: OperationSpec, input: Values, headers: Record<string, string>): Draft {
  const draft: Draft = { path: spec.path, headers };
  const known: string[] = [];
  /** The field in hand. */
  let name = '';
  const take: TakeFields = (fields = [], print, values = input) =>
    fields.flatMap((field) => {
      const long: Partial<Field> = Object(field);
      const { required = String(field).endsWith('!'), encode = print } = long;
      known.push((name = long.name ?? String(field).replace('!', '')));
      const value = values[name];
      if (value === undefined && required) throw new TypeError('is missing');
      return value === undefined ? [] : [[name, encode(name, value) as ReturnType<typeof print>] as const];
    });
  try {
    for (const part of spec.parts ?? []) part(draft, take, spec);
    for (name in input) if (!known.includes(name)) throw new TypeError(`is not one of: ${known}`);
    for (name in headers) if (forbidden.test(headers[name] ?? '')) throw new TypeError('is no header value');
  } catch (error) {
    throw new TypeError(`${spec.id}: '${name}' ${(error as Error).message}`);
  }
  return draft;
}
