import { fieldAt, isObject, listAt, objectAt, stringsIn, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';
import type { Schema } from './sdk-model.ts';

/** The fields of an object schema, those of its `allOf` parts included. */
export interface ObjectShape {
  readonly properties: readonly (readonly [name: string, schema: Schema])[];
  readonly required: ReadonlySet<string>;
}

const openKeywords = ['oneOf', 'anyOf', 'not', 'if', 'patternProperties', 'propertyNames', 'discriminator'];

/** The shape of a closed, plain object; undefined for anything whose fields cannot be listed. */
export function objectShape(document: JsonObject, schema: unknown, depth = 0): ObjectShape | undefined {
  const target = dereference(document, schema);
  if (!target || depth > 20 || openKeywords.some((keyword) => fieldAt(target, keyword) !== undefined))
    return undefined;
  const type = fieldAt(target, 'type');
  if (type !== undefined && type !== 'object') return undefined;
  const additional = fieldAt(target, 'additionalProperties');
  if (additional === true || isObject(additional)) return undefined;
  const parts = listAt(target, 'allOf').map((part) => objectShape(document, part, depth + 1));
  // A part of another may do no more than require what that one has.
  const says = ['properties', ...(depth > 0 ? ['required'] : [])].some(
    (key) => fieldAt(target, key) !== undefined,
  );
  if (type === undefined && parts.length === 0 && !says) return undefined;
  return parts.includes(undefined)
    ? undefined
    : mergeShapes([...parts.filter((part) => part !== undefined), ownShape(target)]);
}

/** Whether `null` is allowed beside the type, in the words of OpenAPI 3.0 or 3.1. */
export function isNullable(schema: JsonObject): boolean {
  return fieldAt(schema, 'nullable') === true || [fieldAt(schema, 'type')].flat().includes('null');
}

/** What stands at the end of a way through plain objects; undefined where a step leads out of them. */
export function schemaBelow(document: JsonObject, schema: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (at, step) => objectShape(document, at)?.properties.find(([name]) => name === step)?.[1],
    schema,
  );
}

function ownShape(schema: JsonObject): ObjectShape {
  const properties = Object.entries(objectAt(schema, 'properties')).filter(isProperty);
  return { properties, required: new Set(stringsIn(listAt(schema, 'required'))) };
}

function isProperty(entry: [string, unknown]): entry is [string, Schema] {
  return isObject(entry[1]) || typeof entry[1] === 'boolean';
}

function mergeShapes(shapes: readonly ObjectShape[]): ObjectShape {
  return {
    properties: [...new Map(shapes.flatMap((shape) => shape.properties))],
    required: new Set(shapes.flatMap((shape) => [...shape.required])),
  };
}
