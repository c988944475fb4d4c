import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { Input } from '../../src/model/sdk-model.ts';
import { json, operationOf, withOperation, withSchemas } from '../documents.ts';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
const title = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };

/** The input of `POST /tasks/{id}`, fields as `in:name`, `!` where required. */
async function inputOf(
  operation: JsonObject,
  schemas: JsonObject = {},
): Promise<{ input: Input; fields: string[] }> {
  const { components } = withSchemas(schemas);
  const document = withOperation(operation, { components }, { method: 'post', path: '/tasks/{id}' });
  const { input } = (await operationOf(document)).operation;
  return {
    input,
    fields: input.fields.map((field) => `${field.in}:${field.name}${field.required ? '!' : ''}`),
  };
}

test('path, query and body stand side by side where no name is meant twice', async () => {
  const { input, fields } = await inputOf({
    parameters: [page, id],
    requestBody: { required: true, ...json(title) },
  });
  expect(fields).toEqual(['path:id!', 'query:page', 'body:title!']);
  expect(input).toMatchObject({ layout: 'flat', required: true });
  expect(input.schema).toEqual({
    type: 'object',
    properties: { id: { type: 'integer' }, page: { type: 'integer' }, title: { type: 'string' } },
    required: ['id', 'title'],
  });
});

test('a name that means two things nests the input by place', async () => {
  const body = { type: 'object', properties: { id: { type: 'string' } } };
  const { input, fields } = await inputOf({
    parameters: [id, page],
    requestBody: { required: true, ...json(body) },
  });
  expect(input).toMatchObject({ layout: 'nested', required: true });
  expect(fields).toEqual(['path:id!', 'query:page', 'body:body!']);
  expect(input.schema).toEqual({
    type: 'object',
    properties: {
      path: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
      query: { type: 'object', properties: { page: { type: 'integer' } } },
      body,
    },
    required: ['path', 'body'],
  });
});

const bodies = [
  { name: 'a list', body: { required: true, ...json({ type: 'array', items: {} }) }, want: 'nested' },
  {
    name: 'a map',
    body: { required: true, ...json({ type: 'object', additionalProperties: {} }) },
    want: 'nested',
  },
  { name: 'an alternative', body: { required: true, ...json({ oneOf: [title, {}] }) }, want: 'nested' },
  { name: 'optional, with a required field', body: json(title), want: 'nested' },
  { name: 'optional, without required fields', body: json({ ...title, required: [] }), want: 'flat' },
  {
    name: 'made of parts',
    body: { required: true, ...json({ allOf: [{ $ref: '#/components/schemas/Task' }, {}] }) },
    want: 'nested',
  },
  {
    name: 'made of objects',
    body: { required: true, ...json({ allOf: [{ $ref: '#/components/schemas/Task' }] }) },
    want: 'flat',
  },
  { name: 'a $ref', body: { required: true, ...json({ $ref: '#/components/schemas/Task' }) }, want: 'flat' },
];

test.each(bodies)('a body that is $name gives a $want input', async ({ body, want }) => {
  const { input } = await inputOf({ parameters: [id], requestBody: body }, { Task: title });
  expect(input.layout).toBe(want);
});

test('an operation that takes nothing has an input without fields', async () => {
  const { operation } = await operationOf(withOperation({}));
  expect(operation.input).toEqual({
    layout: 'flat',
    required: false,
    schema: { type: 'object', properties: {} },
    fields: [],
  });
});

test("a parameter's own words go before those of its schema", async () => {
  const parameter = {
    ...id,
    description: 'Which one.',
    schema: { type: 'integer', description: 'A number.' },
  };
  const { input } = await inputOf({ parameters: [parameter] });
  expect(input.schema['properties']).toEqual({ id: { type: 'integer', description: 'Which one.' } });
});
