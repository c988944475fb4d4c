import { createHash } from 'node:crypto';
import { dataFields, nameMaps } from './document-fields.ts';
import { gone, isObject, mapFields, mapItems, type JsonObject } from './json.ts';

/** Fields that only people read. */
const proseFields: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
]);

/** `sha256:` and the hash of the whole document, the generator's own `x-sdk` fields left out. */
export function hashDocument(document: unknown): string {
  return hashText(JSON.stringify(withoutExtension(document)));
}

/**
 * The hash of what programs see: prose, examples and evidence left out.
 * It stands in the header of every generated file, so a better description leaves the other files as they are.
 */
export function hashContract(document: JsonObject): string {
  const contract = without(document, (key) => proseFields.has(key) || key.startsWith('x-evidence'));
  return hashText(JSON.stringify({ ...contractObject(contract), title: objectTitle(document) }));
}

/** Wherever they stand. A replacer of `JSON.stringify` would do the same, many times slower. */
function withoutExtension(value: unknown): unknown {
  if (Array.isArray(value)) return mapItems(value, withoutExtension);
  if (!isObject(value)) return value;
  return mapFields(value, (child, key) => (key === 'x-sdk' ? gone : withoutExtension(child)));
}

function contractObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function objectTitle(document: JsonObject): unknown {
  return isObject(document['info']) ? document['info']['title'] : undefined;
}

function hashText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function without(value: unknown, drop: (key: string) => boolean, keysAreNames = false): unknown {
  if (Array.isArray(value)) return mapItems(value, (item) => without(item, drop));
  if (!isObject(value)) return value;
  return mapFields(value, (child, key) => {
    if (keysAreNames) return without(child, drop);
    if (drop(key)) return gone;
    return dataFields.has(key) ? child : without(child, drop, nameMaps.has(key));
  });
}
