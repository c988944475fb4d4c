import { isObject } from './read-document.ts';
import { listAt, objectAt, typesOf, type JsonObject } from './stateful/inference/json-schema.ts';

/** What Prism can write: JSON, XML, and texts. */
const structured = /^application\/(.+\+)?(json|xml)$/;

/**
 * Gives Prism's operations answers that it can write: a media type is needed where the document says `*\/*`, and what is
 * neither JSON nor XML is a text, whatever its schema says. Changes the operations.
 */
export function encodeAnswers(operations: readonly JsonObject[]): void {
  const responses = operations.flatMap((operation) => listAt(operation, 'responses')).filter(isObject);
  for (const response of responses)
    response['contents'] = listAt(response, 'contents').filter(isObject).flatMap(encoded);
}

function encoded(content: JsonObject): JsonObject[] {
  const mediaType = String(content['mediaType']).split(';', 1).join().trim().toLowerCase();
  const isText = typesOf(objectAt(content, 'schema')).join() === 'string';
  if (mediaType === '*/*') {
    const asJson = { ...content, mediaType: 'application/json' };
    return isText ? [{ ...content, mediaType: 'text/plain' }, asJson] : [asJson];
  }
  if (isText || structured.test(mediaType)) return [content];
  const examples = listAt(content, 'examples').filter(
    (example) => isObject(example) && typeof example['value'] === 'string',
  );
  return [{ ...content, examples, schema: { type: 'string' } }];
}
