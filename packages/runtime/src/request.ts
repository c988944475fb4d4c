import type { Draft, Field, OperationSpec, TakeFields } from './descriptor.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What HTTP does not allow in a header value. A line break would start a new header. */
export const forbidden: RegExp = /[^\t -~\x80-\xff]/;

const longForm = (field: string): Field => ({ name: field.replace('!', ''), required: field.endsWith('!') });

/**
 * Makes the request of an operation, all but its origin and its token. Throws a TypeError that names the
 * operation and the field or header when one is unknown, missing or of the wrong type.
 */
export function prepare(spec: OperationSpec, input: Values, headers: Record<string, string>): Draft {
  const draft: Draft = { path: spec.path, headers };
  const known: string[] = [];
  /** The field in hand, for the message. */
  let name = '';
  const take: TakeFields = (fields, print, use, values = input) => {
    for (const field of fields ?? []) {
      const { name: own, required, encode = print } = typeof field === 'string' ? longForm(field) : field;
      const value = values[(name = own)];
      if (values === input) known.push(name);
      if (value !== undefined) use(encode(name, value), name);
      else if (required) refuse('is missing');
    }
  };
  try {
    for (const part of spec.parts ?? []) part(draft, take, spec);
    for (name in input) if (!known.includes(name)) refuse(`is not one of: ${known}`);
    for (name in headers) if (forbidden.test(headers[name] as string)) refuse('is no header value');
  } catch (error) {
    throw new TypeError(`${spec.id}: '${name}' ${(error as Error).message}`);
  }
  return draft;
}

/** Completes "'name' …". */
export function refuse(what: string): never {
  throw new TypeError(what);
}
