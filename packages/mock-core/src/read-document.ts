import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { MockError } from './mock-error.ts';
import { refuseOuterReferences } from './outer-references.ts';

/** A parsed OpenAPI document. */
export type OpenApiDocument = Record<string, unknown>;

/** A parsed document as it is; anything else is the path or `file:` URL of a YAML or JSON file. */
export async function readDocument(source: string | URL | OpenApiDocument): Promise<OpenApiDocument> {
  const document = typeof source === 'string' || source instanceof URL ? await readFromDisk(source) : source;
  refuseOuterReferences(document);
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

/** Narrows to a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
