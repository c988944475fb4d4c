import { readDeepObject } from './deep-object.ts';
import type { Deserialize } from './prism-modules.ts';
import { isObject } from './read-document.ts';
import { listAt, objectAt, typesOf, unwrapped } from './stateful/inference/json-schema.ts';

/** Reads a value that is written as JSON. A list of which only one item was sent may come as that item. */
const readJson: Deserialize = (name, values, schema) => {
  const sent = values[name];
  const one = alone(schema);
  const isList = isObject(one) && typesOf(one).includes('array');
  const read = isList && typesOf(objectAt(one, 'items')).join() === 'string' ? asTexts : structureIn;
  const value = typeof sent === 'string' ? structureIn(sent) : sent;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? read(item) : item));
  return isList && typeof sent === 'string' && value !== null ? [read(sent)] : value;
};

const asTexts = (text: string): unknown => text;

/** Reads an object of which each property goes by its own name. Undefined where none was sent. */
const readProperties: Deserialize = (_name, values, schema) => {
  const found = Object.entries(objectAt(schema, 'properties')).flatMap(([property, own]) => {
    // Prism gives the names in a query in lower case.
    const value = values[property.toLowerCase()];
    return value === undefined ? [] : [[property, mayBeList(own) ? [value].flat() : value]];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
};

function mayBeList(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return typesOf(schema).includes('array') || listAt(schema, 'anyOf').some(mayBeList);
}

/** Reads a list, or the names and values of an object, with a separator between each; a list may repeat its name. */
function separated(separator: string): Deserialize {
  return (name, values, schema, explode) => {
    const sent = values[name];
    if (sent === undefined) return undefined;
    const parts = explode === true ? [sent].flat() : String([sent].flat().at(-1)).split(separator);
    if (mayBeList(schema)) return parts;
    return Object.fromEntries(
      parts.flatMap((part, index) => (index % 2 === 0 ? [[String(part), parts[index + 1]]] : [])),
    );
  };
}

/** The schema of what is there: without `null`, which no query and no form can say, where one type is left. */
export function alone(schema: unknown): unknown {
  const own = unwrapped({}, schema);
  const [type, ...others] = typesOf(own).filter((one) => one !== 'null');
  return type === undefined || others.length > 0 ? schema : { ...own, type };
}

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
  properties: readProperties,
  spaces: separated(' '),
  pipes: separated('|'),
  'form-json': inForm(readJson),
  // In a part of its own, some write JSON all the same.
  'form-deep': inForm((...sent) => readDeepObject(...sent) ?? readJson(...sent)),
};

/** Prism ends with an error of its own where a list or an object was not sent. */
export function headerStyles(simple: Deserialize): Readonly<Record<HeaderStyle, Deserialize>> {
  return { sent: (name, ...more) => (more[0][name] === undefined ? undefined : simple(name, ...more)) };
}

export type HeaderStyle = 'sent';

/** Prism takes a segment with commas apart, and then wants a text of it; and it reads no `.x=1.y=2`. */
export function pathStyles(styles: {
  readonly [Style in 'simple' | 'label' | 'matrix']: Deserialize;
}): Readonly<Record<PathStyle, Deserialize>> {
  const whole =
    (read: Deserialize): Deserialize =>
    (name, values, ...more) =>
      read(name, { ...values, [name]: [values[name]].flat().join(',') }, ...more);
  return {
    'whole-simple': whole(styles.simple),
    'whole-label': whole((name, values, schema, explode) => {
      const pairs = String(values[name]).split('.').slice(1);
      return explode === true && !mayBeList(schema) && pairs.every((pair) => pair.includes('='))
        ? Object.fromEntries(pairs.map((pair) => pair.split('=')))
        : styles.label(name, values, schema, explode);
    }),
    'whole-matrix': whole(styles.matrix),
  };
}

export type PathStyle = 'whole-simple' | 'whole-label' | 'whole-matrix';

export type ValueStyle = 'json' | 'deep' | 'properties' | 'spaces' | 'pipes' | 'form-json' | 'form-deep';

/** The object, list or null that a text is; the text where it is none of them. */
export function structureIn(text: string): unknown {
  if (!/^\s*([[{]|null\s*$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
