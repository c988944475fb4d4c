import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, stringAt } from '../model/json.ts';
import { pointerSegments } from '../model/pointer.ts';
import { withoutCredentials } from './credentials.ts';
import { below, childOf, keyOf, locationOf, type Position } from './position.ts';
import { addressOf, fragmentOf } from './reference-address.ts';
import type { DocumentFiles, WantedFile } from './referenced-files.ts';
import { pathOfAnchor } from './schema-identifiers.ts';

/** What stands at a place. */
export interface Found extends Position {
  readonly value: unknown;
}

/** A longer chain of references runs in a circle, or means to waste time. */
const maxSteps = 200;

/** Follows references from file to file, and remembers which files are missing and what leads nowhere. */
export class Follower {
  readonly wanted: Map<string, WantedFile> = new Map();
  readonly #problems: Map<string, Diagnostic> = new Map();
  readonly #files: DocumentFiles;
  #isUnread = false;
  #steps = 0;

  constructor(files: DocumentFiles) {
    this.#files = files;
  }

  get problems(): Diagnostic[] {
    return [...this.#problems.values()];
  }

  /** Where the reference that stands at a place leads; undefined where that is not known, or nothing. */
  target(reference: string, from: Position): Found | undefined {
    const found = this.find(reference, from);
    return found ?? (this.#isUnread ? undefined : this.#nowhere(reference, from));
  }

  /** The same, where there need be nothing. */
  find(reference: string, from: Position): Found | undefined {
    this.#isUnread = false;
    this.#steps = 0;
    return this.#find(reference, from);
  }

  /** The end of a chain of references that stand alone; undefined where it is a circle, or not known. */
  end(start: Found): Found | undefined {
    const seen = new Set<string>();
    let current: Found | undefined = start;
    while (current && isLoneReference(current.value)) {
      const key = keyOf(current);
      if (seen.has(key) || seen.size > maxSteps) return undefined;
      seen.add(key);
      current = this.target(stringAt(current.value, '$ref') ?? '', current);
    }
    return current;
  }

  #find(reference: string, from: Position): Found | undefined {
    this.#steps += 1;
    const address = addressOf(from.file.address, reference);
    if (address === undefined || this.#steps > maxSteps) return undefined;
    const file = this.#files.at(address);
    if (file) {
      const fragment = fragmentOf(reference);
      const segments = pointerSegments(fragment) ?? pathOfAnchor(file.document, fragment.slice(1));
      return segments && this.#descend({ file, segments: [], value: file.document }, segments);
    }
    this.#isUnread = true;
    const location = locationOf(below(from, '$ref'));
    if (!this.wanted.has(address)) this.wanted.set(address, { address, reference, location });
    return undefined;
  }

  /** Down a pointer; a reference on the way is taken for what it leads to. */
  #descend(start: Found, segments: readonly string[]): Found | undefined {
    let current = start;
    for (const segment of segments) {
      for (let next = referenceFor(current, segment); next !== undefined;) {
        const found = this.#find(next, current);
        if (!found) return undefined;
        current = found;
        next = referenceFor(current, segment);
      }
      const value = childOf(current.value, segment);
      if (value === undefined) return undefined;
      current = { ...below(current, segment), value };
    }
    return current;
  }

  #nowhere(reference: string, from: Position): undefined {
    const location = locationOf(below(from, '$ref'));
    const isFile = addressOf(from.file.address, reference) !== undefined;
    const fact = isFile ? 'leads to nothing' : 'names no file and no http(s) URL';
    this.#problems.set(`${location.file}${location.pointer}`, {
      code: 'reference-unresolved',
      severity: 'error',
      message: `$ref "${withoutCredentials(reference)}" ${fact}`,
      help: 'Add the missing part to the document or correct the $ref.',
      location,
    });
    return undefined;
  }
}

/** A reference without anything beside it: the part is nothing of its own. */
export function isLoneReference(value: unknown): boolean {
  return isObject(value) && stringAt(value, '$ref') !== undefined && Object.keys(value).length === 1;
}

/** The reference to take because the value itself has no such child. */
function referenceFor({ value }: Found, segment: string): string | undefined {
  return childOf(value, segment) === undefined ? stringAt(value, '$ref') : undefined;
}
