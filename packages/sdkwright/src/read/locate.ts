import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pointerSegments } from '../model/pointer.ts';
import type { Source } from './source.ts';

/** Adds line and column to every diagnostic that points into this source. Parses again: only errors pay for it. */
export function locateAll(source: Source, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter });
  return diagnostics.map((diagnostic) => {
    const { location } = diagnostic;
    if (location?.pointer === undefined || location.file !== source.location) return diagnostic;
    const node = document.getIn(pointerSegments(location.pointer) ?? [], true);
    if (!isNode(node) || !node.range) return diagnostic;
    const { line, col } = lineCounter.linePos(node.range[0]);
    return { ...diagnostic, location: { ...location, line, column: col } };
  });
}
