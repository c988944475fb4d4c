import { examplesOf } from './examples.ts';
import { objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference, pointerOf } from './pointer.ts';
import { preferredMediaType, schemaField } from './media-types.ts';
import { responseHeaders } from './response-headers.ts';
import type { ErrorResponse, NamedExample, ResponseHeader, Schema } from './sdk-model.ts';

/** What a documented response holds. */
export interface ResponseContent {
  readonly description: string;
  readonly headers?: readonly ResponseHeader[];
  readonly mediaType?: string;
  readonly schema?: Schema;
  readonly examples: readonly NamedExample[];
  readonly pointer: string;
}

/** Every documented response that is no success, by status. */
export function buildErrors(document: JsonObject, operation: JsonObject, pointer: string): ErrorResponse[] {
  return Object.keys(objectAt(operation, 'responses'))
    .filter((status) => /^[45]/.test(status) || status === 'default')
    .toSorted()
    .map((status) => ({ status, ...readContent(document, operation, pointer, status) }));
}

/** The response of a status, in the media type that the client reads. */
export function readContent(
  document: JsonObject,
  operation: JsonObject,
  pointer: string,
  status: string,
): ResponseContent {
  const response = dereference(document, objectAt(operation, 'responses')[status]) ?? {};
  const content = objectAt(response, 'content');
  const mediaType = preferredMediaType(Object.keys(content));
  const at = `${pointer}${pointerOf('responses', status).slice(1)}`;
  const description = stringAt(response, 'description') ?? '';
  const headers = responseHeaders(document, response);
  const told = { description, ...(headers.length > 0 ? { headers } : {}) };
  if (mediaType === undefined) return { ...told, examples: [], pointer: at };
  const media = objectAt(content, mediaType);
  const schema = schemaField(media);
  const mediaPointer = `${at}${pointerOf('content', mediaType).slice(1)}`;
  return {
    ...told,
    mediaType,
    ...(schema === undefined ? {} : { schema }),
    examples: examplesOf(document, media, mediaPointer),
    pointer: mediaPointer,
  };
}
