import { httpMethods } from './http-methods.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';

const parameterFields = ['name', 'in', 'required', 'style', 'explode', 'allowReserved'];
const operationFields = ['operationId', 'tags', 'security', 'deprecated'];

/**
 * The operations of a document without schemas, examples and prose: all that a parser of operations needs. Real
 * documents hold much that parsers fall over, and copies of the rest are what costs the most memory.
 */
export function operationSkeleton(document: JsonObject): JsonObject {
  const components = objectAt(document, 'components');
  return {
    ...picked(document, ['openapi', 'security']),
    info: { title: '', version: '' },
    paths: mapped(objectAt(document, 'paths'), pathItem),
    components: {
      parameters: mapped(objectAt(components, 'parameters'), parameter),
      requestBodies: mapped(objectAt(components, 'requestBodies'), requestBody),
      pathItems: mapped(objectAt(components, 'pathItems'), pathItem),
      securitySchemes: objectAt(components, 'securitySchemes'),
    },
  };
}

function pathItem(item: JsonObject): JsonObject {
  const operations = httpMethods.filter((method) => isObject(fieldAt(item, method)));
  return {
    ...picked(item, ['$ref']),
    ...parametersOf(item),
    ...Object.fromEntries(operations.map((method) => [method, operation(objectAt(item, method))])),
  };
}

function operation(value: JsonObject): JsonObject {
  const body = fieldAt(value, 'requestBody');
  return {
    ...picked(value, operationFields),
    ...parametersOf(value),
    ...(isObject(body) ? { requestBody: requestBody(body) } : {}),
    responses: {},
  };
}

function parametersOf(holder: JsonObject): JsonObject {
  const parameters = listAt(holder, 'parameters').filter(isParameter);
  return parameters.length > 0 ? { parameters: parameters.map(parameter) } : {};
}

/** A body of Swagger 2 in a list of parameters is none, nor what has no name. */
function isParameter(value: unknown): value is JsonObject {
  if (!isObject(value) || stringAt(value, '$ref') !== undefined) return isObject(value);
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
