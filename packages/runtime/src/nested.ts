import type { FieldSpec, OperationSpec, Part } from './descriptor.ts';
import { cookieParams, headerParams, pathParams, queryParams, requestBody } from './parts.ts';
import { refuse, type Values } from './request.ts';

const parts = {
  path: pathParams,
  query: queryParams,
  header: headerParams,
  cookie: cookieParams,
  body: requestBody,
};

type Place = keyof typeof parts;

const nameOf = (field: FieldSpec): string =>
  typeof field === 'string' ? field.replace('!', '') : field.name;

/** The fields of a place; undefined where there is no such place, or where it is one value that has no fields. */
function fieldsOf(spec: OperationSpec, place: Place): readonly string[] | undefined {
  if (place === 'path') {
    const names = Array.from(spec.path.matchAll(/\{(.+?)\}/g), ([, name = '']) => name);
    return names.length > 0 ? names : undefined;
  }
  const { [place]: listed } = spec;
  const fields =
    listed !== undefined && Object.hasOwn(Object(listed), 'fields')
      ? (Object(listed) as { fields: unknown }).fields
      : listed;
  return Array.isArray(fields) ? (fields as readonly FieldSpec[]).map(nameOf) : undefined;
}

/**
 * The input of an operation whose places are kept apart: `{ path, query, header, cookie, body }`, where one
 * name means two things or the body is no object.
 */
export const nested: Part = (draft, take, spec) => {
  for (const [place, part] of Object.entries(parts) as [Place, Part][]) {
    const names = fieldsOf(spec, place);
    if (names) {
      let values: Values = {};
      const open = (_name: string, value: unknown): Values => {
        const unknown = Object.keys(Object(value)).find((name) => !names.includes(name));
        if (unknown !== undefined) refuse(`has '${unknown}', which is not one of: ${names}`);
        return Object(value) as Values;
      };
      take([place], open, (found) => (values = found as Values));
      part(draft, (fields, encode, use) => take(fields, encode, use, values), spec);
    } else if (place === 'body') part(draft, take, spec);
  }
};
