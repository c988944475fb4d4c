import { objectAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';

/** The Operation Object as the document has it, also where its path item is a `$ref`. */
export function rawOperation(document: JsonObject, path: string, method: string): JsonObject {
  const pathItem = dereference(document, objectAt(document, 'paths')[path]);
  return objectAt(pathItem, method.toLowerCase());
}
