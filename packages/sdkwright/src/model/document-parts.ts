import { dataFields, nameMaps } from './document-fields.ts';
import { isObject, mapFields, mapItems, type JsonObject } from './json.ts';

/** Whether the field of a part holds data of the API, which may look like a part and is none. */
export function holdsData(key: string, value: unknown): boolean {
  return dataFields.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(value));
}

/**
 * Every object of a document that is a part of it: no data, and no map whose keys are names the author chose.
 * Iterative: a document may nest deeper than the stack.
 */
export function* partsOf(document: unknown): Generator<JsonObject, void> {
  const pending: { readonly value: unknown; readonly holdsNames: boolean }[] = [
    { value: document, holdsNames: false },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, holdsNames } = next;
    if (Array.isArray(value)) for (const item of value) pending.push({ value: item, holdsNames: false });
    if (!isObject(value)) continue;
    if (!holdsNames) yield value;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== 'object' || child === null || (!holdsNames && holdsData(key, child))) continue;
      pending.push({ value: child, holdsNames: !holdsNames && nameMaps.has(key) });
    }
  }
}

/** The value with each part in it changed, inner ones first; the very value where none changes. */
export function mapParts(
  value: unknown,
  change: (part: JsonObject) => JsonObject,
  holdsNames = false,
): unknown {
  if (Array.isArray(value)) return mapItems(value, (item) => mapParts(item, change));
  if (!isObject(value)) return value;
  const changed = mapFields(value, (child, key) =>
    !holdsNames && holdsData(key, child) ? child : mapParts(child, change, !holdsNames && nameMaps.has(key)),
  );
  return holdsNames ? changed : change(changed);
}

/** A document with each part of its paths, its webhooks and its components changed; the very one where none changes. */
export function mapDocumentParts(document: JsonObject, change: (part: JsonObject) => JsonObject): JsonObject {
  const sections = ['paths', 'webhooks', 'components'];
  return mapFields(document, (section, key) =>
    sections.includes(key) ? mapParts(section, change, nameMaps.has(key)) : section,
  );
}
