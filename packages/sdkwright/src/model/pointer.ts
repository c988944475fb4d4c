import { fieldAt, isObject, type JsonObject } from './json.ts';

/** Joins segments to a JSON pointer in its URI fragment form: `#/paths/~1tasks/get`. */
export function pointerOf(...segments: readonly (string | number)[]): string {
  return `#${segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The segments of a pointer such as `#/components/schemas/Task`, percent-decoded; undefined if it is none. */
export function pointerSegments(pointer: string): string[] | undefined {
  const path = pointer.startsWith('#') ? pointer.slice(1) : pointer;
  if (path === '') return [];
  if (!path.startsWith('/')) return undefined;
  return path.slice(1).split('/').map(decodeSegment);
}

/** What the pointer leads to, or undefined. Never leaves the document's own properties. */
export function resolvePointer(document: JsonObject, pointer: string): unknown {
  let value: unknown = document;
  for (const segment of pointerSegments(pointer) ?? [' ']) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else value = fieldAt(value, segment);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Follows a chain of `$ref`s to the object at its end; a circle or a dead end gives undefined. */
export function dereference(document: JsonObject, value: unknown): JsonObject | undefined {
  const seen = new Set<string>();
  let current = value;
  while (isObject(current)) {
    const reference = fieldAt(current, '$ref');
    if (typeof reference !== 'string') return current;
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    current = resolvePointer(document, reference);
  }
  return undefined;
}

function decodeSegment(segment: string): string {
  // Nearly every segment is plain, and large documents have hundreds of thousands of them.
  if (!/[%~]/.test(segment)) return segment;
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // A stray `%` is no escape: the segment is meant as written.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
