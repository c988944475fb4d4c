import type { JsonObject } from '../src/model/json.ts';
import { buildModel } from '../src/model/build-model.ts';
import type { Operation, SdkModel } from '../src/model/sdk-model.ts';

/** An OpenAPI 3.1 document with whatever a test gives and nothing else of note. */
export function openapi(parts: JsonObject = {}): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Acme', version: '1.0.0' }, paths: {}, ...parts };
}

/** A document of schemas alone. */
export function withSchemas(schemas: JsonObject): JsonObject {
  return openapi({ components: { schemas } });
}

/** One operation with its defaults: `GET /tasks`, id `getTasks`, tag `Tasks`, 200 without a body. */
export function withOperation(operation: JsonObject, parts: JsonObject = {}, place: Place = {}): JsonObject {
  const { method = 'get', path = '/tasks' } = place;
  const whole = {
    operationId: 'getTasks',
    tags: ['Tasks'],
    responses: { 200: { description: 'OK' } },
    ...operation,
  };
  return openapi({ paths: { [path]: { [method]: whole } }, ...parts });
}

interface Place {
  readonly method?: string;
  readonly path?: string;
}

/** A JSON body or answer of that schema. */
export function json(schema: unknown): JsonObject {
  return { description: 'OK', content: { 'application/json': { schema } } };
}

export async function modelOf(document: JsonObject): Promise<SdkModel> {
  return buildModel(document, { generator: 'sdkwright 0.0.0', scope: '@acme' });
}

/** The model of a document and the first of its operations. */
export async function operationOf(document: JsonObject): Promise<{ model: SdkModel; operation: Operation }> {
  const model = await modelOf(document);
  const [operation] = model.operations;
  if (!operation) throw new Error('the document has no operation');
  return { model, operation };
}
