import {
  COLLECTION_STYLE,
  constructFromEvents,
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  EVENT_ID,
  floatCoreTag,
  mapTag,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  type Event,
  type Schema,
} from 'js-yaml';

/** Comments, a `---` at most, and a key at the margin: what nearly all documents begin with. */
const plainStart = /^(?: *(?:#.*)?\r?\n)*(?:---\r?\n(?: *(?:#.*)?\r?\n)*)?["'\w]/;

/** What parsers read differently: a lone carriage return, a tab as indentation, a byte order mark, spaces at the end. */
const disputed = /\r(?!\n)|^ *\t|\uFEFF| $(?![^])/m;

/** So is this, in double quotes: an escaped line break before an empty line. */
const escapedBreak = /\\\r?\n *\r?\n/;

/** A number beyond all numbers is a text to one parser and infinite to the other. */
const float = defineScalarTag(floatCoreTag.tagName, {
  ...floatCoreTag,
  resolve: (source, isExplicit, tagName) => {
    const value = floatCoreTag.resolve(source, isExplicit, tagName);
    if (value === NOT_RESOLVED && Math.abs(Number(source)) === Infinity) throw new RangeError(source);
    return value;
  },
});

const map = defineMappingTag<Record<string, unknown>>(mapTag.tagName, {
  create: mapTag.create,
  has: mapTag.has,
  keys: mapTag.keys,
  get: mapTag.get,
  identify: mapTag.identify,
  addPair: (object, key, value) => (key === null ? 'no key' : mapTag.addPair(object, key, value)),
});

const schema: Schema = CORE_SCHEMA.withTags(float, map);

/**
 * The value of a YAML text, in a quarter of the time that it takes with the place of every node. Undefined where the
 * text is not sound, or has what parsers are not of one mind about: then the other parser has the word.
 */
export function quickYaml(text: string, maxDepth: number): unknown {
  if (!plainStart.test(text) || disputed.test(text)) return undefined;
  try {
    const events = parseEvents(text, { maxDepth });
    if (events.some((event) => isUnusual(event, text)) || hasTextBehindFlow(events, text)) return undefined;
    const [document, ...others] = constructFromEvents(events, { source: text, schema });
    return others.length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Anchors, aliases, tags and directives, and what is disputed in double quotes. */
function isUnusual(event: Event, text: string): boolean {
  if (event.type === EVENT_ID.POP) return false;
  if (event.type === EVENT_ID.DOCUMENT) return event.directives.length > 0;
  if (event.type === EVENT_ID.ALIAS || event.anchorStart !== -1 || event.tagStart !== -1) return true;
  if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return false;
  return escapedBreak.test(text.slice(event.valueStart, event.valueEnd));
}

/** Whether anything stands behind a `]` or `}` on its line, as in `a: [1]b: 2`, which is two lines to this parser. */
function hasTextBehindFlow(events: readonly Event[], text: string): boolean {
  const open: boolean[] = [];
  let isBehind = false;
  let last = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      if (open.pop() === true && open.at(-1) !== true) isBehind = true;
      continue;
    }
    const start = startOf(event);
    if (start !== undefined) {
      if (isBehind && !/\n[^\]}]*$/.test(text.slice(last, start))) return true;
      isBehind = false;
      last = event.type === EVENT_ID.SCALAR ? event.valueEnd : start;
    }
    if (event.type !== EVENT_ID.SCALAR) open.push('style' in event && event.style === COLLECTION_STYLE.FLOW);
  }
  return false;
}

/** Undefined where there is nothing: `a:` has a value of no length. */
function startOf(event: Event): number | undefined {
  const start = 'valueStart' in event ? event.valueStart : 'start' in event ? event.start : -1;
  return start === -1 ? undefined : start;
}
