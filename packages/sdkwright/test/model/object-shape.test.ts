import { expect, test } from 'vitest';
import { objectShape } from '../../src/model/object-shape.ts';
import { withSchemas } from '../documents.ts';

const text = { type: 'string' };

const document = withSchemas({
  Task: { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, title: text } },
  Alias: { $ref: '#/components/schemas/Task' },
  Circle: { allOf: [{ $ref: '#/components/schemas/Circle' }] },
  Loop: { $ref: '#/components/schemas/Loop' },
});

const shapes = [
  {
    name: 'an object',
    schema: { type: 'object', properties: { a: text } },
    want: { names: ['a'], required: [] },
  },
  {
    name: 'properties without a type',
    schema: { properties: { a: text } },
    want: { names: ['a'], required: [] },
  },
  { name: 'an object without properties', schema: { type: 'object' }, want: { names: [], required: [] } },
  {
    name: 'a closed object',
    schema: { type: 'object', additionalProperties: false },
    want: { names: [], required: [] },
  },
  {
    name: 'a chain of $refs',
    schema: { $ref: '#/components/schemas/Alias' },
    want: { names: ['id', 'title'], required: ['id'] },
  },
  {
    name: 'the parts of an allOf',
    schema: {
      allOf: [{ $ref: '#/components/schemas/Task' }, { properties: { done: true }, required: ['done'] }],
      required: ['title'],
    },
    want: { names: ['id', 'title', 'done'], required: ['id', 'done', 'title'] },
  },
];

test.each(shapes)('the fields of $name', ({ schema, want }) => {
  const shape = objectShape(document, schema);
  expect({ names: shape?.properties.map(([name]) => name), required: [...(shape?.required ?? [])] }).toEqual(
    want,
  );
});

const shapeless = [
  { name: 'a string', schema: text },
  { name: 'a list', schema: { type: 'array', items: {} } },
  { name: 'an open object', schema: { type: 'object', additionalProperties: true } },
  { name: 'a map', schema: { type: 'object', additionalProperties: text } },
  { name: 'an alternative', schema: { oneOf: [{ properties: { a: text } }] } },
  {
    name: 'an allOf with an alternative in it',
    schema: { allOf: [{ anyOf: [{ properties: { a: text } }] }] },
  },
  { name: 'no schema at all', schema: {} },
  { name: 'a $ref to itself', schema: { $ref: '#/components/schemas/Loop' } },
  { name: 'an allOf of itself', schema: { $ref: '#/components/schemas/Circle' } },
  { name: 'a boolean', schema: true },
];

test.each(shapeless)('$name has no fields to list', ({ schema }) => {
  expect(objectShape(document, schema)).toBe(undefined);
});
