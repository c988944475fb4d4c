import { readDeepObject } from './deep-object.ts';
import type { Deserialize } from './prism-modules.ts';
import { isObject } from './read-document.ts';
import { objectAt, typesOf } from './stateful/inference/json-schema.ts';

/** Reads a value that is written as JSON. A list of which only one item was sent may come as that item. */
const readJson: Deserialize = (name, values, schema) => {
  const sent = values[name];
  if (Array.isArray(sent)) return sent.map((item) => (typeof item === 'string' ? structureIn(item) : item));
  if (typeof sent !== 'string') return sent;
  const value = structureIn(sent);
  const isList = isObject(schema) && typesOf(schema).includes('array');
  return isList && value !== null && !Array.isArray(value) ? [value] : value;
};

/** Whether a list of that schema is one of objects. */
export function hasObjects(schema: unknown): boolean {
  return objectAt(schema, 'items')['type'] === 'object';
}

/** Of a list of objects in a form, Prism itself parses each. */
function inForm(read: Deserialize): Deserialize {
  return (name, values, schema) => {
    const value = read(name, values, schema);
    if (!Array.isArray(value) || !hasObjects(schema)) return value;
    return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  };
}

/** Styles beside those that Prism has. */
export const valueStyles: Readonly<Record<ValueStyle, Deserialize>> = {
  json: readJson,
  deep: readDeepObject,
  'form-json': inForm(readJson),
  // In a part of its own, some write JSON all the same.
  'form-deep': inForm((...sent) => readDeepObject(...sent) ?? readJson(...sent)),
};

export type ValueStyle = 'json' | 'deep' | 'form-json' | 'form-deep';

/** The object, list or null that a text is; the text where it is none of them. */
export function structureIn(text: string): unknown {
  if (!/^\s*([[{]|null\s*$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
