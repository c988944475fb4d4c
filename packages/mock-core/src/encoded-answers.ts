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
      for (const header of objectsAt(response, 'headers'))
        encodeHeader(header, (schema) => sample(operation, schema));
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

/** A header is a text; Prism holds what has parts of its own against its schema, and falls over it. */
function encodeHeader(header: JsonObject, sample: (schema: JsonObject) => unknown): void {
  const schema = objectAt(header, 'schema');
  if (!typesOf(schema).some((type) => type === 'object' || type === 'array')) return;
  const [example] = objectsAt(header, 'examples').map(({ value }) => value);
  const value = example ?? sample(schema);
  const isPlain = typeof value !== 'object' || value === null;
  const pieces =
    isPlain || Array.isArray(value) ? [value].flat() : piecesOf(value, header['explode'] === true);
  header['schema'] = { type: 'string' };
  header['examples'] = [{ key: 'default', value: pieces.join(',') }];
}

/** OpenAPI 3.1, section 4.8.12.3, `simple`. */
function piecesOf(value: object, explodes: boolean): unknown[] {
  return explodes
    ? Object.entries(value).map(([key, item]) => `${key}=${String(item)}`)
    : Object.entries(value).flat();
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
