import { isObject } from './read-document.ts';
import type { ValueStyle } from './value-styles.ts';

const forms: ReadonlySet<unknown> = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);

/** The names of our styles, checked. */
const style = (name: ValueStyle): ValueStyle => name;

/**
 * Tells Prism's operations how values are written that it cannot read: it takes a list or an object in a form for a
 * text, and refuses it, does not look at JSON in a query, and has its own mind of deep objects. Changes the operations.
 */
export function encodeValues(operations: unknown): void {
  for (const { request } of objectsIn(operations)) {
    if (!isObject(request)) continue;
    for (const content of objectsIn(isObject(request['body']) && request['body']['contents'])) {
      encodeForm(content);
      encodeText(content);
    }
    for (const parameter of objectsIn(request['query'])) encodeParameter(parameter);
  }
}

const written: Readonly<Record<string, string>> = {
  boolean: '^(true|false)$',
  integer: '^-?\\d+$',
  number: '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$',
};

/** Prism holds a text against its schema as it is. */
function encodeText(content: Record<string, unknown>): void {
  const { mediaType, schema } = content;
  const pattern = isObject(schema) ? written[String(schema['type'])] : undefined;
  if (!String(mediaType).startsWith('text/') || !isObject(schema) || pattern === undefined) return;
  content['schema'] = { $schema: schema['$schema'], type: 'string', pattern };
}

/** JSON is how what has parts of its own goes unless the document says otherwise (OpenAPI 3.1, section 4.8.15). */
function encodeForm(content: Record<string, unknown>): void {
  if (!forms.has(content['mediaType'])) return;
  // A part of its own needs no characters kept from it.
  const kept = content['mediaType'] === 'multipart/form-data' ? { allowReserved: true } : {};
  const told = objectsIn(content['encodings']).map((encoding): Record<string, unknown> => ({
    ...encoding,
    ...kept,
    ...(encoding['style'] === 'deepObject' && { style: style('form-deep') }),
  }));
  const properties = propertiesOf(content['schema']);
  // Prism reads a form by the properties at the top alone, and cannot bring those of every `allOf` there.
  if (isObject(content['schema']) && Object.keys(properties).length > 0)
    content['schema'] = { ...content['schema'], properties };
  const added = Object.entries(properties)
    .filter(([name, schema]) => hasParts(schema) && !told.some((encoding) => encoding['property'] === name))
    .map(([property]) => ({ property, style: style('form-json'), allowReserved: true }));
  Object.assign(content, { encodings: [...told, ...added] });
}

/** Whether a value may be an object or a list; what refers to itself is left as a reference, and may be either. */
function hasParts(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const kinds = [schema['type']].flat();
  if (kinds.includes('object') || kinds.includes('array')) return true;
  return ['properties', '$ref', 'allOf', 'anyOf', 'oneOf'].some((key) => key in schema);
}

/** No style of OpenAPI writes one. */
function isListOfObjects(schema: unknown): boolean {
  const items = isObject(schema) && schema['type'] === 'array' ? schema['items'] : undefined;
  return isObject(items) && items['type'] === 'object';
}

function encodeParameter(parameter: Record<string, unknown>): void {
  const { content, schema } = parameter;
  if (parameter['style'] === 'deepObject') Object.assign(parameter, { style: style('deep') });
  if (parameter['style'] === 'form' && isListOfObjects(schema))
    Object.assign(parameter, { style: style('json') });
  const written = isObject(content) ? content['application/json'] : undefined;
  if (schema !== undefined || !isObject(written) || !isObject(written['schema'])) return;
  Object.assign(parameter, { schema: written['schema'], style: style('json') });
}

/** All that a form may have. What only an alternative says of a property is for that to check. */
function propertiesOf(schema: unknown): Record<string, unknown> {
  if (!isObject(schema)) return {};
  const alternatives = [schema['anyOf'], schema['oneOf']].flatMap(objectsIn).flatMap((alternative) =>
    Object.entries(propertiesOf(alternative)).map(([name, property]) => ({
      [name]: hasParts(property) ? { anyOf: [{}, property] } : {},
    })),
  );
  const parts = objectsIn(schema['allOf']).map(propertiesOf);
  return Object.assign({}, ...alternatives, ...parts, isObject(schema['properties']) && schema['properties']);
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
