import type { Field, FieldSpec, OperationSpec, Part } from './descriptor.ts';
import { cookieParams, headerParams, pathParams, queryParams, requestBody } from './parts.ts';
import type { Values } from './request.ts';

const parts = {
  path: pathParams,
  query: queryParams,
  header: headerParams,
  cookie: cookieParams,
  body: requestBody,
};

/** True when the body is one value, which has no fields to look into. */
const isWhole = ({ body }: OperationSpec): boolean =>
  Object(body) !== body || !Array.isArray((Object(body) as { fields?: unknown }).fields ?? body);

/**
 * The input of an operation whose places are kept apart: `{ path, query, header, cookie, body }`, where one
 * name means two things or the body is no object.
 */
export const nested: Part = (draft, take, spec) => {
  for (const [place, part] of Object.entries(parts)) {
    if (place === 'body' && isWhole(spec)) part(draft, take, spec);
    else {
      let values: Values = {};
      const known: string[] = [];
      take(
        [place],
        (_name, value) => Object(value),
        (found) => (values = found as Values),
      );
      part(
        draft,
        (fields = [], encode, use) => {
          known.push(...fields.map(nameOf));
          take(fields, encode, use, values);
        },
        spec,
      );
      take(
        [place],
        () => refuseUnknown(values, known),
        () => {},
      );
    }
  }
};

const nameOf = (field: FieldSpec): string =>
  (Object(field) as Partial<Field>).name ?? String(field).replace('!', '');

function refuseUnknown(values: Values, known: readonly string[]): void {
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`has '${unknown}', which is not one of: ${known}`);
}
