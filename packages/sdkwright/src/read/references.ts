import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { dataFields, nameMaps } from '../model/document-fields.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { pointerOf, resolvePointer } from '../model/pointer.ts';
import { withoutCredentials } from './credentials.ts';

interface Reference {
  /** Where the `$ref` stands. */
  readonly at: readonly string[];
  /** What it says. */
  readonly target: string;
}

/** Names each `$ref` that leads nowhere, with the place it stands at. */
export function checkReferences(document: JsonObject, file: string): Diagnostic[] {
  return collectReferences(document)
    .filter(({ target }) => resolvePointer(document, target) === undefined)
    .map(({ at, target }) => ({
      code: 'reference-unresolved',
      severity: 'error',
      ...explain(target),
      location: { file, pointer: pointerOf(...at, '$ref') },
    }));
}

function explain(target: string): Pick<Diagnostic, 'message' | 'help'> {
  if (target.startsWith('#')) {
    const help = 'Add the missing part to the document or correct the $ref.';
    return { message: `$ref "${target}" leads to nothing`, help };
  }
  const help = 'Bundle the document into one file first, for example with `npx @redocly/cli bundle`.';
  return { message: `$ref "${withoutCredentials(target)}" leads out of the document`, help };
}

/** Whether it is a reference to a part that its own document does not have. */
export function isDeadEnd({ code, message }: Diagnostic): boolean {
  return code === 'reference-unresolved' && message.startsWith('$ref "#');
}

/** The same as a warning: what became of it. */
export function mendedReference(diagnostic: Diagnostic): Diagnostic {
  const message = `${diagnostic.message}; a schema there allows anything, all else is left out`;
  return { ...diagnostic, severity: 'warning', message };
}

/** All references, in document order. Iterative: a hostile document may nest deeper than the stack. */
export function collectReferences(document: JsonObject): Reference[] {
  const found: Reference[] = [];
  const pending: Place[] = [{ value: document, at: [], holdsNames: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, at, holdsNames } = next;
    if (isObject(value) && typeof value['$ref'] === 'string' && !holdsNames) {
      found.push({ at, target: value['$ref'] });
    }
    pending.push(...children(next).toReversed());
  }
  return found;
}

interface Place {
  readonly value: unknown;
  readonly at: readonly string[];
  /** Whether the keys of the value are names the author chose. */
  readonly holdsNames: boolean;
}

function children({ value, at, holdsNames }: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value)
    .filter(([key, child]) => typeof child === 'object' && (isList || holdsNames || !holdsData(key, child)))
    .map(([key, child]: [string, unknown]) => ({
      value: child,
      at: [...at, key],
      holdsNames: !isList && !holdsNames && nameMaps.has(key),
    }));
}

function holdsData(key: string, value: unknown): boolean {
  return dataFields.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(value));
}
