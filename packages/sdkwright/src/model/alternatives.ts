import { mapDocumentParts } from './document-parts.ts';
import { fieldAt, gone, isObject, mapFields, type JsonObject } from './json.ts';

/** Keywords by which an alternative demands something of fields that are described elsewhere. */
const demands: ReadonlySet<string> = new Set([
  'required',
  'not',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'title',
  'description',
]);

/**
 * Leaves out alternatives that only say which fields there must be: `anyOf: [{ required: [email] }, …]` beside the
 * fields themselves. No type can say it, and openapi-typescript takes each for a schema that allows anything, which
 * makes the whole unknown. A document without any is given back as it is.
 */
export function withoutDemands(document: JsonObject): JsonObject {
  return mapDocumentParts(document, withoutDemandsOf);
}

function withoutDemandsOf(schema: JsonObject): JsonObject {
  return mapFields(schema, (child, key) => (isDemand(schema, key, child) ? gone : child));
}

function isDemand(schema: JsonObject, key: string, alternatives: unknown): boolean {
  if ((key !== 'anyOf' && key !== 'oneOf') || !Array.isArray(alternatives)) return false;
  const describes = ['type', 'properties', 'allOf'].some((keyword) => fieldAt(schema, keyword) !== undefined);
  return (
    describes &&
    alternatives.every((each) => isObject(each) && Object.keys(each).every((word) => demands.has(word)))
  );
}
