import { objectAt, type JsonObject } from './json.ts';
import { blobSchema, contentKind, lineSchema, mediaKind, schemaField, streamedType } from './media-types.ts';
import { objectShape } from './object-shape.ts';
import { dereference } from './pointer.ts';
import { isDefaultSuccess, readContent, type ResponseContent } from './responses.ts';
import { isSame } from './same.ts';
import type { Envelope, MediaKind, ResponseHeader, Schema, SuccessResponse } from './sdk-model.ts';

interface StatusContent extends ResponseContent {
  readonly status: string;
}

type Body = Pick<
  SuccessResponse,
  'schema' | 'further' | 'result' | 'resultOptional' | 'bodyOptional' | 'unwrapped'
>;
type Unwrapped = Pick<Body, 'result' | 'resultOptional' | 'unwrapped'>;

/**
 * What a success gives, with the envelope taken off: the lowest documented 2xx response that has a body, else the
 * lowest of all. Where others answer with JSON of another kind, any of them may come.
 */
export function buildSuccess(
  document: JsonObject,
  operation: JsonObject,
  pointer: string,
  envelope: Envelope | undefined,
): SuccessResponse {
  const isSuccess = isDefaultSuccess(document, operation) ? /^default$/ : /^2/;
  const statuses = Object.keys(objectAt(operation, 'responses')).toSorted();
  const contents = statuses
    .filter((key) => isSuccess.test(key))
    .map((status) => ({ status, ...readContent(document, operation, pointer, status) }));
  const content = contents.find(({ mediaType }) => mediaType !== undefined) ?? contents[0];
  const above = `${pointer}/responses`;
  const redirect = statuses.find(isRedirect);
  if (!content && redirect !== undefined) return redirectTo(document, operation, pointer, redirect);
  if (!content)
    return { status: '2XX', pointer: above, resultOptional: false, unwrapped: false, examples: [] };
  const { status, mediaType, examples } = content;
  const kind = kindOf(document, content);
  const headers = headersOf(content, contents);
  const body = kind === 'json' ? jsonBody(document, contents, envelope) : otherBody(kind, envelope);
  return {
    status,
    ...(headers ? { headers } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(kind === undefined ? {} : { kind }),
    ...eventsOf(document, operation, status),
    pointer: body.further ? above : content.pointer,
    ...body,
    ...(redirect === undefined ? {} : { redirects: 'followed' }),
    examples,
  };
}

/** Those that lead elsewhere: a 300 offers a choice, and a 304 leads to what the caller has. */
function isRedirect(status: string): boolean {
  return /^30[12378]$|^3XX$/i.test(status);
}

/** Where the only answer is a redirect, its target is the result. */
function redirectTo(
  document: JsonObject,
  operation: JsonObject,
  pointer: string,
  status: string,
): SuccessResponse {
  const { headers, pointer: at } = readContent(document, operation, pointer, status);
  const schema = { type: 'string', format: 'uri' };
  return {
    status,
    ...(headers ? { headers } : {}),
    pointer: at,
    schema,
    result: schema,
    resultOptional: false,
    unwrapped: false,
    redirects: 'result',
    examples: [],
  };
}

/** As HEAD answers: without the body that a GET would have, whatever is said of one (RFC 9110, 9.3.2). */
export function withoutBody(success: SuccessResponse): SuccessResponse {
  const { status, headers, pointer, redirects } = success;
  if (redirects === 'result') return success;
  const nothing = { pointer, resultOptional: false, unwrapped: false, examples: [] };
  return { status, ...(headers ? { headers } : {}), ...(redirects ? { redirects } : {}), ...nothing };
}

function kindOf(document: JsonObject, { mediaType, schema }: ResponseContent): MediaKind | undefined {
  return mediaType === undefined ? undefined : contentKind(document, mediaType, schema);
}

/** A header is certain where every success has it. */
function headersOf(
  { headers }: StatusContent,
  contents: readonly StatusContent[],
): readonly ResponseHeader[] | undefined {
  return headers?.map((header) => {
    const isCertain = contents.every((content) =>
      content.headers?.some(({ name, required }) => required && name === header.name),
    );
    return isCertain ? header : { ...header, required: false };
  });
}

/** The JSON of every success; a body that differs from those before it is an alternative. */
function jsonBody(
  document: JsonObject,
  contents: readonly StatusContent[],
  envelope: Envelope | undefined,
): Body {
  const bodies = contents
    .filter((content) => kindOf(document, content) === 'json')
    .map(({ status, schema = true }) => ({ status, schema }))
    .filter(({ schema }, index, all) => all.findIndex((other) => isSame(other.schema, schema)) === index);
  const [, ...further] = bodies.map(({ status }) => status);
  const schemas = bodies.map(({ schema }) => schema);
  // Of JSON that nobody describes it is not known either whether there is any.
  const mayMiss = contents.some(({ mediaType }) => mediaType === undefined) || schemas.includes(true);
  return {
    schema: oneOfThese(schemas),
    ...(further.length > 0 ? { further } : {}),
    ...unwrapAll(document, schemas, envelope),
    ...(mayMiss ? { bodyOptional: true, resultOptional: true } : {}),
  };
}

function oneOfThese(schemas: readonly Schema[]): Schema {
  const [only = true, ...others] = schemas;
  return others.length > 0 ? { anyOf: schemas } : only;
}

/** Where only some are in the envelope, all stay whole. */
function unwrapAll(
  document: JsonObject,
  schemas: readonly Schema[],
  envelope: Envelope | undefined,
): Unwrapped {
  const parts = schemas.map((schema) => unwrap(document, schema, envelope));
  if (!parts.every(({ unwrapped }) => unwrapped))
    return { result: oneOfThese(schemas), resultOptional: false, unwrapped: false };
  const results = parts.flatMap(({ result }) => (result === undefined ? [] : [result]));
  if (results.length === 0) return { resultOptional: false, unwrapped: true };
  const resultOptional = results.length < parts.length || parts.some((part) => part.resultOptional);
  return { result: oneOfThese(results), resultOptional, unwrapped: true };
}

/** A body with neither the envelope's data nor its success flag is no envelope and stays whole. */
function unwrap(document: JsonObject, schema: Schema, envelope: Envelope | undefined): Unwrapped {
  const whole = { result: schema, resultOptional: false, unwrapped: false };
  const shape = envelope && objectShape(document, schema);
  if (!shape) return whole;
  const fields = new Map(shape.properties);
  const data = fields.get(envelope.data);
  if (data !== undefined)
    return { result: data, resultOptional: !shape.required.has(envelope.data), unwrapped: true };
  const isEnvelope = envelope.success !== undefined && fields.has(envelope.success);
  return isEnvelope ? { resultOptional: false, unwrapped: true } : whole;
}

/** What is no JSON comes as a Blob or as text, whatever the document says of its structure. */
function otherBody(kind: MediaKind | undefined, envelope: Envelope | undefined): Body {
  if (kind === undefined) return { resultOptional: false, unwrapped: envelope !== undefined };
  const isText = kind === 'text' || kind === 'events' || kind === 'lines';
  const schema = isText ? { type: 'string' } : blobSchema;
  return { schema, result: schema, resultOptional: false, unwrapped: false };
}

function eventsOf(
  document: JsonObject,
  operation: JsonObject,
  status: string,
): Pick<SuccessResponse, 'events'> {
  const response = dereference(document, objectAt(operation, 'responses')[status]) ?? {};
  const content = objectAt(response, 'content');
  const mediaType = streamedType(Object.keys(content));
  if (mediaType === undefined) return {};
  const schema = schemaField(content[mediaType]);
  const data =
    mediaKind(mediaType) === 'events' ? (schema ?? { type: 'string' }) : lineSchema(document, schema ?? true);
  return { events: { mediaType, schema: data } };
}
