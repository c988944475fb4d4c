import { examplesOf } from './examples.ts';
import { fieldAt, objectAt, stringAt, type JsonObject } from './json.ts';
import {
  blobSchema,
  contentKind,
  mediaKind,
  preferredMediaType,
  schemaField,
  withBlobs,
  lineSchema,
} from './media-types.ts';
import { objectShape } from './object-shape.ts';
import { dereference, pointerOf } from './pointer.ts';
import { isSame } from './same.ts';
import type { FieldEncoding, MediaKind, RequestBody, Schema } from './sdk-model.ts';

/** The body that the client sends: of several media types JSON, else the first. */
export function buildBody(
  document: JsonObject,
  operation: JsonObject,
  required: boolean,
  pointer: string,
): RequestBody | undefined {
  const body = dereference(document, fieldAt(operation, 'requestBody')) ?? {};
  const content = objectAt(body, 'content');
  const mediaType = preferredMediaType(Object.keys(content));
  if (mediaType === undefined) return undefined;
  const media = objectAt(content, mediaType);
  const at = `${pointer}${pointerOf('requestBody', 'content', mediaType).slice(1)}`;
  const kind = sentKind(document, mediaType, schemaField(media));
  const schema = bodySchema(document, schemaField(media) ?? {}, kind);
  const parts =
    kind === 'json' ? Object.keys(content).find((type) => mediaKind(type) === 'multipart') : undefined;
  const either = parts === undefined ? undefined : jsonOrParts(document, schema, objectAt(content, parts));
  return {
    required,
    mediaType,
    mediaTypes: Object.keys(content),
    kind,
    encoding: encodingOf(media),
    schema,
    ...either,
    pointer: at,
    examples: examplesOf(document, media, at),
  };
}

/** A text of any media type may be JSON as well as not; what is sent as JSON most servers read. */
function sentKind(document: JsonObject, mediaType: string, schema: Schema | undefined): MediaKind {
  return contentKind(document, mediaType, schema) === 'file' ? 'file' : mediaKind(mediaType);
}

/**
 * A body that callers write as one, whichever way it goes: with the fields of both where the same of them are
 * required, else as one or the other.
 */
function jsonOrParts(
  document: JsonObject,
  json: Schema,
  media: JsonObject,
): Pick<RequestBody, 'partsOnly' | 'encoding' | 'schema'> {
  const encoding = encodingOf(media);
  const parts = partsSchema(document, schemaField(media) ?? {});
  const [one, other] = [objectShape(document, json), objectShape(document, parts)];
  const oneOf = { partsOnly: [], encoding, schema: isSame(json, parts) ? json : { anyOf: [json, parts] } };
  if (!one || !other) return oneOf;
  const fields = new Map(one.properties);
  const partsOnly = other.properties.map(([name]) => name).filter((name) => !fields.has(name));
  if (!isSame([...one.required].toSorted(), [...other.required].toSorted())) return { ...oneOf, partsOnly };
  for (const [name, part] of other.properties) {
    const field = fields.get(name) ?? part;
    fields.set(name, isSame(field, part) ? part : { anyOf: [field, part] });
  }
  const required = [...one.required];
  return {
    partsOnly,
    encoding,
    schema: { type: 'object', properties: Object.fromEntries(fields), required },
  };
}

function encodingOf(media: JsonObject): Record<string, FieldEncoding> {
  const fields = Object.entries(objectAt(media, 'encoding'));
  return Object.fromEntries(
    fields.map(([name, encoding]) => {
      const contentType = stringAt(encoding, 'contentType');
      const style = stringAt(encoding, 'style');
      const explode = fieldAt(encoding, 'explode');
      return [
        name,
        {
          ...(contentType === undefined ? {} : { contentType }),
          ...(style === undefined ? {} : { style }),
          ...(typeof explode === 'boolean' ? { explode } : {}),
        },
      ];
    }),
  );
}

/** What the caller gives: files as Blobs, text as a string unless it is of one value, a list where items become lines. */
function bodySchema(document: JsonObject, schema: Schema, kind: MediaKind): Schema {
  if (kind === 'text' || kind === 'events') return isOneValue(document, schema) ? schema : { type: 'string' };
  if (kind === 'file') return blobSchema;
  if (kind === 'lines') return linesSchema(document, schema);
  return kind === 'multipart' ? partsSchema(document, schema) : schema;
}

/** A text, a number or a boolean; the caller gives it as such, and the client writes it. */
function isOneValue(document: JsonObject, schema: Schema): boolean {
  const { type, format } = dereference(document, schema) ?? {};
  return format !== 'binary' && /^(string|number|integer|boolean)$/.test(String(type));
}

function linesSchema(document: JsonObject, schema: Schema): Schema {
  const isList = fieldAt(dereference(document, schema), 'type') === 'array';
  return isList ? schema : { type: 'array', items: lineSchema(document, schema) };
}

/** The fields of an object one by one, so that a file among them is one; any other schema as it is. */
function partsSchema(document: JsonObject, schema: Schema): Schema {
  const shape = objectShape(document, schema);
  if (!shape) return schema;
  const properties = shape.properties.map(
    ([name, property]) => [name, withBlobs(document, property)] as const,
  );
  return { type: 'object', properties: Object.fromEntries(properties), required: [...shape.required] };
}
