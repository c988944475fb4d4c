import type { Sample } from './prism-modules.ts';
import { objectAt, objectsAt, typesOf, type JsonObject } from './stateful/inference/json-schema.ts';
import { streamedText } from './streamed-text.ts';

/** What Prism can write: JSON, XML, and texts. */
const structured = /^application\/(.+\+)?(json|xml)$/;

/**
 * Gives Prism's operations answers that it can write: a media type is needed where the document says `*\/*`, and what is
 * neither JSON nor XML is a text, whatever its schema says; a redirect needs a target. Changes the operations.
 */
export function encodeAnswers(operations: readonly JsonObject[], sample: Sample): void {
  for (const operation of operations) {
    operation['responses'] = settled(objectsAt(operation, 'responses'));
    for (const response of objectsAt(operation, 'responses')) {
      response['contents'] = objectsAt(response, 'contents').flatMap((content) =>
        encoded(content, (schema) => sample(operation, schema)),
      );
      if (/^30[12378]$/.test(String(response['code']))) response['headers'] = withTarget(response);
    }
  }
}

/**
 * Prism answers with nothing where nothing is documented, and takes `default` for the success of an operation that
 * redirects, where it is what happens otherwise.
 */
function settled(responses: readonly JsonObject[]): readonly JsonObject[] {
  if (responses.length === 0) return [{ id: '200', code: '200', headers: [], contents: [] }];
  const codes = responses.map(({ code }) => String(code));
  const redirects = codes.some((code) => code.startsWith('3')) && !codes.some((code) => code.startsWith('2'));
  if (!redirects) return responses;
  return responses.map((response) =>
    response['code'] === 'default' ? { ...response, code: '500' } : response,
  );
}

/** A redirect leads somewhere, whether or not the document speaks of the header. */
function withTarget(response: JsonObject): unknown[] {
  const headers = objectsAt(response, 'headers');
  const isTold = headers.some(({ name }) => String(name).toLowerCase() === 'location');
  const location = {
    name: 'Location',
    style: 'simple',
    schema: { type: 'string' },
    examples: [{ key: 'default', value: 'https://example.com/' }],
  };
  return isTold ? headers : [...headers, location];
}

function encoded(content: JsonObject, sample: (schema: JsonObject) => unknown): JsonObject[] {
  const streamed = streamedText(content, sample);
  if (streamed !== undefined)
    return [{ ...content, examples: [{ key: 'default', value: streamed }], schema: { type: 'string' } }];
  const mediaType = String(content['mediaType']).split(';', 1).join().trim().toLowerCase();
  const isText = typesOf(objectAt(content, 'schema')).join() === 'string';
  if (mediaType === '*/*') {
    const asJson = { ...content, mediaType: 'application/json' };
    return isText ? [{ ...content, mediaType: 'text/plain' }, asJson] : [asJson];
  }
  if (isText || structured.test(mediaType)) return [content];
  const examples = objectsAt(content, 'examples').filter(({ value }) => typeof value === 'string');
  return [{ ...content, examples, schema: { type: 'string' } }];
}
