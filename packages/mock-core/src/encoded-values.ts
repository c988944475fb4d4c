import { isObject } from './read-document.ts';
import { objectAt, objectsAt, typesOf, type JsonObject } from './stateful/inference/json-schema.ts';
import { alone, hasObjects, type HeaderStyle, type PathStyle, type ValueStyle } from './value-styles.ts';

const forms: ReadonlySet<unknown> = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);

/** What OpenAPI 3.1, section 4.8.12.2.1, does not let a parameter define; and what is said to the mock. */
const noParameters: ReadonlySet<unknown> = new Set(['accept', 'content-type', 'authorization', 'prefer']);

/**
 * Tells Prism's operations how values are written that it cannot read: it takes a list or an object in a form for a
 * text, and refuses it, does not look at JSON in a query, and has its own mind of deep objects. Changes the operations.
 */
export function encodeValues(operations: readonly JsonObject[]): void {
  for (const operation of operations) {
    const request = objectAt(operation, 'request');
    // `fetch` sends no such body, so nobody can be asked for one.
    if (/^(get|head)$/.test(String(operation['method']))) delete request['body'];
    for (const content of objectsAt(objectAt(request, 'body'), 'contents')) {
      encodeForm(content);
      encodeText(content);
    }
    // What has no place in the path cannot be in it.
    request['path'] = objectsAt(request, 'path').filter(({ name }) =>
      String(operation['path']).includes(`{${String(name)}}`),
    );
    encodeParameters(request);
  }
}

function encodeParameters(request: JsonObject): void {
  for (const place of ['query', 'path', 'headers'])
    for (const parameter of objectsAt(request, place))
      if ('schema' in parameter) parameter['schema'] = alone(parameter['schema']);
  for (const parameter of objectsAt(request, 'query')) encodeParameter(parameter);
  for (const parameter of objectsAt(request, 'path'))
    parameter['style'] = `whole-${String(parameter['style'])}` as PathStyle;
  request['headers'] = objectsAt(request, 'headers')
    .filter(({ name }) => !noParameters.has(String(name).toLowerCase()))
    .map((header) => ({ ...header, style: 'sent' satisfies HeaderStyle }));
}

/** How a text has what is none. */
const patterns: Readonly<Record<string, string>> = {
  boolean: '^(true|false)$',
  integer: '^-?\\d+$',
  number: '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$',
};

/** Prism holds a text against its schema as it is. */
function encodeText(content: JsonObject): void {
  const { type, $schema } = objectAt(content, 'schema');
  const pattern = patterns[String(type)];
  if (!String(content['mediaType']).startsWith('text/') || pattern === undefined) return;
  content['schema'] = { $schema, type: 'string', pattern };
}

/** JSON is how what has parts of its own goes unless the document says otherwise (OpenAPI 3.1, section 4.8.15). */
function encodeForm(content: JsonObject): void {
  if (!forms.has(content['mediaType'])) return;
  // A part of its own needs no characters kept from it.
  const kept = content['mediaType'] === 'multipart/form-data' ? { allowReserved: true } : {};
  const told = objectsAt(content, 'encodings').map((encoding): JsonObject => ({
    ...encoding,
    ...kept,
    ...(encoding['style'] === 'deepObject' && { style: 'form-deep' satisfies ValueStyle }),
  }));
  const properties = propertiesOf(content['schema']);
  // Prism reads a form by the properties at the top alone, and cannot bring those of every `allOf` there.
  if (Object.keys(properties).length > 0) content['schema'] = { ...objectAt(content, 'schema'), properties };
  const added = Object.entries(properties)
    .filter(([name, schema]) => hasParts(schema) && !told.some((encoding) => encoding['property'] === name))
    .map(([property]) => ({ property, style: 'form-json' satisfies ValueStyle, allowReserved: true }));
  content['encodings'] = [...told, ...added];
}

/** Whether a value may be an object or a list; what refers to itself is left as a reference, and may be either. */
function hasParts(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  if (typesOf(schema).some((type) => type === 'object' || type === 'array')) return true;
  return ['properties', '$ref', 'allOf', 'anyOf', 'oneOf'].some((key) => key in schema);
}

function encodeParameter(parameter: JsonObject): void {
  const { schema } = parameter;
  const json = objectAt(objectAt(parameter, 'content'), 'application/json')['schema'];
  // OpenAPI 3.1, section 4.8.12.2; to Prism, what is not said is false.
  if (parameter['style'] === 'form') parameter['explode'] ??= true;
  const style = styleOf(parameter);
  if (style !== undefined) parameter['style'] = style;
  if (style === 'properties')
    parameter['schema'] = {
      type: 'object',
      ...objectAt(parameter, 'schema'),
      properties: propertiesOf(schema),
    };
  if (schema !== undefined || !isObject(json)) return;
  Object.assign(parameter, { schema: json, style: 'json' satisfies ValueStyle });
}

/** Undefined where the style is one that Prism reads. */
function styleOf({ style, explode, schema }: JsonObject): ValueStyle | undefined {
  if (style === 'deepObject') return 'deep';
  if (style === 'spaceDelimited') return 'spaces';
  if (style === 'pipeDelimited') return 'pipes';
  if (style !== 'form') return undefined;
  // No style of OpenAPI writes a list of objects.
  if (isObject(schema) && schema['type'] === 'array' && hasObjects(schema)) return 'json';
  const isObjects = !isObject(schema) || typesOf(schema).every((type) => type === 'object');
  return isObjects && explode === true && Object.keys(propertiesOf(schema)).length > 0
    ? 'properties'
    : undefined;
}

/** All that a form, or an object in a query, may have. What only an alternative says of a property is for that to check. */
function propertiesOf(schema: unknown): JsonObject {
  const alternatives = ['anyOf', 'oneOf']
    .flatMap((key) => objectsAt(schema, key))
    .flatMap((alternative) =>
      Object.entries(propertiesOf(alternative)).map(([name, property]) => ({
        [name]: hasParts(property) ? { anyOf: [{}, property] } : {},
      })),
    );
  const parts = objectsAt(schema, 'allOf').map(propertiesOf);
  return Object.assign({}, ...alternatives, ...parts, objectAt(schema, 'properties'));
}
