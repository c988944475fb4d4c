import type { FieldEncoder } from './descriptor.ts';

const isObject = (value: unknown): value is object => Object(value) === value;

/** A Date is its ISO text, as in a JSON body; whatever else has a `toJSON` speaks for itself too. */
const plain = (value: unknown): unknown => (value as { toJSON?: () => unknown }).toJSON?.() ?? value;

/** One string, number, boolean or bigint as text. Throws a TypeError that completes "input 'x' …". */
export function scalar(value: unknown): string {
  const one = plain(value);
  if (isObject(one)) throw new TypeError('must be a string, a number or a boolean');
  return String(one);
}

export const escaped = (value: unknown): string => encodeURIComponent(scalar(value));

/** Query: `style: form, explode: true`. `a=1&a=2` for an array, `x=1&y=2` for an object. */
export const inQuery: FieldEncoder = (name, value) => {
  const given = plain(value);
  const pairs: readonly (readonly [string, unknown])[] = Array.isArray(given)
    ? given.map((item) => [name, item])
    : Object.entries(isObject(given) ? given : { [name]: given });
  return pairs.map((pair) => pair.map(escaped).join('=')).join('&');
};

/** Path: `style: simple`. `1,2` for an array. A value can fill its segment but never change the route. */
export const inPath: FieldEncoder = (_name, value) => {
  const segment = [value].flat().map(escaped).join();
  if (/^\.{0,2}$/.test(segment)) throw new TypeError("must not be empty, '.' or '..'");
  return segment;
};

/** Header: `style: simple`, not percent-encoded. */
export const inHeader: FieldEncoder = (_name, value) => [value].flat().map(scalar).join();
