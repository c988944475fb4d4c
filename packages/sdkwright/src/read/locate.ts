import { SdkwrightError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { pointerSegments } from '../model/pointer.ts';
import { placedYaml } from './placed-yaml.ts';
import type { Source } from './source.ts';

/** Characters that are parsed once more for the lines of warnings alone: half a second's work. */
const mostForWarnings = 500_000;

/** Adds line and column to every diagnostic that points into this source; to warnings where that is quickly done. */
export function locateAll(source: Source, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (
    !diagnostics.some(({ location }) => location?.pointer !== undefined && location.file === source.location)
  ) {
    return [...diagnostics];
  }
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  if (!hasError && source.text.length > mostForWarnings) return [...diagnostics];
  const { isNode, LineCounter, parseDocument } = placedYaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter });
  return diagnostics.map((diagnostic) => {
    const { location } = diagnostic;
    if (location?.pointer === undefined || location.file !== source.location) return diagnostic;
    const node = (pointerSegments(location.pointer) ?? []).reduce<unknown>(childAt, document.contents);
    if (!isNode(node) || !node.range) return diagnostic;
    const { line, col } = lineCounter.linePos(node.range[0]);
    return { ...diagnostic, location: { ...location, line, column: col } };
  });
}

/** Runs a step; the problems it throws get line and column if they point into this source. */
export function locating<T>(source: Source, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof SdkwrightError ? new SdkwrightError(locateAll(source, error.diagnostics)) : error;
  }
}

/** The value below a node; a key such as `200` is a number to YAML and text in a pointer. */
function childAt(node: unknown, segment: string): unknown {
  const { isMap, isScalar, isSeq } = placedYaml();
  if (isSeq(node)) return node.items[Number(segment)];
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === segment)?.value;
}
