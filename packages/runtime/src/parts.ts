import type { BodyEncoder, FieldEncoder, FieldSpec, Part } from './descriptor.ts';
import { inHeader, inPath, inQuery } from './encode.ts';

/** Fills the `{names}` of the path. */
export const pathParams: Part = (draft, take, { params }) => {
  draft.path = draft.path.replace(/\{(.+?)\}/g, (segment, name: string) => {
    take([{ name, required: true, encode: params?.[name] }], inPath, (text) => (segment = String(text)));
    return segment;
  });
};

/** Writes the query. */
export const queryParams: Part = (draft, take, { query }) =>
  take(query, inQuery, (piece) => {
    // An empty array has no piece.
    if (piece) draft.path += `${draft.path.includes('?') ? '&' : '?'}${piece}`;
  });

/** Sets the header parameters. */
export const headerParams: Part = ({ headers }, take, { header }) =>
  take(header, inHeader, (text, name) => (headers[name.toLowerCase()] = String(text)));

/** Sets the cookie parameters. A browser does not let a page do so. */
export const cookieParams: Part = ({ headers }, take, { cookie }) =>
  take(cookie, inQuery, (piece) => {
    headers['cookie'] = headers['cookie'] ? `${headers['cookie']}; ${piece}` : String(piece);
  });

const asGiven: FieldEncoder = (_name, value) => value;

/** Writes the body: JSON, or what its encoder makes of it. */
export const requestBody: Part = (draft, take, { body }) => {
  const {
    fields = body,
    encode = JSON.stringify,
    type = 'application/json',
  } = Object(body) as Partial<BodyEncoder>;
  let value: unknown;
  if (Array.isArray(fields)) {
    // Without a prototype: a field may be called `__proto__`.
    const record: Record<string, unknown> = (value = Object.create(null));
    take(fields as readonly FieldSpec[], asGiven, (field, name) => (record[name] = field));
  } else if (fields) take([fields === true ? 'body!' : 'body'], asGiven, (whole) => (value = whole));
  if (value === undefined) return;
  draft.body = encode(value);
  if (type) draft.headers['content-type'] ??= type;
};
