import type { BodyEncoder, Field, FieldSpec, OperationSpec, TakeFields } from './descriptor.ts';
import { inHeader, inPath, inQuery } from './encode.ts';

export type Values = Readonly<Record<string, unknown>>;

/** A request that lacks only its origin and its token. */
export interface PreparedRequest {
  /** Path and query, encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: NonNullable<RequestInit['body']> | null;
}

const longForm = (field: FieldSpec): Field =>
  typeof field === 'string' ? { name: field.replace('!', ''), required: field.endsWith('!') } : field;

/** Finds and prints fields of an input; `seal` then refuses the input if it has fields nobody took. */
function takeFrom(spec: OperationSpec, input: Values, given: Values): { take: TakeFields; seal: () => void } {
  // Without a prototype: a field may be called `constructor`.
  const values = Object.assign(Object.create(null), spec.input?.(input, spec) ?? input) as Values;
  const known: string[] = [];
  const refuse = (name: string, what: string): never => {
    throw new TypeError(`${spec.id}: input '${name}' ${what}`);
  };
  return {
    take: (fields = [], place, print) =>
      fields.flatMap((field) => {
        const { name, required, encode = print } = longForm(field);
        const key = spec.input ? `${place}.${name}` : name;
        const value = values[key] === undefined ? given[name] : values[key];
        known.push(key);
        if (value === undefined || (value === null && encode))
          return required ? refuse(key, 'is missing') : [];
        try {
          return [[name, encode ? encode(name, value) : value] as const];
        } catch (error) {
          return refuse(key, (error as Error).message);
        }
      }),
    seal() {
      for (const key of Object.keys(values))
        if (!known.includes(key)) refuse(key, `is unknown, not one of: ${known}`);
    },
  };
}

/**
 * Puts the fields of `input` where the descriptor wants them; `given` fills what the input leaves out.
 * Throws a TypeError that names the operation and the field when one is unknown, missing or unprintable.
 */
export function prepare(spec: OperationSpec, input: Values, given: Values): PreparedRequest {
  const { take, seal } = takeFrom(spec, input, given);
  const path = spec.path.replace(/\{(.+?)\}/g, (_, name: string) =>
    String(take([{ name, required: true, encode: spec.params?.[name] }], 'path', inPath)[0]?.[1]),
  );
  const query = take(spec.query, 'query', inQuery).flatMap(([, piece]) => piece || []);
  const headers = Object.fromEntries(take(spec.header, 'header', inHeader)) as Record<string, string>;
  const encoder = Object(spec.body) as Partial<BodyEncoder>;
  const {
    fields = spec.body as BodyEncoder['fields'] | undefined,
    encode = JSON.stringify,
    type = 'application/json',
  } = encoder;
  const value = Array.isArray(fields)
    ? Object.fromEntries(take(fields, 'body'))
    : fields && take([fields === true ? 'body!' : 'body'], 'body')[0]?.[1];
  const cookie = spec.cookie?.(take);
  seal();
  const body = value === undefined ? null : encode(value);
  return {
    path: path + (query.length ? `?${query.join('&')}` : ''),
    headers: { ...headers, ...cookie, ...(body !== null && type && { 'content-type': type }) },
    body,
  };
}
