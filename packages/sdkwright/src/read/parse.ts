import type { LineCounter } from 'yaml';
import { SdkwrightError, type SourceLocation } from '../diagnostics/diagnostic.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { placedYaml } from './placed-yaml.ts';
import { quickYaml } from './quick-yaml.ts';
import type { Source } from './source.ts';

/** Aliases that expand to more nodes than this are taken for an attack ("billion laughs"). */
const maxAliasCount = 1000;

/** Levels; real documents stay below 60. The engines recurse, and an alias inside its own anchor never ends. */
export const maxNesting = 256;

/**
 * Parses JSON or YAML.
 * @throws SdkwrightError `document-unparsable` with line and column.
 */
export function parseSource(source: Source): JsonObject {
  const value = looksLikeJson(source.text) ? parseJson(source) : parseYaml(source);
  if (isObject(value) && nestsWithin(value, maxNesting)) return value;
  if (isObject(value)) {
    throw unparsable(source, `it nests deeper than ${maxNesting} levels`, { file: source.location });
  }
  throw unparsable(source, `it holds ${describe(value)} where an object was expected`, {
    file: source.location,
  });
}

function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

/** JSON that does not parse goes through YAML, a superset of it, for a precise place and flow mappings. */
function parseJson(source: Source): unknown {
  try {
    return JSON.parse(source.text.replace(/^\uFEFF/, ''));
  } catch {
    return parseYaml(source);
  }
}

function parseYaml(source: Source): unknown {
  const value = quickYaml(source.text, maxNesting);
  return value === undefined ? parsePlacedYaml(source) : value;
}

/** Slower, but with the place of every node: it can tell where a text is wrong. */
function parsePlacedYaml(source: Source): unknown {
  const { LineCounter, parseDocument } = placedYaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw unparsable(source, error.message.replace(/\s+/g, ' '), place(source, lineCounter, error));
  try {
    return document.toJS({ maxAliasCount });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw unparsable(source, message, { file: source.location });
  }
}

/** Iterative and depth first: what is checked here may be deeper than the stack, or a circle. */
function nestsWithin(root: object, levels: number): boolean {
  const pending: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (depth > levels) return false;
    for (const child of Object.values(value)) {
      if (typeof child === 'object' && child !== null) pending.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}

function place(
  source: Source,
  lineCounter: LineCounter,
  error: { readonly pos: readonly [number, number] },
): SourceLocation {
  const { line, col } = lineCounter.linePos(error.pos[0]);
  return { file: source.location, line, column: col };
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function unparsable(source: Source, message: string, location: SourceLocation): SdkwrightError {
  return new SdkwrightError([
    {
      code: 'document-unparsable',
      severity: 'error',
      message: `"${source.location}" is neither JSON nor YAML: ${message}`,
      help: 'Mend the syntax at that place, then run the command again.',
      location,
    },
  ]);
}
