import { MockError } from './mock-error.ts';
import type { OpenApiDocument } from './read-document.ts';

/** Fields below which keys are names that the author chose, `default` and `example` included. */
export const nameMaps: ReadonlySet<string> = new Set(
  `properties patternProperties $defs definitions schemas responses parameters examples requestBodies headers
  securitySchemes links callbacks pathItems paths webhooks content encoding`.split(/\s+/),
);

/**
 * Prism would follow such a reference to the disk or the network; a mock must do neither. What an extension says is
 * not for Prism: see `withoutLostExtensions`.
 * @throws MockError `document-not-bundled` with the place.
 */
export function refuseOuterReferences(document: OpenApiDocument): void {
  for (const { reference, pointer } of references(document, '#', false))
    if (!reference.startsWith('#'))
      throw new MockError(
        'document-not-bundled',
        `$ref "${reference}" at ${pointer} leads out of the document. Bundle the document into one file first.`,
      );
}

/** The document without the extensions that refer to something it does not have: Prism fails where they do. */
export function withoutLostExtensions(document: OpenApiDocument): OpenApiDocument {
  const fieldsOf = (part: object, holdsNames: boolean): object =>
    Object.fromEntries(
      Object.entries(part)
        .filter(([key, value]) => !isExtension(key, holdsNames) || !isLost(document, value))
        .map(([key, value]) => [key, within(value, !holdsNames && nameMaps.has(key))]),
    );
  const within = (part: unknown, holdsNames: boolean): unknown => {
    if (Array.isArray(part)) return part.map((item) => within(item, false));
    return typeof part === 'object' && part !== null ? fieldsOf(part, holdsNames) : part;
  };
  return isLost(document, document) ? { ...fieldsOf(document, false) } : document;
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
