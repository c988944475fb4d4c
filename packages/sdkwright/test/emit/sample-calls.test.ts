import { expect, test } from 'vitest';
import { expectedResult, sampleCalls } from '../../src/emit/contract-tests/sample-calls.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, operationOf, withOperation } from '../documents.ts';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const title = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string' }, note: { type: 'string' } },
};

const operations: { name: string; operation: JsonObject; want: unknown[] }[] = [
  {
    name: 'nothing to leave out is called once',
    operation: { parameters: [{ ...id, schema: { type: 'string' }, example: 'a/b' }] },
    want: [{ name: 'all', input: { id: 'a/b' }, request: { path: '/tasks/a%2Fb', query: [] } }],
  },
  {
    name: 'a number or a text is called with a text',
    operation: { parameters: [{ ...id, schema: { oneOf: [{ type: 'integer' }, { type: 'string' }] } }] },
    want: [{ name: 'all', input: { id: 'text' }, request: { path: '/tasks/text', query: [] } }],
  },
  {
    name: 'one of several fields to give is called once, with all',
    operation: {
      parameters: [id],
      requestBody: {
        required: true,
        ...json({ type: 'object', minProperties: 1, properties: { note: { type: 'string' } } }),
      },
    },
    want: [
      {
        name: 'all',
        input: { id: 1, note: 'text' },
        request: { path: '/tasks/1', query: [], body: { note: 'text' }, contentType: 'application/json' },
      },
    ],
  },
  {
    name: 'a form without a field that must be given is called once, with all',
    operation: {
      parameters: [id],
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: { type: 'object', properties: { note: { type: 'string' } } },
          },
        },
      },
    },
    want: [
      {
        name: 'all',
        input: { id: 1, note: 'text' },
        request: {
          path: '/tasks/1',
          query: [],
          body: { note: 'text' },
          contentType: 'application/x-www-form-urlencoded',
        },
      },
    ],
  },
  {
    name: 'an object in the query has no objects in it',
    operation: {
      parameters: [
        {
          name: 'filter',
          in: 'query',
          required: true,
          schema: {
            type: 'object',
            properties: {
              a: { type: 'array', items: { type: 'integer' } },
              b: { type: 'array', items: { type: 'object' } },
              c: { type: 'object' },
            },
          },
        },
      ],
    },
    want: [
      {
        name: 'all',
        input: { id: 'text', filter: { a: [1] } },
        request: { path: '/tasks/text', query: [['filter', '%7B%22a%22%3A%5B1%5D%7D']] },
      },
    ],
  },
  {
    name: 'optional parameters is called without and with them',
    operation: { parameters: [id, { name: 'q', in: 'query', schema: { type: 'string', default: 'x y' } }] },
    want: [
      { name: 'required', input: { id: 1 }, request: { path: '/tasks/1', query: [] } },
      { name: 'all', input: { id: 1, q: 'x y' }, request: { path: '/tasks/1', query: [['q', 'x%20y']] } },
    ],
  },
  {
    name: 'lists in the query repeats the name, or joins with commas',
    operation: {
      parameters: [
        id,
        { name: 'a', in: 'query', required: true, schema: { example: ['x', 2] } },
        { name: 'b', in: 'query', required: true, explode: false, schema: { example: ['x,', 2] } },
      ],
    },
    want: [
      {
        name: 'all',
        input: { id: 1, a: ['x', 2], b: ['x,', 2] },
        request: {
          path: '/tasks/1',
          query: [
            ['a', 'x'],
            ['a', '2'],
            ['b', 'x%2C,2'],
          ],
        },
      },
    ],
  },
  {
    name: 'a body sends its required fields, then all',
    operation: { parameters: [id], requestBody: { required: true, ...json(title) } },
    want: [
      {
        name: 'required',
        input: { id: 1, title: 'text' },
        request: { path: '/tasks/1', query: [], body: { title: 'text' }, contentType: 'application/json' },
      },
      {
        name: 'all',
        input: { id: 1, title: 'text', note: 'text' },
        request: {
          path: '/tasks/1',
          query: [],
          body: { title: 'text', note: 'text' },
          contentType: 'application/json',
        },
      },
    ],
  },
  {
    name: 'named examples sends those',
    operation: {
      parameters: [id],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: title,
            examples: { required: { value: { title: 'A' } }, all: { value: { title: 'B', note: 'C' } } },
          },
        },
      },
    },
    want: [
      {
        name: 'required',
        input: { id: 1, title: 'A' },
        request: { path: '/tasks/1', query: [], body: { title: 'A' }, contentType: 'application/json' },
      },
      {
        name: 'all',
        input: { id: 1, title: 'B', note: 'C' },
        request: {
          path: '/tasks/1',
          query: [],
          body: { title: 'B', note: 'C' },
          contentType: 'application/json',
        },
      },
    ],
  },
  {
    name: 'a body that is a list nests its input',
    operation: { parameters: [id], requestBody: json({ type: 'array', items: { type: 'integer' } }) },
    want: [
      { name: 'required', input: { path: { id: 1 } }, request: { path: '/tasks/1', query: [] } },
      {
        name: 'all',
        input: { path: { id: 1 }, body: [1] },
        request: { path: '/tasks/1', query: [], body: [1], contentType: 'application/json' },
      },
    ],
  },
];

test.each(operations)('an operation with $name', async ({ operation, want }) => {
  const document = withOperation(operation, {}, { method: 'post', path: '/tasks/{id}' });
  const found = await operationOf(document);
  expect(sampleCalls(found.model, found.operation)).toEqual(want);
});

test('a call gives the data of an envelope, and any other body whole', async () => {
  const parts = { 'x-sdk': { envelope: { data: 'data' } } };
  const wrapped = await operationOf(
    withOperation({ responses: { 200: json({ properties: { data: {} } }) } }, parts),
  );
  const plain = await operationOf(withOperation({ responses: { 200: json({ type: 'array' }) } }, parts));
  expect(expectedResult(wrapped.model, wrapped.operation, { data: [1], success: true })).toEqual([1]);
  expect(expectedResult(plain.model, plain.operation, [1])).toEqual([1]);
});
