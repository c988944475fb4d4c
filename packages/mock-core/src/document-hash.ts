import { createHash } from 'node:crypto';

/**
 * The identity of an OpenAPI document: `sha256:` and the hex SHA-256 of its `JSON.stringify` text, keys in the order
 * they are written, every `x-sdk` key at any depth left out.
 *
 * `x-sdk` carries names and cache effects for the generator and changes nothing on the wire, so a document has the same
 * hash before and after the overlay adds it.
 */
export function hashDocument(document: unknown): string {
  const text = JSON.stringify(document, (key, value: unknown) => (key === 'x-sdk' ? undefined : value));
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
