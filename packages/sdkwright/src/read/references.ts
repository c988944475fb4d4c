import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { pointerOf, resolvePointer } from '../model/pointer.ts';

interface Reference {
  /** Where the `$ref` stands. */
  readonly at: readonly string[];
  /** What it says. */
  readonly target: string;
}

/** Fields whose value is data, where a `$ref` is only a name. */
const dataFields = new Set(['example', 'default', 'const', 'enum', 'value']);

/** Names each `$ref` that leads nowhere, with the place it stands at. */
export function checkReferences(document: JsonObject, file: string): Diagnostic[] {
  return collectReferences(document)
    .filter(({ target }) => target.startsWith('#') && resolvePointer(document, target) === undefined)
    .map(({ at, target }) => ({
      code: 'reference-unresolved',
      severity: 'error',
      message: `$ref "${target}" leads to nothing`,
      help: 'Add the missing part to the document or correct the $ref.',
      location: { file, pointer: pointerOf(...at, '$ref') },
    }));
}

/** All references, in document order. Iterative: a hostile document may nest deeper than the stack. */
export function collectReferences(document: JsonObject): Reference[] {
  const found: Reference[] = [];
  const pending: { value: unknown; at: readonly string[] }[] = [{ value: document, at: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, at } = next;
    if (isObject(value) && typeof value['$ref'] === 'string' && !isNameOfProperty(at)) {
      found.push({ at, target: value['$ref'] });
    }
    pending.push(...children(value, at).reverse());
  }
  return found;
}

function children(value: unknown, at: readonly string[]): { value: unknown; at: readonly string[] }[] {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ value: item, at: [...at, String(index)] }));
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([key, child]) => typeof child === 'object' && (isNameOfProperty(at) || !holdsData(key, child)))
    .map(([key, child]) => ({ value: child, at: [...at, key] }));
}

function holdsData(key: string, value: unknown): boolean {
  return dataFields.has(key) || (key === 'examples' && Array.isArray(value));
}

/** Below `properties` and its kind keys are names the author chose, `$ref` and `example` included. */
function isNameOfProperty(at: readonly string[]): boolean {
  const parent = at.at(-1);
  return parent === 'properties' || parent === 'patternProperties' || parent === '$defs';
}
