import { examplesOf } from './examples.ts';
import { fieldAt, isObject, objectAt, stringAt, type JsonObject } from './json.ts';
import { objectShape } from './object-shape.ts';
import { dereference, pointerOf } from './pointer.ts';
import type { Envelope, ErrorResponse, NamedExample, Schema, SuccessResponse } from './sdk-model.ts';

interface ResponseContent {
  readonly description: string;
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
  const { schema, mediaType, examples } = content;
  return {
    status,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(schema === undefined ? {} : { schema }),
    pointer: content.pointer,
    ...unwrap(document, schema, envelope),
    examples,
  };
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
  if (mediaType === undefined) return { description, examples: [], pointer: at };
  const media = objectAt(content, mediaType);
  const schema = schemaField(media);
  const mediaPointer = `${at}${pointerOf('content', mediaType).slice(1)}`;
  return {
    description,
    mediaType,
    ...(schema === undefined ? {} : { schema }),
    examples: examplesOf(document, media, mediaPointer),
    pointer: mediaPointer,
  };
}

/** JSON where there is a choice, else what stands first. */
export function preferredMediaType(mediaTypes: readonly string[]): string | undefined {
  return mediaTypes.find(isJsonMediaType) ?? mediaTypes[0];
}

export function isJsonMediaType(mediaType: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(mediaType);
}

export function schemaField(holder: unknown): Schema | undefined {
  const schema = fieldAt(holder, 'schema');
  return isObject(schema) || typeof schema === 'boolean' ? schema : undefined;
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
