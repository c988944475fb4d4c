import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaOf, type Shape } from '../src/shape/index.ts';

const tag: Shape = {
  type: 'object',
  properties: { id: { type: 'integer' }, color: { type: ['string', 'null'] } },
};
const task: Shape = {
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'integer' },
    status: { type: 'string', enum: ['open', 'done'] },
    tags: { type: 'array', items: { ref: () => tag } },
    parent: { ref: () => task },
  },
};

test('a bigint is an integer only where the shape says so', () => {
  expect(issuesOf({ type: ['integer', 'bigint'] }, 9_007_199_254_740_993n)).toEqual([]);
  expect(issuesOf({ type: ['integer', 'bigint'] }, 1)).toEqual([]);
  expect(issuesOf({ type: 'integer' }, 9_007_199_254_740_993n)).toEqual([
    '! : expected integer, received bigint',
  ]);
});

function issuesOf(shape: Shape, value: unknown): string[] {
  const { issues = [] } = schemaOf(shape)['~standard'].validate(value);
  return issues.map(({ path, message, addition }) => `${addition ? '+' : '!'} ${path.join('.')}: ${message}`);
}

describe('what a shape says of a value', () => {
  test.each<[string, Shape, unknown, string[]]>([
    ['nothing of what fits', task, { id: 1, status: 'open', tags: [{ id: 5, color: null }] }, []],
    ['a wrong type', task, { id: 'one', status: 'open' }, ['! id: expected integer, received string']],
    ['a missing field', task, { id: 1 }, ['! status: expected a value, received nothing']],
    [
      'a new field',
      task,
      { id: 1, status: 'open', color: 'red' },
      ['+ color: the document does not list this field'],
    ],
    [
      'a new enum member',
      task,
      { id: 1, status: 'late' },
      ['+ status: expected "open", "done", received "late"'],
    ],
    [
      'an item',
      task,
      { id: 1, status: 'open', tags: [{ id: 1.5 }] },
      ['! tags.0.id: expected integer, received number'],
    ],
    [
      'a recursive part',
      task,
      { id: 1, status: 'open', parent: { id: 2 } },
      ['! parent.status: expected a value, received nothing'],
    ],
    ['a fraction for a number', { type: 'number' }, 1.5, []],
    ['an open object', { type: 'object', properties: {}, rest: true }, { any: 1 }, []],
    [
      'a typed rest',
      { type: 'object', rest: { type: 'integer' } },
      { a: 1, b: 'x' },
      ['! b: expected integer, received string'],
    ],
    [
      'the nearest alternative',
      { oneOf: [{ type: 'string' }, tag] },
      { id: 'x' },
      ['! id: expected integer, received string'],
    ],
    [
      'a long text only by its length',
      { enum: ['a'] },
      'x'.repeat(50),
      ['+ : expected "a", received a text of 50 characters'],
    ],
  ])('%s', (_name, shape, value, want) => {
    expect(issuesOf(shape, value)).toEqual(want);
  });

  test('parts of an allOf each see their share of the fields', () => {
    const shape: Shape = {
      properties: { c: {} },
      allOf: [{ properties: { a: { type: 'string' } } }, { properties: { b: {} } }],
    };
    expect(issuesOf(shape, { a: 'x', b: 1, c: 2 })).toEqual([]);
    expect(issuesOf(shape, { a: 1, d: 2 })).toEqual([
      '+ d: the document does not list this field',
      '! a: expected string, received integer',
    ]);
  });

  test('`__proto__` in a body is a field like any other', () => {
    expect(issuesOf(tag, JSON.parse('{"__proto__": 1}'))).toEqual([
      '+ __proto__: the document does not list this field',
    ]);
  });

  test('a body with many faults gives at most a hundred issues', () => {
    expect(
      issuesOf(
        { type: 'array', items: { type: 'string' } },
        Array.from({ length: 1000 }, () => 1),
      ),
    ).toHaveLength(100);
  });
});

const leaf = fc.oneof(
  fc.constantFrom('null', 'boolean', 'integer', 'number', 'string').map((type): Shape => ({ type })),
  fc.constant<Shape>({ type: ['string', 'null'] }),
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 1, null), { minLength: 1 })
    .map((choices): Shape => ({ enum: choices })),
);
const shapes = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ type: fc.constant('array' as const), items: tie('shape') }),
    fc.record({
      type: fc.constant('object' as const),
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('shape')),
      required: fc.uniqueArray(fc.constantFrom('a', 'b')),
    }),
    fc.record({ anyOf: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('shape'), { minLength: 1, maxLength: 2 }) }),
  ),
})).shape;

test('for any shape and value it finds a fault where ajv does, and only there', () => {
  const ajv = new Ajv2020({ strict: false });
  fc.assert(
    fc.property(shapes, fc.jsonValue({ maxDepth: 3 }), (shape, value) => {
      const { issues = [] } = schemaOf(shape)['~standard'].validate(value);
      const faults = issues.filter(({ message }) => message !== 'the document does not list this field');
      expect(faults.length === 0).toBe(ajv.compile(shape)(value));
    }),
    { numRuns: 100 },
  );
});
