import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { MockError } from './mock-error.ts';

/** A parsed OpenAPI document. */
export type OpenApiDocument = Record<string, unknown>;

/** A parsed document as it is; anything else is the path or `file:` URL of a YAML or JSON file. */
export async function readDocument(source: string | URL | OpenApiDocument): Promise<OpenApiDocument> {
  const document = typeof source === 'string' || source instanceof URL ? await readFromDisk(source) : source;
  refuseOuterReferences(document, '#');
  return document;
}

async function readFromDisk(path: string | URL): Promise<OpenApiDocument> {
  const document = await parseFile(path).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError('document-unreadable', `cannot read the OpenAPI document ${path}: ${reason}`, {
      cause,
    });
  });
  if (!isObject(document)) {
    throw new MockError(
      'document-unreadable',
      `${path} holds no OpenAPI document: expected an object at its root.`,
    );
  }
  return document;
}

async function parseFile(path: string | URL): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  // A YAML parser reads JSON too, ten times as slowly.
  return text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text);
}

// Prism would follow such a reference to the disk or the network; a mock must do neither.
function refuseOuterReferences(node: unknown, pointer: string): void {
  if (Array.isArray(node)) {
    node.forEach((item, index) => refuseOuterReferences(item, `${pointer}/${index}`));
  } else if (isObject(node)) {
    const reference = node['$ref'];
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      throw new MockError(
        'document-not-bundled',
        `$ref "${reference}" at ${pointer} leads out of the document. Bundle the document into one file first.`,
      );
    }
    for (const [key, value] of Object.entries(node))
      refuseOuterReferences(value, `${pointer}/${escapeToken(key)}`);
  }
}

/** RFC 6901, section 3. */
function escapeToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Narrows to a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
