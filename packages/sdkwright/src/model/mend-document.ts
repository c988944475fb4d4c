import { withoutDeadReferences } from './dead-references.ts';
import { documentForm } from './document-forms.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Fault } from './mending.ts';

export interface MendedDocument {
  readonly document: JsonObject;
  readonly faults: readonly Fault[];
}

const known = new WeakMap<JsonObject, MendedDocument>();

/**
 * The document with everything of the form that OpenAPI gives it, so that no later step, and no engine, falls over a
 * list where a text should be. What is wrong is left out, or replaced by what allows anything. A document without a
 * fault is given back as it is. Asked again for the same document, it does not look again.
 */
export function mendDocument(document: JsonObject): MendedDocument {
  const before = known.get(document);
  if (before) return before;
  const faults: Fault[] = [];
  const report = (fault: Fault): void => void faults.push(fault);
  const result = { document: mendAll(document, report, () => faults.length), faults };
  known.set(document, result);
  return result;
}

/** Each pass may leave out what something else refers to, or what makes a part of what is around it. */
const maxPasses = 10;

function mendAll(document: JsonObject, report: (fault: Fault) => void, count: () => number): JsonObject {
  let mended = document;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const before = count();
    const formed = documentForm(mended)(mended, undefined, report);
    mended = isObject(formed) ? formed : {};
    if (count() === before) return mended;
    mended = withoutDeadReferences(mended, report);
  }
  return mended;
}
