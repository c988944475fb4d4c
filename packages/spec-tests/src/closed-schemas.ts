import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

import { isObject, objectAt, valueAt, type Json, type JsonObject } from './json.ts';

/** Extensions that stand in our schemas and say nothing about validity. */
const ANNOTATIONS = ['x-evidence', 'x-evidence-of', 'x-evidence-note', 'x-enum-varnames'];

const COMPONENTS = '#/components/schemas/';

/**
 * A schema whose objects allow no other fields than those they declare, unless they say that they do. An example
 * is held to that: a field that it shows and its schema does not know is a slip in one of them. References to
 * the document's components become references to `$defs`, because a validator knows schemas and no documents.
 */
function closed(node: Json): Json {
  if (Array.isArray(node)) return node.map(closed);
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, child] of Object.entries(node)) copy[key] = key === 'examples' ? child : closed(child);
  const ref = node['$ref'];
  if (typeof ref === 'string') copy['$ref'] = ref.replace(COMPONENTS, '#/$defs/');
  const isOpen = node['type'] === 'object' && isObject(node['properties']);
  if (isOpen && !('additionalProperties' in node)) copy['additionalProperties'] = false;
  return copy;
}

/** Compiles the schema at a JSON Pointer of the document, its objects closed and its references resolved. */
export type CompileAt = (pointer: string) => ValidateFunction;

/** Makes a compiler for the schemas of one document. It is strict: an unknown keyword is an error. */
export function schemaCompiler(document: JsonObject): CompileAt {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(ANNOTATIONS);
  const $defs = closed(valueAt(document, '/components/schemas'));
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const schema = objectAt(closed(valueAt(document, pointer)), pointer);
    const made = ajv.compile({ ...schema, $defs });
    compiled.set(pointer, made);
    return made;
  };
}
