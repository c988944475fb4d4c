import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { sampleSchema } from '../../src/model/sample.ts';
import { withSchemas } from '../documents.ts';

/** Three items, no two of them the same. */
function unique(items: JsonObject): JsonObject {
  return { type: 'array', minItems: 3, uniqueItems: true, items };
}

const document = withSchemas({
  Status: { type: 'string', enum: ['open', 'done'] },
  Tree: {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  },
  Chain: {
    type: 'object',
    required: ['next'],
    properties: { next: { anyOf: [{ $ref: '#/components/schemas/Chain' }, { type: 'null' }] } },
  },
  Endless: {
    type: 'object',
    required: ['self'],
    properties: { self: { $ref: '#/components/schemas/Endless' } },
  },
});

const ab = { a: { type: 'string' }, b: { type: 'string' } };

const samples = [
  { schema: { type: 'integer' }, want: 1 },
  { schema: { type: 'integer', minimum: 10 }, want: 10 },
  { schema: { type: 'integer', exclusiveMinimum: 10 }, want: 11 },
  { schema: { type: 'integer', minimum: 3, multipleOf: 5 }, want: 5 },
  { schema: { type: 'number', maximum: 0.5 }, want: 0.5 },
  { schema: { type: 'integer', exclusiveMaximum: 1 }, want: 0 },
  { schema: { type: 'string' }, want: 'text' },
  { schema: { type: 'string', maxLength: 2 }, want: 'te' },
  { schema: { type: 'string', minLength: 6 }, want: 'textxx' },
  { schema: { type: 'string', format: 'date' }, want: '2024-01-15' },
  { schema: { type: 'string', format: 'email' }, want: 'someone@example.com' },
  { schema: { type: 'boolean' }, want: true },
  { schema: { type: 'null' }, want: null },
  { schema: { type: ['null', 'integer'] }, want: 1 },
  { schema: { type: 'array', items: { type: 'integer' } }, want: [1] },
  { schema: { type: 'array', items: { type: 'integer' }, minItems: 3 }, want: [1, 1, 1] },
  { schema: unique({ type: 'integer', multipleOf: 5 }), want: [5, 10, 15] },
  { schema: unique({ enum: ['a', 'b', 'c'] }), want: ['a', 'b', 'c'] },
  { schema: unique({ type: 'string', maxLength: 4 }), want: ['text', 'tex1', 'tex2'] },
  {
    schema: unique({ type: 'string', format: 'snowflake', pattern: '^(0|[1-9][0-9]*)$' }),
    want: ['0', '322', '4333'],
  },
  { schema: { type: 'object', properties: { a: { type: 'integer' } } }, want: { a: 1 } },
  {
    schema: { allOf: [{ properties: { a: { type: 'integer' } } }, { properties: { b: { type: 'null' } } }] },
    want: { a: 1, b: null },
  },
  { schema: { oneOf: [{ type: 'integer' }, { type: 'string' }] }, want: 1 },
  // Only one of two.
  { schema: { properties: ab, oneOf: [{ required: ['a'] }, { required: ['b'] }] }, want: { a: 'text' } },
  {
    schema: {
      allOf: [{ type: 'object', properties: ab }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
    },
    want: { a: 'text' },
  },
  {
    schema: {
      properties: { ...ab, c: { type: 'integer' } },
      oneOf: [
        { required: ['a', 'b'], properties: { a: { enum: ['x'] } } },
        { required: ['d'], properties: { d: { type: 'boolean' } } },
      ],
    },
    want: { a: 'x', b: 'text', c: 1 },
  },
  {
    schema: {
      oneOf: [
        { properties: { a: {} }, required: ['a'] },
        { type: 'object', properties: { b: {} } },
      ],
    },
    want: { b: 'text' },
  },
  { schema: { oneOf: [{ type: 'number' }, { type: 'integer' }] }, want: 1 },
  {
    schema: { oneOf: [{ type: 'integer' }, { type: 'integer', enum: [1] }, { type: 'string' }] },
    want: 'text',
  },
  { schema: { $ref: '#/components/schemas/Status' }, want: 'open' },
  { schema: { type: 'integer', example: 7, default: 8 }, want: 7 },
  { schema: { type: 'integer', examples: [9, 10] }, want: 9 },
  { schema: { type: 'integer', example: '7', default: 8 }, want: 8 },
  { schema: { type: 'string', format: 'uri', example: 'none' }, want: 'https://example.com/' },
  { schema: { description: 'a', allOf: [{ $ref: '#/components/schemas/Status' }] }, want: 'open' },
  { schema: { type: 'integer', nullable: true, default: null }, want: 1 },
  { schema: { const: 'x' }, want: 'x' },
  { schema: { properties: { a: { type: 'null' }, b: { required: ['id'] } } }, want: { a: null, b: 'text' } },
  { schema: { properties: { a: {}, b: { type: 'object', required: ['id'] } } }, want: { a: 'text' } },
  { schema: { required: ['b'], properties: { b: { type: 'object', required: ['id'] } } }, want: { b: {} } },
  {
    schema: { type: 'object', minProperties: 2, additionalProperties: { type: 'integer' } },
    want: { key1: 1, key2: 1 },
  },
  {
    schema: { type: 'object', minProperties: 2, properties: { a: {} }, propertyNames: { enum: ['a', 'b'] } },
    want: { a: 'text', b: 'text' },
  },
  { schema: { type: 'object', minProperties: 1, additionalProperties: false }, want: {} },
  { schema: {}, want: 'text' },
];

test.each(samples)('a sample of $schema', ({ schema, want }) => {
  expect(sampleSchema(document, schema)).toEqual(want);
});

const recursive = [
  { schema: 'Tree', end: '"children":[]' },
  { schema: 'Chain', end: '"next":null' },
  { schema: 'Endless', end: '"self":null' },
];

test.each(recursive)('a sample of $schema, which contains itself, ends', ({ schema, end }) => {
  expect(JSON.stringify(sampleSchema(document, { $ref: `#/components/schemas/${schema}` }))).toContain(end);
});

test('of alternatives that exclude each other one is taken, however deep', () => {
  const either = { oneOf: [{ type: 'number' }, { type: 'integer' }, { type: 'string' }] };
  const nested = Array.from({ length: 5 }).reduce<JsonObject>((items) => ({ type: 'array', items }), {
    oneOf: [{ type: 'integer' }, { type: 'integer', minimum: 0 }, { type: 'string' }],
  });
  expect(sampleSchema({}, nested)).toEqual([[[[['text']]]]]);
  expect(sampleSchema({}, either)).toBe('text');
});

test('what is required is there, however deep', () => {
  const within = (schema: JsonObject): JsonObject => ({
    type: 'object',
    required: ['a'],
    properties: { a: schema, b: { type: 'string' } },
  });
  const deep = Array.from({ length: 12 }).reduce<JsonObject>(within, { type: 'boolean' });
  const text = JSON.stringify(sampleSchema({}, deep));
  expect(text).toContain('{"a":{"a":{"a":{"a":true}}}}');
  expect(text).not.toContain('null');
});

test('what requires more and more of itself ends soon', () => {
  const names = Array.from({ length: 8 }, (_, index) => `a${index}`);
  const wide = (schema: JsonObject): JsonObject => ({
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, schema])),
  });
  const nested = Array.from({ length: 20 }).reduce<JsonObject>(wide, { type: 'boolean' });
  expect(JSON.stringify(sampleSchema({}, nested)).length).toBeLessThan(1_000_000);
});

test('a list is no longer than memory', () => {
  const schema = { type: 'array', items: { type: 'integer' }, minItems: 1e12 };
  expect(sampleSchema({}, schema)).toHaveLength(1_000);
});

test('a property called __proto__ is a property', () => {
  const schema = { allOf: [JSON.parse('{"properties": {"__proto__": {"type": "integer"}}}')] };
  expect(JSON.stringify(sampleSchema(document, schema))).toBe('{"__proto__":1}');
});

test('a pattern is heeded, and the lengths beside it', () => {
  const schema = { type: 'string', pattern: '^a+$', minLength: 3 };
  expect(sampleSchema({}, { type: 'array', items: schema })).toEqual(['aaa']);
  expect(sampleSchema({}, { type: 'string', pattern: '^a(?!b)$' })).toBe('text');
});
