import { isObject } from './read-document.ts';
import type { Deserialize } from './prism-modules.ts';

/** The name of a style beside those of OpenAPI: a value that is written as JSON. */
export const jsonStyle = 'json';

/** Reads such a value. A list of which only one item was sent may come as that item. */
export const deserializeJson: Deserialize = (name, values, schema) => {
  const text = values[name];
  if (typeof text !== 'string') return text;
  const value = structureIn(text);
  if (value === null || !isObject(schema) || ![schema['type']].flat().includes('array')) return value;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  // Of a list of objects, Prism itself parses each.
  const isParsed = isObject(schema['items']) && schema['items']['type'] === 'object';
  return isParsed ? list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : list;
};

/** The object, list or null that a text is; the text where it is none of them. */
export function structureIn(text: string): unknown {
  if (!/^\s*([[{]|null\s*$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
