import { MockError } from './mock-error.ts';
import type { OpenApiDocument } from './read-document.ts';

/** Fields below which keys are names that the author chose, `default` and `example` included. */
export const nameMaps: ReadonlySet<string> = new Set(
  `properties patternProperties $defs definitions schemas responses parameters examples requestBodies headers
  securitySchemes links callbacks pathItems paths webhooks content encoding`.split(/\s+/),
);

/**
 * Prism would follow such a reference to the disk or the network; a mock must do neither. What an extension says is
 * not for Prism, nor is an example: see `withoutLostReferences`.
 * @throws MockError `document-not-bundled` with the place.
 */
export function refuseOuterReferences(document: OpenApiDocument): void {
  for (const { reference, pointer } of references(without(document, isExample), '#', false))
    if (!reference.startsWith('#'))
      throw new MockError(
        'document-not-bundled',
        `$ref "${reference}" at ${pointer} leads out of the document. Bundle the document into one file first.`,
      );
}

/**
 * The document without the examples and the extensions that refer to something it does not have: Prism fails where they
 * do. In an example, such as one of SCIM, `$ref` may be a word of the example, which Prism would follow all the same.
 */
export function withoutLostReferences(document: OpenApiDocument): OpenApiDocument {
  return without(document, (entry) => isExample(entry) || isExtension(entry.key, entry.holdsNames));
}

/** An entry of an object or a list, and whether the keys beside it are names that the author chose. */
interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly holdsNames: boolean;
  /** Where the object stands that has it. */
  readonly parent: string;
}

/** The document without the entries of one kind that refer to something it does not have. */
function without(document: OpenApiDocument, isOne: (entry: Entry) => boolean): OpenApiDocument {
  const stays = (entry: Entry): boolean => !isOne(entry) || !isLost(document, entry.value);
  const fieldsOf = (part: object, holdsNames: boolean, parent: string): object =>
    Object.fromEntries(
      Object.entries(part)
        .filter(([key, value]) => stays({ key, value, holdsNames, parent }))
        .map(([key, value]) => [key, within(value, !holdsNames && nameMaps.has(key), key)]),
    );
  const within = (part: unknown, holdsNames: boolean, parent: string): unknown => {
    if (Array.isArray(part))
      return part
        .filter((value) => stays({ key: '', value, holdsNames, parent }))
        .map((item) => within(item, false, ''));
    return typeof part === 'object' && part !== null ? fieldsOf(part, holdsNames, parent) : part;
  };
  return isLost(document, document) ? { ...fieldsOf(document, false, '') } : document;
}

function isExample({ key, holdsNames, parent }: Entry): boolean {
  return parent === 'examples' ? holdsNames : key === 'example' && !holdsNames;
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

interface Reference {
  readonly reference: string;
  readonly pointer: string;
}

function* references(
  node: unknown,
  pointer: string,
  inExtensions: boolean,
  holdsNames = false,
): Generator<Reference, void> {
  if (typeof node !== 'object' || node === null) return;
  const reference: unknown = Reflect.get(node, '$ref');
  if (typeof reference === 'string') yield { reference, pointer };
  for (const [key, value] of Object.entries(node))
    if (inExtensions || !isExtension(key, holdsNames)) {
      const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      yield* references(value, below, inExtensions, !holdsNames && nameMaps.has(key));
    }
}

function isExtension(key: string, isName: boolean): boolean {
  return !isName && key.startsWith('x-');
}

/** RFC 6901, section 6. */
export function unescapeToken(token: string): string {
  return decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
}
