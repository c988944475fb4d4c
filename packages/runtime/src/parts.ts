import type { BodyEncoder, FieldSpec, Part, TakeFields } from './descriptor.ts';
import { inHeader, inPath, inQuery } from './encode.ts';

const texts = (found: ReturnType<TakeFields>): string[] => found.map(([, text]) => text as string).filter(Boolean);

/** Fills the `{names}` of the path. */
export const pathParams: Part = (draft, take, { params }) => {
  draft.path = draft.path.replace(/\{(.+?)\}/g, (_, name: string) =>
    texts(take([{ name, required: true, encode: params?.[name] }], inPath)).join(),
  );
};

/** Writes the query. */
export const queryParams: Part = (draft, take, { query }) => {
  const pieces = texts(take(query, inQuery));
  if (pieces.length) draft.path += `?${pieces.join('&')}`;
};

/** Sets the header parameters. */
export const headerParams: Part = ({ headers }, take, { header }) => {
  Object.assign(headers, Object.fromEntries(take(header, inHeader)));
};

/** Sets the cookie parameters. Browsers do not let a page set cookies so; servers do. */
export const cookieParams: Part = ({ headers }, take, { cookie }) => {
  const pieces = texts(take(cookie, inQuery));
  if (pieces.length) headers['cookie'] = pieces.join('; ');
};

const asGiven = (_name: string, value: unknown): unknown => value;

/** Writes the body: JSON, or what its encoder makes of it. */
export const requestBody: Part = (draft, take, { body }) => {
  const encoder = Object(body) as Partial<BodyEncoder>;
  const { fields = body as BodyEncoder['fields'] | undefined, encode = JSON.stringify, type = 'application/json' } = encoder;
  const value = Array.isArray(fields)
    ? Object.fromEntries(take(fields as readonly FieldSpec[], asGiven))
    : fields && take([fields === true ? 'body!' : 'body'], asGiven)[0]?.[1];
  if (value === undefined) return;
  draft.body = encode(value);
  if (type) draft.headers['content-type'] ??= type;
};
