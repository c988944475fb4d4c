import { httpMethods } from './http-methods.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';

const parameterFields = ['name', 'in', 'required', 'style', 'explode', 'allowReserved'];
const operationFields = ['operationId', 'tags', 'security', 'deprecated'];

/**
 * The operations of a document without schemas, examples and prose, and with each `$ref` followed: all that a parser
 * of operations needs. Real documents hold much that parsers fall over, and copies of the rest are what costs the most
 * memory.
 */
export function operationSkeleton(document: JsonObject): JsonObject {
  return {
    ...picked(document, ['openapi', 'security']),
    info: { title: '', version: '' },
    paths: Object.fromEntries(
      Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) => pathItems(document, path, item)),
    ),
    components: { securitySchemes: objectAt(objectAt(document, 'components'), 'securitySchemes') },
  };
}

/** Behind the path of an operation that the parser is told of as a POST, for it knows no QUERY. */
export const queryMark = '/\u0001query';

function pathItems(document: JsonObject, path: string, value: unknown): [string, unknown][] {
  if (!isObject(value)) return [];
  const { query, ...item } = pathItem(document, value);
  const { parameters } = item;
  if (!isObject(query)) return [[path, item]];
  return [
    [path, item],
    [path + queryMark, { ...(parameters === undefined ? {} : { parameters }), post: query }],
  ];
}

/** What stands beside the `$ref` of a path item goes before what stands where it leads. */
function pathItem(document: JsonObject, item: JsonObject): JsonObject {
  const whole = { ...dereference(document, item), ...item };
  const operations = httpMethods.filter((method) => isObject(fieldAt(whole, method)));
  return {
    ...parametersOf(document, whole),
    ...Object.fromEntries(operations.map((method) => [method, operation(document, objectAt(whole, method))])),
  };
}

function operation(document: JsonObject, value: JsonObject): JsonObject {
  const body = fieldAt(value, 'requestBody');
  return {
    ...picked(value, operationFields),
    ...parametersOf(document, value),
    ...(isObject(body) ? { requestBody: requestBody(followed(document, body)) } : {}),
    responses: {},
  };
}

function parametersOf(document: JsonObject, holder: JsonObject): JsonObject {
  const parameters = listAt(holder, 'parameters')
    .filter(isObject)
    .map((value) => followed(document, value))
    .filter(isParameter);
  return parameters.length > 0 ? { parameters: parameters.map(parameter) } : {};
}

/** What leads nowhere stays a reference, for the parser to say so. */
function followed(document: JsonObject, value: JsonObject): JsonObject {
  return dereference(document, value) ?? value;
}

/** A body of Swagger 2 in a list of parameters is none, nor what has no name. */
function isParameter(value: JsonObject): boolean {
  if (stringAt(value, '$ref') !== undefined) return true;
  return (
    stringAt(value, 'name') !== undefined && /^(path|query|header|cookie)$/.test(stringAt(value, 'in') ?? '')
  );
}

function parameter(value: JsonObject): JsonObject {
  if (stringAt(value, '$ref') !== undefined) return picked(value, ['$ref']);
  const content = fieldAt(value, 'content');
  return {
    ...picked(value, parameterFields),
    ...(isObject(content) ? { content: mapped(content, media) } : media()),
  };
}

function requestBody(value: JsonObject): JsonObject {
  if (stringAt(value, '$ref') !== undefined) return picked(value, ['$ref']);
  return { ...picked(value, ['required']), content: mapped(objectAt(value, 'content'), media) };
}

function media(): JsonObject {
  return { schema: {} };
}

function picked(value: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.filter((key) => fieldAt(value, key) !== undefined).map((key) => [key, value[key]]),
  );
}

/** The object with each value that is an object changed; what is none is left out. */
function mapped(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (isObject(value) ? [[key, change(value)]] : [])),
  );
}
