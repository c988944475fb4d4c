import { examplesOf } from './examples.ts';
import { objectAt, stringAt, type JsonObject } from './json.ts';
import { objectShape } from './object-shape.ts';
import { dereference, pointerOf } from './pointer.ts';
import { blobSchema, mediaKind, preferredMediaType, schemaField } from './media-types.ts';
import { responseHeaders } from './response-headers.ts';
import type {
  Envelope,
  ErrorResponse,
  MediaKind,
  NamedExample,
  ResponseHeader,
  Schema,
  SuccessResponse,
} from './sdk-model.ts';

interface ResponseContent {
  readonly description: string;
  readonly headers?: readonly ResponseHeader[];
  readonly mediaType?: string;
  readonly schema?: Schema;
  readonly examples: readonly NamedExample[];
  readonly pointer: string;
}

/** The lowest documented 2xx response, with the envelope taken off. */
export function buildSuccess(
  document: JsonObject,
  operation: JsonObject,
  pointer: string,
  envelope: Envelope | undefined,
): SuccessResponse {
  const status = Object.keys(objectAt(operation, 'responses'))
    .filter((key) => key.startsWith('2'))
    .toSorted()[0];
  if (status === undefined)
    return {
      status: '2XX',
      pointer: `${pointer}/responses`,
      resultOptional: false,
      unwrapped: false,
      examples: [],
    };
  const content = readContent(document, operation, pointer, status);
  const { mediaType, examples, headers } = content;
  const kind = mediaType === undefined ? undefined : mediaKind(mediaType);
  const schema = bodySchema(content.schema, kind);
  const mayMiss = kind === 'json' && schema !== undefined && hasBareSuccess(document, operation);
  return {
    status,
    ...(headers ? { headers } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(kind === undefined ? {} : { kind }),
    ...eventsOf(document, operation, status),
    ...(schema === undefined ? {} : { schema }),
    pointer: content.pointer,
    ...(kind === undefined || kind === 'json'
      ? unwrap(document, schema, envelope)
      : unwrap(document, schema, undefined)),
    ...(mayMiss ? { bodyOptional: true, resultOptional: true } : {}),
    examples,
  };
}

/** Whether a success is documented that has no body, such as a 204. */
function hasBareSuccess(document: JsonObject, operation: JsonObject): boolean {
  return Object.entries(objectAt(operation, 'responses')).some(
    ([status, response]) =>
      status.startsWith('2') &&
      Object.keys(objectAt(dereference(document, response), 'content')).length === 0,
  );
}

/** As HEAD answers: without the body that a GET would have, whatever is said of one (RFC 9110, 9.3.2). */
export function withoutBody({ status, headers, pointer }: SuccessResponse): SuccessResponse {
  const nothing = { pointer, resultOptional: false, unwrapped: false, examples: [] };
  return { status, ...(headers ? { headers } : {}), ...nothing };
}

/** What is no JSON comes as a Blob or as text, whatever the document says of its structure. */
function bodySchema(schema: Schema | undefined, kind: MediaKind | undefined): Schema | undefined {
  if (kind === undefined || kind === 'json') return schema;
  return kind === 'text' || kind === 'events' || kind === 'lines' ? { type: 'string' } : blobSchema;
}

function eventsOf(
  document: JsonObject,
  operation: JsonObject,
  status: string,
): Pick<SuccessResponse, 'events'> {
  const response = dereference(document, objectAt(operation, 'responses')[status]) ?? {};
  const media = Object.entries(objectAt(response, 'content')).find(([type]) => mediaKind(type) === 'events');
  return media ? { events: { schema: schemaField(media[1]) ?? { type: 'string' } } } : {};
}

/** Every documented response that is no success, by status. */
export function buildErrors(document: JsonObject, operation: JsonObject, pointer: string): ErrorResponse[] {
  return Object.keys(objectAt(operation, 'responses'))
    .filter((status) => /^[45]/.test(status) || status === 'default')
    .toSorted()
    .map((status) => ({ status, ...readContent(document, operation, pointer, status) }));
}

function readContent(
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

/** A body with neither the envelope's data nor its success flag is no envelope and stays whole. */
function unwrap(
  document: JsonObject,
  schema: Schema | undefined,
  envelope: Envelope | undefined,
): Pick<SuccessResponse, 'result' | 'resultOptional' | 'unwrapped'> {
  if (schema === undefined) return { resultOptional: false, unwrapped: envelope !== undefined };
  const shape = envelope && objectShape(document, schema);
  if (!envelope || !shape) return { result: schema, resultOptional: false, unwrapped: false };
  const fields = new Map(shape.properties);
  const data = fields.get(envelope.data);
  if (data !== undefined)
    return { result: data, resultOptional: !shape.required.has(envelope.data), unwrapped: true };
  const isEnvelope = envelope.success !== undefined && fields.has(envelope.success);
  return isEnvelope
    ? { resultOptional: false, unwrapped: true }
    : { result: schema, resultOptional: false, unwrapped: false };
}
