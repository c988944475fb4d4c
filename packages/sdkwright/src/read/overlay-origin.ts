import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fieldAt, isObject, listAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf, pointerSegments, resolvePointer } from '../model/pointer.ts';
import { locationsOf } from './overlay.ts';

/** Points each problem of the finished document at the overlay action that brought it in, where one did. */
export function traceToOverlay(
  diagnostics: readonly Diagnostic[],
  document: JsonObject,
  overlay: JsonObject,
  file: string,
): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const segments = pointerSegments(diagnostic.location?.pointer ?? ' ');
    const pointer = segments && originOf(segments, document, overlay);
    return pointer === undefined ? diagnostic : { ...diagnostic, location: { file, pointer } };
  });
}

/** The place in the last action that holds the value. */
function originOf(
  segments: readonly string[],
  document: JsonObject,
  overlay: JsonObject,
): string | undefined {
  for (const [index, action] of [...listAt(overlay, 'actions').entries()].toReversed()) {
    const update = fieldAt(action, 'update');
    const target = stringAt(action, 'target');
    if (update === undefined || target === undefined) continue;
    for (const location of locationsOf(document, target)) {
      if (!location.every((segment, position) => String(segment) === segments[position])) continue;
      const rest = heldBy(update, segments.slice(location.length));
      if (rest) return pointerOf('actions', index, 'update', ...rest);
    }
  }
  return undefined;
}

/** The part of an update that a path leads to. Lists are appended to, so an item is told by its list. */
function heldBy(update: unknown, path: readonly string[]): readonly string[] | undefined {
  if (path.length === 0 || Array.isArray(update)) return [];
  if (!isObject(update)) return undefined;
  const list = path.findIndex((_, end) =>
    Array.isArray(resolvePointer(update, pointerOf(...path.slice(0, end)))),
  );
  const rest = list === -1 ? path : path.slice(0, list);
  return resolvePointer(update, pointerOf(...rest)) === undefined ? undefined : rest;
}
