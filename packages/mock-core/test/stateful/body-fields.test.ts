import { expect, test } from 'vitest';
import { bodyFields } from '../../src/stateful/body-fields.ts';
import { documentOperations } from '../../src/stateful/inference/document-operations.ts';
import { pathParameters } from '../../src/stateful/stateful-prism.ts';
import { documentOf, takes } from './documents.ts';

const form = 'application/x-www-form-urlencoded';
const fields = {
  id: { type: 'integer' },
  name: { type: 'string' },
  price: { type: 'number' },
  paid: { type: 'boolean' },
  events: { type: 'array', items: { type: 'string' } },
};
const document = documentOf({ '/items': { post: takes(fields) } });
const inputs = documentOperations(document)[0]?.inputs ?? [];

test.each([
  ['id=1&name=1&paid=true', { id: 1, name: '1', paid: true }],
  ['events=a&events=b', { events: ['a', 'b'] }],
  ['events[]=a', { events: ['a'] }],
  ['events%5B0%5D=a&events%5B1%5D=b+c', { events: ['a', 'b c'] }],
  ['price=2.5', { price: 2.5 }],
  ['price=much', { price: 'much' }],
  ['id=one&other=2', { id: 'one', other: '2' }],
])('the form %s is read by its schemas', (text, want) => {
  expect(bodyFields(document, inputs, text, `${form}; charset=utf-8`)).toEqual(want);
});

test('a JSON object is taken as it is, any other body has no fields', () => {
  expect(bodyFields(document, inputs, { id: 1 }, 'application/json')).toEqual({ id: 1 });
  expect(bodyFields(document, inputs, [1], 'application/json')).toEqual({});
  expect(bodyFields(document, inputs, 'id=1', 'text/plain')).toEqual({});
  expect(bodyFields(document, inputs, undefined, '')).toEqual({});
});

test.each([
  ['/items/{id}', '/items/a%20b', { id: 'a b' }],
  ['/items/{id}.json', '/items/7.json', { id: '7' }],
  ['/a/{x}/b/{y}', '/a/1/b/%', { x: '1', y: '%' }],
  ['/items', '/items', {}],
])('the parameters of %s in %s', (template, path, want) => {
  expect(pathParameters(template, path)).toEqual(want);
});
