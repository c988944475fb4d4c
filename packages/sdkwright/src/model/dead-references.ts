import { dataFields, nameMaps } from './document-fields.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Fault } from './mending.ts';
import { resolvePointer } from './pointer.ts';

/**
 * The document with `{}` in place of each reference to what was left out of it: such a schema allows anything, and
 * all else is no part of its kind any more.
 */
export function withoutDeadReferences(document: JsonObject, report: (fault: Fault) => void): JsonObject {
  const walk = (value: unknown, at: readonly string[], holdsNames: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...at, String(index)], false));
    if (!isObject(value)) return value;
    const reference = holdsNames ? undefined : value['$ref'];
    if (typeof reference === 'string' && resolvePointer(document, reference) === undefined) {
      report({ at, fact: `refers to "${reference}", which was left out; it allows anything` });
      return {};
    }
    const fields = Object.entries(value).map(([key, child]): [string, unknown] => {
      const isData = !holdsNames && (dataFields.has(key) || key.startsWith('x-'));
      return [key, isData ? child : walk(child, [...at, key], !holdsNames && nameMaps.has(key))];
    });
    return Object.fromEntries(fields);
  };
  const mended = walk(document, [], false);
  return isObject(mended) ? mended : document;
}
