import { isObject, type OpenApiDocument } from '../read-document.ts';
import type { OperationInput } from './inference/document-operations.ts';
import { fits } from './inference/fits.ts';
import { itemsOf, type JsonObject } from './inference/json-schema.ts';

/**
 * The fields of a request body: those of a JSON object as they are, those of a form read by their schemas. A list is
 * a repeated field, whether it is called `events`, `events[]` or `events[0]`. Empty for any other body.
 */
export function bodyFields(
  document: OpenApiDocument,
  inputs: readonly OperationInput[],
  body: unknown,
  contentType: string,
): JsonObject {
  if (isObject(body)) return body;
  if (typeof body !== 'string' || !/^application\/x-www-form-urlencoded\b/i.test(contentType)) return {};
  const texts = new Map<string, string[]>();
  for (const [name, text] of new URLSearchParams(body)) {
    const field = name.replace(/\[\d*\]$/, '');
    texts.set(field, [...(texts.get(field) ?? []), text]);
  }
  const schemas = new Map(
    inputs.filter((input) => input.in === 'body').map(({ name, schema }) => [name, schema]),
  );
  return Object.fromEntries(
    [...texts].map(([name, values]) => [name, fieldValue(document, schemas.get(name) ?? {}, values)]),
  );
}

function fieldValue(document: OpenApiDocument, schema: unknown, texts: readonly string[]): unknown {
  const items = itemsOf(document, schema);
  if (items !== undefined) return texts.map((text) => typed(document, items, text));
  return typed(document, schema, texts[0] ?? '');
}

/** A form knows texts only: the first reading that the schema allows. */
function typed(document: OpenApiDocument, schema: unknown, text: string): unknown {
  const readings = [text, Number(text), text === 'true', null];
  return readings.find((value) => fits(document, schema, value)) ?? text;
}
