import { expect, test } from 'vitest';
import { splitByDirection } from '../../src/model/directions.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { resolvePointer } from '../../src/model/pointer.ts';
import { json, openapi } from '../documents.ts';

const text = { type: 'string' };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A document in which a schema is sent and received. */
function exchanging(schema: unknown, schemas: JsonObject): JsonObject {
  const put = { requestBody: json(schema), responses: { 200: json(schema) } };
  return openapi({ paths: { '/tasks': { put } }, components: { schemas } });
}

const sentAt = '#/paths/~1tasks/put/requestBody/content/application~1json/schema';
const receivedAt = '#/paths/~1tasks/put/responses/200/content/application~1json/schema';
const schemasOf = (document: JsonObject): unknown => resolvePointer(document, '#/components/schemas');

test('a document whose fields go both ways stays as it is', () => {
  const document = exchanging(ref('Task'), { Task: { type: 'object', properties: { title: text } } });
  expect(splitByDirection(document)).toBe(document);
});

test('what is sent has no field of the server, what is received none of the client', () => {
  const document = exchanging(ref('Task'), {
    Task: {
      type: 'object',
      required: ['id', 'title', 'secret'],
      properties: {
        id: { type: 'integer', readOnly: true },
        title: text,
        secret: { type: 'string', writeOnly: true },
      },
    },
  });
  const split = splitByDirection(document);
  expect(resolvePointer(split, sentAt)).toEqual(ref('TaskRequest'));
  expect(resolvePointer(split, receivedAt)).toEqual(ref('Task'));
  expect(schemasOf(split)).toEqual({
    Task: {
      type: 'object',
      required: ['id', 'title'],
      properties: { id: { type: 'integer', readOnly: true }, title: text },
    },
    TaskRequest: {
      type: 'object',
      required: ['title', 'secret'],
      properties: { title: text, secret: { type: 'string', writeOnly: true } },
    },
  });
});

test('so does what refers to it, however deep and round in a circle', () => {
  const split = splitByDirection(
    exchanging(
      { type: 'array', items: ref('Project') },
      {
        Project: {
          type: 'object',
          properties: { tasks: { type: 'array', items: ref('Task') }, plain: ref('Plain') },
        },
        Task: { type: 'object', properties: { id: ref('Id'), project: ref('Project') } },
        Id: { type: 'integer', readOnly: true },
        Plain: text,
      },
    ),
  );
  expect(resolvePointer(split, sentAt)).toEqual({ type: 'array', items: ref('ProjectRequest') });
  expect(schemasOf(split)).toMatchObject({
    ProjectRequest: {
      properties: { tasks: { type: 'array', items: ref('TaskRequest') }, plain: ref('Plain') },
    },
    TaskRequest: { properties: { project: ref('ProjectRequest') } },
  });
  expect(Object.keys(Object(schemasOf(split)))).toEqual([
    'Project',
    'Task',
    'Id',
    'Plain',
    'TaskRequest',
    'ProjectRequest',
  ]);
});

test('a part requires no field that another part hides', () => {
  const split = splitByDirection(
    exchanging(
      { allOf: [ref('Base'), { required: ['id', 'name'], properties: { name: text } }], required: ['id'] },
      { Base: { properties: { id: { type: 'integer', readOnly: true } } } },
    ),
  );
  expect(resolvePointer(split, sentAt)).toEqual({
    allOf: [ref('BaseRequest'), { required: ['name'], properties: { name: text } }],
  });
});

test('a name that is taken is not taken again; choices follow their schemas; data is left alone', () => {
  const split = splitByDirection(
    exchanging(
      {
        oneOf: [ref('Cat')],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
        example: { $ref: '#/components/schemas/Cat', properties: { id: { readOnly: true } } },
      },
      { Cat: { properties: { id: { readOnly: true } } }, CatRequest: text },
    ),
  );
  expect(resolvePointer(split, sentAt)).toEqual({
    oneOf: [ref('CatRequest2')],
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/CatRequest2' } },
    example: { $ref: '#/components/schemas/Cat', properties: { id: { readOnly: true } } },
  });
});

test('a body that stands among the components changes there', () => {
  const Task = { type: 'object', properties: { id: { readOnly: true }, title: text } };
  const document = openapi({
    paths: { '/tasks': { put: { requestBody: { $ref: '#/components/requestBodies/Task' } } } },
    components: { requestBodies: { Task: json(Task) } },
  });
  const at = '#/components/requestBodies/Task/content/application~1json/schema';
  expect(resolvePointer(splitByDirection(document), at)).toEqual({
    type: 'object',
    properties: { title: text },
  });
});

test('answers and parameters that are written out are told apart as well', () => {
  const task = {
    type: 'object',
    properties: { id: { type: 'integer', readOnly: true }, secret: { type: 'string', writeOnly: true } },
  };
  const document = openapi({
    paths: {
      '/tasks': {
        parameters: [{ name: 'like', in: 'query', schema: task }],
        get: {
          parameters: [{ name: 'where', in: 'query', content: json(task)['content'] }],
          responses: { 200: json(task), 404: { $ref: '#/components/responses/Missing' } },
        },
      },
    },
    components: {
      responses: { Missing: json(task) },
      parameters: { Task: { name: 'task', in: 'query', schema: task } },
    },
  });
  const split = splitByDirection(document);
  const fieldsAt = (pointer: string): string[] =>
    Object.keys(Object(resolvePointer(split, `${pointer}/properties`)));
  const content = 'content/application~1json/schema';
  expect(fieldsAt('#/paths/~1tasks/parameters/0/schema')).toEqual(['secret']);
  expect(fieldsAt(`#/paths/~1tasks/get/parameters/0/${content}`)).toEqual(['secret']);
  expect(fieldsAt('#/components/parameters/Task/schema')).toEqual(['secret']);
  expect(fieldsAt(`#/paths/~1tasks/get/responses/200/${content}`)).toEqual(['id']);
  expect(fieldsAt(`#/components/responses/Missing/${content}`)).toEqual(['id']);
});
