import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pointerOf, pointerSegments } from '../model/pointer.ts';
import { locationOf, type Position } from './position.ts';

/** Points each problem of a document of many files at the file that the part came from. */
export function traceToFiles(
  diagnostics: readonly Diagnostic[],
  origins: ReadonlyMap<string, Position>,
  file: string,
): Diagnostic[] {
  if (origins.size === 0) return [...diagnostics];
  return diagnostics.map((diagnostic) => {
    const { location } = diagnostic;
    if (location?.pointer === undefined || location.file !== file) return diagnostic;
    const origin = originOf(pointerSegments(location.pointer) ?? [], origins);
    return origin ? { ...diagnostic, location: locationOf(origin) } : diagnostic;
  });
}

/** The nearest part around a place that came from another file, and the same way down from there. */
function originOf(segments: readonly string[], origins: ReadonlyMap<string, Position>): Position | undefined {
  for (let length = segments.length; length >= 0; length -= 1) {
    const origin = origins.get(pointerOf(...segments.slice(0, length)));
    if (origin) return { file: origin.file, segments: [...origin.segments, ...segments.slice(length)] };
  }
  return undefined;
}
