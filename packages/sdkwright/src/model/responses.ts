import { examplesOf } from './examples.ts';
import { objectAt, stringAt, type JsonObject } from './json.ts';
import { dereference, pointerOf } from './pointer.ts';
import { preferredMediaType, schemaField } from './media-types.ts';
import { objectShape } from './object-shape.ts';
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
  const hasDefault = !isDefaultSuccess(document, operation);
  return Object.keys(objectAt(operation, 'responses'))
    .filter((status) => /^[45]/.test(status) || (status === 'default' && hasDefault))
    .toSorted()
    .map((status) => {
      const content = readContent(document, operation, pointer, status);
      const { mediaType, schema } = content;
      // Of a body that nobody describes it is known that there is one.
      return mediaType !== undefined && schema === undefined
        ? { status, ...content, schema: true }
        : { status, ...content };
    });
}

/**
 * Whether `default`, which stands for every status that is not named (OpenAPI 3.1, section 4.8.16), is what a success
 * answers: where no other is documented, unless it reads like an error.
 */
export function isDefaultSuccess(document: JsonObject, operation: JsonObject): boolean {
  const responses = objectAt(operation, 'responses');
  if (!('default' in responses) || Object.keys(responses).some((status) => /^[23]/.test(status)))
    return false;
  const response = dereference(document, responses['default']);
  const schemas = Object.values(objectAt(response, 'content')).map(schemaField);
  const names = [responses['default'], ...schemas].map((named) => stringAt(named, '$ref')).join(' ');
  return (
    !/error|problem|(?<!de)fault|fail|exception/i.test(names) &&
    !schemas.some((schema) => isOfError(document, schema))
  );
}

/** By its fields: descriptions are no part of what the packages are made of. */
function isOfError(document: JsonObject, schema: Schema | undefined): boolean {
  const fields = schema === undefined ? [] : (objectShape(document, schema)?.properties ?? []);
  return fields.length > 0 && fields.every(([name]) => errorFields.test(name));
}

/** Names of what errors consist of, those of RFC 9457 among them. */
const errorFields =
  /^(errors?|error_?\w*|code|status_?(code)?|reasons?|messages?|msg|details?|title|type|instance|path|timestamp|request_?id|trace_?id|success)$/i;

/** The response of a status, in the media type that the client reads. */
export function readContent(
  document: JsonObject,
  operation: JsonObject,
  pointer: string,
  status: string,
): ResponseContent {
  const response = dereference(document, objectAt(operation, 'responses')[status]) ?? {};
  // These never have any, whatever a document says (RFC 9110, sections 15.3.5 and 15.3.6).
  const content = /^20[45]$/.test(status) ? {} : objectAt(response, 'content');
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
