import { inferApi } from '../../src/stateful/inference/infer-api.ts';
import type { InferredOperation } from '../../src/stateful/inference/inferred-api.ts';
import type { OpenApiDocument } from '../../src/index.ts';

type Json = Record<string, unknown>;

/** A document of these paths and schemas. Operations without responses answer with the schema `Item`. */
export function documentOf(
  paths: Record<string, Json>,
  schemas: Json = { Item: itemSchema },
): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths,
    components: { schemas },
  };
}

export const itemSchema: Json = object({ id: { type: 'integer' }, name: { type: 'string' } }, ['id', 'name']);

export function object(properties: Json, required: readonly string[] = []): Json {
  return { type: 'object', properties, required };
}

export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

export function listOf(items: unknown): Json {
  return { type: 'array', items };
}

/** An operation that answers 200 with JSON of the schema. */
export function answers(schema: unknown, more: Json = {}, example?: unknown): Json {
  const media = { schema, ...(example !== undefined && { example }) };
  return { responses: { 200: { description: 'Fine.', content: { 'application/json': media } } }, ...more };
}

/** An operation that takes a body of these fields, and answers 200 with the schema or 204 with nothing. */
export function takes(properties: Json, schema?: unknown, more: Json = {}): Json {
  const content = { 'application/json': { schema: object(properties) } };
  const none = { responses: { 204: { description: 'Done.' } } };
  return { ...(schema === undefined ? none : answers(schema)), requestBody: { content }, ...more };
}

export function query(name: string, schema: Json = { type: 'string' }, more: Json = {}): Json {
  return { name, in: 'query', schema, ...more };
}

/** What is inferred of one operation, by its method and path. */
export function inferred(document: OpenApiDocument, methodAndPath: string): InferredOperation {
  const found = inferApi(document).operations.find(
    ({ method, path }) => `${method} ${path}` === methodAndPath,
  );
  if (found === undefined) throw new Error(`The document has no ${methodAndPath}.`);
  return found;
}

/** The same, in words. */
export function does(document: OpenApiDocument, methodAndPath: string): string {
  return inferred(document, methodAndPath).does;
}
