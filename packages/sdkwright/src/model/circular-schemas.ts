import { fieldAt, isObject, objectAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';

/** The named schemas that are nothing but references to each other in a circle: nobody can say what they are. */
export function circularSchemas(document: JsonObject): string[] {
  const named = Object.entries(objectAt(objectAt(document, 'components'), 'schemas'));
  return named.flatMap(([key, schema]) =>
    isObject(schema) && fieldAt(schema, '$ref') !== undefined && dereference(document, schema) === undefined
      ? [key]
      : [],
  );
}

/** The document with those schemas open to anything; a document without any is given back as it is. */
export function withoutCircles(document: JsonObject): JsonObject {
  const keys = circularSchemas(document);
  if (keys.length === 0) return document;
  const components = objectAt(document, 'components');
  const open = Object.fromEntries(keys.map((key) => [key, {}]));
  return {
    ...document,
    components: { ...components, schemas: { ...objectAt(components, 'schemas'), ...open } },
  };
}
