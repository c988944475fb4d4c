import type { JsonObject } from '../../../src/model/json.ts';
import { json, openapi } from '../../documents.ts';

export const integer = { type: 'integer' } as const;
export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/** An object schema; names with `!` are required. */
export function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  const names = Object.keys(properties);
  const required = names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.replace('!', ''), schema]),
    ),
    ...(required.length > 0 ? { required } : {}),
    ...more,
  };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A parameter; a name with `!` is required, and one of a path always is. */
export function parameter(
  place: string,
  name: string,
  schema: unknown = integer,
  more: JsonObject = {},
): JsonObject {
  const required = place === 'path' || name.endsWith('!');
  return { name: name.replace('!', ''), in: place, ...(required ? { required } : {}), schema, ...more };
}

/** A required JSON body. */
export function body(schema: unknown, more: JsonObject = {}): JsonObject {
  return { requestBody: { required: true, content: { 'application/json': { schema } }, ...more } };
}

const done = { 204: { description: 'Done' } };

/** `GET /tasks`, called `acme.tasks.list`: what a test gives, and nothing to read. */
export function getTasks(operation: JsonObject = {}): JsonObject {
  return { get: { operationId: 'getTasks', tags: ['Tasks'], responses: done, ...operation } };
}

/** `POST /tasks`, called `acme.tasks.create`. */
export function createTask(operation: JsonObject = {}): JsonObject {
  return { post: { operationId: 'createTask', tags: ['Tasks'], responses: done, ...operation } };
}

/** A document of `/tasks`, and what else a test gives. */
export function tasks(methods: JsonObject, parts: JsonObject = {}): JsonObject {
  return openapi({ paths: { '/tasks': methods }, ...parts });
}

/** `acme.tasks.list` with these parameters. */
export function taking(...parameters: readonly JsonObject[]): JsonObject {
  return tasks(getTasks({ parameters }));
}

/** `acme.tasks.create` with this body. */
export function sending(schema: unknown, schemas: JsonObject = {}): JsonObject {
  return tasks(createTask(body(schema)), { components: { schemas } });
}

/** `acme.tasks.list` with this answer. */
export function giving(schema: unknown, schemas: JsonObject = {}): JsonObject {
  return answering({ 200: json(schema) }, schemas);
}

/** `acme.tasks.list` with these answers, by status. */
export function answering(responses: JsonObject, schemas: JsonObject = {}): JsonObject {
  return tasks(getTasks({ responses }), { components: { schemas } });
}
