import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { nameReferences } from '../../src/read/name-references.ts';
import { json, openapi, withOperation, withSchemas } from '../documents.ts';

const schema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const schemas: { name: string; given: JsonObject; want: JsonObject }[] = [
  {
    name: 'a field gets a schema of its own',
    given: {
      Task: { properties: { owner: { type: 'object', properties: { id: { type: 'integer' } } } } },
      Note: { items: { $ref: '#/components/schemas/Task/properties/owner' } },
    },
    want: {
      Task: { properties: { owner: { type: 'object', properties: { id: { type: 'integer' } } } } },
      Note: { items: schema('TaskOwner') },
      TaskOwner: { type: 'object', properties: { id: { type: 'integer' } } },
    },
  },
  {
    name: 'a field that is a $ref is followed',
    given: {
      Task: { properties: { owner: schema('User') } },
      User: {},
      Note: { allOf: [{ $ref: '#/components/schemas/Task/properties/owner' }] },
    },
    want: { Task: { properties: { owner: schema('User') } }, User: {}, Note: { allOf: [schema('User')] } },
  },
  {
    name: 'a part that refers to itself ends',
    given: {
      Task: { properties: { parent: { items: { $ref: '#/components/schemas/Task/properties/parent' } } } },
    },
    want: {
      Task: { properties: { parent: { items: schema('TaskParent') } } },
      TaskParent: { items: schema('TaskParent') },
    },
  },
  {
    name: 'two fields that are only each other allow anything',
    given: {
      Task: {
        properties: {
          a: { $ref: '#/components/schemas/Task/properties/b' },
          b: { $ref: '#/components/schemas/Task/properties/a' },
        },
      },
    },
    want: { Task: { properties: { a: {}, b: {} } } },
  },
  {
    name: 'a name that is taken gets a number',
    given: {
      Task: { properties: { owner: {} } },
      taskOwner: { $ref: '#/components/schemas/Task/properties/owner' },
    },
    want: {
      Task: { properties: { owner: {} } },
      taskOwner: schema('TaskOwner2'),
      TaskOwner2: {},
    },
  },
  {
    name: 'an escaped name is the same name',
    given: { Task: {}, 'A.b': { $ref: '#/components/schemas/%54ask' } },
    want: { Task: {}, 'A.b': schema('Task') },
  },
  {
    name: 'a definition inside of a schema gets a schema of its own',
    given: {
      Task: {
        $defs: { Id: { type: 'integer' } },
        properties: { id: { $ref: '#/components/schemas/Task/$defs/Id' } },
      },
    },
    want: {
      Task: { properties: { id: schema('TaskId') } },
      TaskId: { type: 'integer' },
    },
  },
  {
    name: 'data and names stay',
    given: {
      Task: {
        properties: { $ref: { type: 'string' }, responses: {} },
        example: { $ref: '#/components/schemas/Task/properties/$ref' },
      },
    },
    want: {
      Task: {
        properties: { $ref: { type: 'string' }, responses: {} },
        example: { $ref: '#/components/schemas/Task/properties/$ref' },
      },
    },
  },
  {
    name: 'what stands beside a $ref stays',
    given: {
      Task: { properties: { id: { type: 'integer' } } },
      Note: { $ref: '#/components/schemas/Task/properties/id', description: 'Of the task.' },
    },
    want: {
      Task: { properties: { id: { type: 'integer' } } },
      Note: { ...schema('TaskId'), description: 'Of the task.' },
      TaskId: { type: 'integer' },
    },
  },
];

test.each(schemas)('$name', ({ given, want }) => {
  expect(nameReferences(withSchemas(given))).toEqual(withSchemas(want));
});

test('the schema of an answer gets a name from its path, in documents without components too', () => {
  const document = withOperation({
    responses: {
      200: json({ type: 'object' }),
      404: json({ $ref: '#/paths/~1tasks/get/responses/200/content/application~1json/schema' }),
    },
  });
  expect(nameReferences(document)).toEqual({
    ...withOperation({ responses: { 200: json({ type: 'object' }), 404: json(schema('TasksGet200')) } }),
    components: { schemas: { TasksGet200: { type: 'object' } } },
  });
});

test('an answer and a parameter of another operation get components of their own', () => {
  const page = { name: 'page', in: 'query', schema: {} };
  const document = withOperation(
    {
      parameters: [page],
      responses: { 200: { description: 'OK' }, 202: { $ref: '#/paths/~1tasks/get/responses/200' } },
    },
    { webhooks: { done: { post: { parameters: [{ $ref: '#/paths/~1tasks/get/parameters/0' }] } } } },
  );
  expect(nameReferences(document)).toMatchObject({
    paths: { '/tasks': { get: { responses: { 202: { $ref: '#/components/responses/TasksGet200' } } } } },
    webhooks: { done: { post: { parameters: [{ $ref: '#/components/parameters/TasksGet0' }] } } },
    components: { responses: { TasksGet200: { description: 'OK' } }, parameters: { TasksGet0: page } },
  });
});

test('a path item stays a reference, and a document without such references stays as it is', () => {
  const document = openapi({
    paths: { '/a': {}, '/b': { $ref: '#/paths/~1a' } },
    components: { schemas: {} },
  });
  expect(nameReferences(document)).toEqual(document);
});

test('a path item that stands nowhere else gets a component, one that is a path stays', () => {
  const document = openapi({
    paths: { '/a': { $ref: '#/x-items/A' }, '/b': { $ref: '#/paths/~1a' } },
    'x-items': { A: { get: {} } },
  });
  expect(nameReferences(document)).toMatchObject({
    paths: { '/a': { $ref: '#/components/pathItems/XItemsA' }, '/b': { $ref: '#/paths/~1a' } },
    components: { pathItems: { XItemsA: { get: {} } } },
  });
});
