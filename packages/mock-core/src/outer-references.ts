import { MockError } from './mock-error.ts';
import type { OpenApiDocument } from './read-document.ts';

/** Fields below which keys are names that the author chose, `default` and `example` included. */
export const nameMaps: ReadonlySet<string> = new Set(
  `properties patternProperties $defs definitions schemas responses parameters examples requestBodies headers
  securitySchemes links callbacks pathItems paths webhooks content encoding`.split(/\s+/),
);

/**
 * Prism would follow such a reference to the disk or the network; a mock must do neither. What an extension says is
 * not for Prism, and in an example `$ref` is a word: see `withoutLostReferences`.
 * @throws MockError `document-not-bundled` with the place.
 */
export function refuseOuterReferences(document: OpenApiDocument): void {
  for (const { reference, pointer, isWord } of references(document, '#', false))
    if (!isWord && !reference.startsWith('#'))
      throw new MockError(
        'document-not-bundled',
        `$ref "${reference}" at ${pointer} leads out of the document. Bundle the document into one file first.`,
      );
}

/**
 * The document without the extensions that refer to something it does not have, and without each `$ref` in an example
 * that does, such as those of SCIM: Prism follows them all the same, and fails.
 */
export function withoutLostReferences(document: OpenApiDocument): OpenApiDocument {
  const isKept = (key: string, value: unknown, place: Place): boolean => {
    if (place === 'data') return key !== '$ref' || typeof value !== 'string' || leadsTo(document, value);
    return !isExtension(key, place) || !isLost(document, value);
  };
  const fieldsOf = (part: object, place: Place): object =>
    Object.fromEntries(
      Object.entries(part)
        .filter(([key, value]) => isKept(key, value, place))
        .map(([key, value]) => [key, within(value, placeBelow(place, key))]),
    );
  const within = (part: unknown, place: Place): unknown => {
    if (Array.isArray(part)) return part.map((item) => within(item, placeOfItem(place)));
    return typeof part === 'object' && part !== null ? fieldsOf(part, place) : part;
  };
  return isLost(document, document) ? { ...fieldsOf(document, 'fields') } : document;
}

function isLost(document: OpenApiDocument, part: unknown): boolean {
  for (const { reference } of references(part, '#', true)) if (!leadsTo(document, reference)) return true;
  return false;
}

function leadsTo(document: OpenApiDocument, reference: string): boolean {
  const [outside, pointer = ''] = reference.split('#');
  let target: unknown = document;
  for (const token of pointer.split('/').slice(1)) {
    const key = unescapeToken(token);
    target = typeof target === 'object' && target !== null ? Reflect.get(target, key) : undefined;
  }
  return outside === '' && target !== undefined;
}

/** What the keys of an object are: fields of OpenAPI, names of the author, names of examples, fields of one, or data. */
type Place = 'fields' | 'names' | 'examples' | 'example' | 'data';

function placeBelow(place: Place, key: string): Place {
  if (place === 'data' || (place === 'example' && key === 'value')) return 'data';
  if (place === 'examples') return 'example';
  if (place !== 'fields') return 'fields';
  if (key === 'example') return 'data';
  if (key === 'examples') return 'examples';
  return nameMaps.has(key) ? 'names' : 'fields';
}

/** A schema has its examples in a list. */
function placeOfItem(place: Place): Place {
  return place === 'examples' || place === 'data' ? 'data' : 'fields';
}

interface Reference {
  readonly reference: string;
  readonly pointer: string;
  /** Whether it stands in data, where it is what the author says. */
  readonly isWord: boolean;
}

function* references(
  node: unknown,
  pointer: string,
  inExtensions: boolean,
  place: Place = 'fields',
): Generator<Reference, void> {
  if (typeof node !== 'object' || node === null) return;
  const reference: unknown = Reflect.get(node, '$ref');
  if (typeof reference === 'string') yield { reference, pointer, isWord: place === 'data' };
  for (const [key, value] of Object.entries(node))
    if (inExtensions || !isExtension(key, place)) {
      const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const next = Array.isArray(node) ? placeOfItem(place) : placeBelow(place, key);
      yield* references(value, below, inExtensions, next);
    }
}

function isExtension(key: string, place: Place): boolean {
  return (place === 'fields' || place === 'example') && key.startsWith('x-');
}

/** RFC 6901, section 6. */
export function unescapeToken(token: string): string {
  return decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
}
