import { below, isObject, type Json } from './json.ts';

/** An example that the document states, and the schema it stands for. */
export interface StatedExample {
  /** JSON Pointer of the value. */
  pointer: string;
  /** JSON Pointer of the schema that the value must fit. */
  schema: string;
  value: Json;
}

/**
 * Every example of a document: of parameters, headers and media types (`example`, `examples`), and of schemas
 * (`examples`, JSON Schema 2020-12 section 9.5).
 */
export function statedExamples(document: Json): StatedExample[] {
  const found: StatedExample[] = [];
  visit(document, '', found);
  return found;
}

/** Keys whose content is data or prose, never a place for further examples. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'value']);

function visit(node: Json, pointer: string, found: StatedExample[]): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) visit(item, below(pointer, index), found);
    return;
  }
  if (!isObject(node)) return;
  collect(node, pointer, found);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'properties' && isObject(child)) visitProperties(child, below(pointer, key), found);
    else if (!DATA.has(key)) visit(child, below(pointer, key), found);
  }
}

/** Below `properties` a key is a name of the API, which may well be `value` or `example`. */
function visitProperties(
  properties: { [name: string]: Json },
  pointer: string,
  found: StatedExample[],
): void {
  for (const [name, schema] of Object.entries(properties)) visit(schema, below(pointer, name), found);
}

function collect(node: { [key: string]: Json }, pointer: string, found: StatedExample[]): void {
  const { example, examples } = node;
  const at = below(pointer, 'examples');
  if (Array.isArray(examples)) {
    for (const [index, value] of examples.entries())
      found.push({ pointer: below(at, index), schema: pointer, value });
  }
  if (!('schema' in node)) return;
  const schema = below(pointer, 'schema');
  if (example !== undefined) found.push({ pointer: below(pointer, 'example'), schema, value: example });
  if (!isObject(examples)) return;
  for (const [name, named] of Object.entries(examples)) {
    if (!isObject(named) || named['value'] === undefined) continue;
    found.push({ pointer: below(below(at, name), 'value'), schema, value: named['value'] });
  }
}
