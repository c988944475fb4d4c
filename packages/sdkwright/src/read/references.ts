import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nameMaps } from '../model/document-fields.ts';
import { holdsData } from '../model/document-parts.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { below, pathOf, type Way } from '../model/mending.ts';
import { pointerOf, resolvePointer } from '../model/pointer.ts';
import { withoutCredentials } from './credentials.ts';

interface Reference {
  /** Where the `$ref` stands. */
  readonly way: Way | undefined;
  /** What it says. */
  readonly target: string;
}

/** Names each `$ref` that leads nowhere, with the place it stands at. */
export function checkReferences(document: JsonObject, file: string): Diagnostic[] {
  const references = collectReferences(document);
  const targets = new Set(references.map(({ target }) => target));
  const dead = new Set([...targets].filter((target) => resolvePointer(document, target) === undefined));
  return references
    .filter(({ target }) => dead.has(target))
    .map(({ way, target }) => ({
      code: 'reference-unresolved',
      severity: 'error',
      ...explain(target),
      location: { file, pointer: pointerOf(...pathOf(way), '$ref') },
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
  return code === 'reference-unresolved' && /^\$(ref|dynamicRef) "#/.test(message);
}

/** The same as a warning: what became of it. */
export function mendedReference(diagnostic: Diagnostic): Diagnostic {
  const message = `${diagnostic.message}; a schema there allows anything, all else is left out`;
  return { ...diagnostic, severity: 'warning', message };
}

/** All references, in document order. Iterative: a hostile document may nest deeper than the stack. */
export function collectReferences(document: JsonObject): Reference[] {
  const found: Reference[] = [];
  const pending: Place[] = [{ value: document, way: undefined, holdsNames: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, way, holdsNames } = next;
    if (isObject(value) && typeof value['$ref'] === 'string' && !holdsNames) {
      found.push({ way, target: value['$ref'] });
    }
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries<unknown>(value).toReversed()) {
      if (!isObject(child) && !Array.isArray(child)) continue;
      if (!isList && !holdsNames && holdsData(key, child)) continue;
      const isMap = !isList && !holdsNames && nameMaps.has(key);
      pending.push({ value: child, way: below(way, key), holdsNames: isMap });
    }
  }
  return found;
}

interface Place {
  readonly value: JsonObject | readonly unknown[];
  readonly way: Way | undefined;
  /** Whether the keys of the value are names the author chose. */
  readonly holdsNames: boolean;
}
