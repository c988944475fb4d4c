import { fieldAt, isObject, stringAt, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';
import type { MediaKind, Schema } from './sdk-model.ts';

/** JSON where there is a choice, else what stands first. */
export function preferredMediaType(mediaTypes: readonly string[]): string | undefined {
  return mediaTypes.find((type) => mediaKind(type) === 'json') ?? mediaTypes[0];
}

/** How a body of this media type is written and read. What accepts anything gets JSON. */
export function mediaKind(mediaType: string): MediaKind {
  const essence = essenceOf(mediaType);
  if (/^application\/([\w.+-]+\+)?json$/.test(essence) || essence === '*/*') return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence.startsWith('multipart/')) return 'multipart';
  if (essence === 'text/event-stream') return 'events';
  if (/^application\/(x-)?(nd-?json|json-?l|json-?lines)$/.test(essence)) return 'lines';
  return /^text\/|[/+](xml|yaml)$/.test(essence) ? 'text' : 'file';
}

/**
 * The same where its schema is known: bytes of any media type are a file, and a mere text is sent as such, at least by
 * Spring, whose documents say `*\/*` of every answer.
 */
export function contentKind(document: JsonObject, mediaType: string, schema: Schema | undefined): MediaKind {
  const target = essenceOf(mediaType) === '*/*' ? dereference(document, schema) : undefined;
  if (!target) return mediaKind(mediaType);
  if (isBytes(target)) return 'file';
  const isText =
    target['type'] === 'string' && !('enum' in target || 'const' in target || 'format' in target);
  return isText ? 'text' : 'json';
}

function essenceOf(mediaType: string): string {
  // Some write a parameter behind a comma.
  return (mediaType.split(/[;,]/, 1)[0] ?? '').trim().toLowerCase();
}

/** The first media type of an answer that comes piece by piece: events before lines of JSON. */
export function streamedType(mediaTypes: readonly string[]): string | undefined {
  return (
    mediaTypes.find((type) => mediaKind(type) === 'events') ??
    mediaTypes.find((type) => mediaKind(type) === 'lines' || essenceOf(type) === 'application/json-seq')
  );
}

/** The schema of one line, where a document may describe that or the list of all. */
export function lineSchema(document: JsonObject, schema: Schema): Schema {
  const whole = dereference(document, schema);
  if (fieldAt(whole, 'type') !== 'array') return isObject(schema) ? schema : {};
  const items = fieldAt(whole, 'items');
  return isObject(items) ? items : {};
}

/** The schema of a media type, a parameter or a header. */
export function schemaField(holder: unknown): Schema | undefined {
  const schema = fieldAt(holder, 'schema');
  return isObject(schema) || typeof schema === 'boolean' ? schema : undefined;
}

/** The media type as a client sends it: a range such as `*\/*` is none. */
export function sentMediaType(mediaType: string): string {
  return mediaType.startsWith('*') ? 'application/json' : mediaType;
}

/** A schema that every emitter prints as `Blob`: what OpenAPI writes as a string of bytes. */
export const blobSchema: JsonObject = { type: 'string', 'x-sdk-blob': true };

export function isBlobSchema(schema: unknown): boolean {
  return fieldAt(schema, 'x-sdk-blob') === true;
}

/** The same schema, where files stand as such: bytes of OpenAPI 3.0, unencoded content of 3.1, lists of these. */
export function withBlobs(document: JsonObject, schema: Schema): Schema {
  const target = dereference(document, schema);
  if (!target) return schema;
  const items = fieldAt(target, 'items');
  if (isObject(items) && isBytes(dereference(document, items)))
    return { ...target, items: documented(blobSchema, items) };
  return isBytes(target) ? documented(blobSchema, target) : schema;
}

function isBytes(schema: JsonObject | undefined): boolean {
  const type = fieldAt(schema, 'type');
  if (type !== undefined && ![type].flat().includes('string')) return false;
  const isContent =
    stringAt(schema, 'contentMediaType') !== undefined && stringAt(schema, 'contentEncoding') === undefined;
  return stringAt(schema, 'format') === 'binary' || isContent;
}

function documented(schema: JsonObject, from: JsonObject): JsonObject {
  const description = stringAt(from, 'description');
  return description === undefined ? schema : { ...schema, description };
}
