import { nameMaps } from './document-fields.ts';
import { holdsData } from './document-parts.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Fault } from './mending.ts';
import { resolvePointer } from './pointer.ts';

/**
 * The document without the references to what is not in it. What is beside one stays: such a schema allows what that
 * allows, and all else is mostly no part of its kind any more.
 */
export function withoutDeadReferences(document: JsonObject, report: (fault: Fault) => void): JsonObject {
  const walk = (value: unknown, at: readonly string[], holdsNames: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...at, String(index)], false));
    if (!isObject(value)) return value;
    const reference = holdsNames ? undefined : value['$ref'];
    const isDead = typeof reference === 'string' && resolvePointer(document, reference) === undefined;
    if (isDead) report({ at, fact: `refers to "${reference}", which was left out; it allows anything` });
    const fields = Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
      if (isDead && key === '$ref') return [];
      const isData = !holdsNames && holdsData(key, child);
      return [[key, isData ? child : walk(child, [...at, key], !holdsNames && nameMaps.has(key))]];
    });
    return Object.fromEntries(fields);
  };
  const mended = walk(document, [], false);
  return isObject(mended) ? mended : document;
}
