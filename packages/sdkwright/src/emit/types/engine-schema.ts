import { isObject, listAt, mapFields, gone, objectAt, type JsonObject } from '../../model/json.ts';
import { withKnownValues } from '../../model/open-enums.ts';

/**
 * A schema as openapi-typescript prints it right: it takes an `anyOf` beside fields for another choice instead of more
 * fields, and an alternative that says nothing of types for one that is unknown.
 */
export function engineSchema(schema: JsonObject): JsonObject {
  return withKnownValues(withAnyOfBeside(withToldChoices(schema)));
}

/** What has a say in how a value is typed. */
const typeKeywords: ReadonlySet<string> = new Set(
  `type nullable properties additionalProperties patternProperties items prefixItems enum const $ref allOf anyOf oneOf
  x-sdk-blob`.split(/\s+/),
);

function saysNothing(choice: unknown): boolean {
  return choice === true || (isObject(choice) && !Object.keys(choice).some((key) => typeKeywords.has(key)));
}

/** Whether its type allows nothing but objects, not even null, as far as it has one. */
export function isOfObjects(schema: JsonObject): boolean {
  const types = [schema['type'] ?? 'object'].flat();
  return types.every((type) => type === 'object') && schema['nullable'] !== true;
}

/** Whether it has fields of its own, or other parts of an object, for choices to stand beside. */
function describesObject(schema: JsonObject): boolean {
  return ['properties', 'allOf', 'type'].some((key) => key in schema) && isOfObjects(schema);
}

function withAnyOfBeside(schema: JsonObject): JsonObject {
  const { anyOf, ...others } = schema;
  if (!Array.isArray(anyOf) || !describesObject(schema)) return schema;
  return { ...others, allOf: [...listAt(schema, 'allOf'), { anyOf }] };
}

/** Beside a type, choices of which one says nothing leave all of it; but what others tell of fields, callers may give. */
function withToldChoices(schema: JsonObject): JsonObject {
  const isTyped = ['type', 'properties', 'allOf', 'enum', 'const'].some((key) => key in schema);
  return mapFields(schema, (child, key) => {
    if (!isTyped || (key !== 'oneOf' && key !== 'anyOf') || !Array.isArray(child)) return child;
    const told = child.filter((choice) => !saysNothing(choice));
    if (told.length === child.length) return child;
    if (told.length === 0 || !describesObject(schema)) return gone;
    const fields = Object.assign({}, ...told.map((choice) => objectAt(choice, 'properties')));
    return [...told, { type: 'object', properties: fields }];
  });
}
