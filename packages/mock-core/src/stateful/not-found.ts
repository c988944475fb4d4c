import type { PrismResponse } from '../prism-modules.ts';
import { isObject, type OpenApiDocument } from '../read-document.ts';
import { examplesOf, jsonMedia } from './inference/document-operations.ts';
import { objectAt, resolved } from './inference/json-schema.ts';

/** What the state does not have. Prism turns it into problem details (RFC 9457) by its fields. */
export class NotThere extends Error {
  override readonly name = 'NOT_FOUND';
  readonly status = 404;
  readonly detail: string;

  constructor(detail: string) {
    super('Not found');
    this.detail = detail;
  }
}

/**
 * How the document shows a 404 at its first operation that has one. Operations that document none answer with it too:
 * an API has one way to say that something is not there.
 */
export function documentedNotFound(document: OpenApiDocument): PrismResponse | undefined {
  const operations = Object.values(objectAt(document, 'paths')).flatMap((node) =>
    Object.values(resolved(document, node)).filter(isObject),
  );
  for (const operation of operations) {
    const media = jsonMedia(document, resolved(document, objectAt(operation, 'responses')['404']));
    const [body] = examplesOf(document, media);
    if (body !== undefined) return { statusCode: 404, headers: { 'Content-type': 'application/json' }, body };
  }
  return undefined;
}
