import type { FieldEncoder } from './descriptor.ts';
import { refuse } from './request.ts';

/** One number, bigint, boolean or string, percent-encoded. Other things have no text of their own. */
export const escaped = (value: unknown): string =>
  /^[nbs]/.test(typeof value) ? encodeURIComponent(value as string) : refuse('has the wrong type');

/** Query: `style: form, explode: true`. `a=1`, or `a=1&a=2` for an array. */
export const inQuery: FieldEncoder = (name, value): string =>
  Array.isArray(value)
    ? value.map((item) => inQuery(name, item)).join('&')
    : `${encodeURIComponent(name)}=${escaped(value)}`;

/** Query: `style: form, explode: true` of an object, `x=1&y=2`. */
export const asProperties: FieldEncoder = (_name, value) =>
  Object.entries(Object(value) as object)
    .map(([name, item]) => inQuery(name, item))
    .join('&');

/** Query: `style: form, explode: false`. `a=1,2`; a comma within an item is `%2C`. */
export const commaSeparated: FieldEncoder = (name, value) =>
  `${encodeURIComponent(name)}=${[value].flat().map(escaped).join(',')}`;

/** Path: `style: simple`. `1,2` for an array. A value can fill its segment but never change the route. */
export const inPath: FieldEncoder = (_name, value) => {
  const segment = Array.isArray(value) ? value.map(escaped).join() : escaped(value);
  return /^\.{0,2}$/.test(segment) ? refuse("must not be empty, '.' or '..'") : segment;
};

/** Header: `style: simple`, not percent-encoded. */
export const inHeader: FieldEncoder = (_name, value) =>
  [value]
    .flat()
    .map((item) => escaped(item) && String(item))
    .join();
