import { isDeepStrictEqual } from 'node:util';
import { isObject } from './body-text.ts';

/** One line for each place where `received` is not `expected`, down into objects and arrays; empty when equal. */
export function differences(what: string, expected: unknown, received: unknown): string[] {
  if (isDeepStrictEqual(expected, received)) return [];
  const names = innerNames(expected, received);
  if (names === undefined) return [oneDifference(what, expected, received)];
  const want = new Map(Object.entries(Object(expected)));
  const got = new Map(Object.entries(Object(received)));
  const inner = names.flatMap((name) => differences(`${what}.${name}`, want.get(name), got.get(name)));
  // A key that is there with the value undefined, or another prototype: unequal, with nothing unequal inside.
  return inner.length > 0 ? inner : [oneDifference(what, expected, received)];
}

function innerNames(expected: unknown, received: unknown): string[] | undefined {
  const comparable =
    (isObject(expected) && isObject(received)) || (Array.isArray(expected) && Array.isArray(received));
  if (!comparable) return undefined;
  return [...new Set([...Object.keys(expected), ...Object.keys(received)])];
}

function oneDifference(what: string, expected: unknown, received: unknown): string {
  return `${what}: expected ${shown(expected)}, received ${shown(received)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
