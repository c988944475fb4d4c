import { expect, test } from 'vitest';
import { allows } from '../../src/model/allows.ts';
import { withSchemas } from '../documents.ts';

const document = withSchemas({
  Name: { type: 'string', minLength: 2 },
  Tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } },
});
const name = { $ref: '#/components/schemas/Name' };

const cases: { schema: unknown; yes: unknown[]; no: unknown[] }[] = [
  { schema: true, yes: [1], no: [] },
  { schema: false, yes: [], no: [1] },
  { schema: {}, yes: [1, null], no: [] },
  { schema: { type: 'integer' }, yes: [1], no: [1.5, '1', null] },
  { schema: { type: 'integer', nullable: true }, yes: [1, null], no: ['1'] },
  { schema: { type: ['string', 'null'] }, yes: ['a', null], no: [1] },
  { schema: { type: 'number', minimum: 1, exclusiveMaximum: 3 }, yes: [1, 2.9], no: [0.9, 3] },
  { schema: { type: 'string', minLength: 1, maxLength: 2 }, yes: ['a', 'ab'], no: ['', 'abc'] },
  { schema: { format: 'date' }, yes: ['2024-01-31', 1], no: ['2024-1-1', '2024-13-01', 'today'] },
  {
    schema: { format: 'date-time' },
    yes: ['2024-01-31T09:00:00Z'],
    no: ['2024-01-31', '2024-01-31T09:00:00'],
  },
  {
    schema: { format: 'uri' },
    yes: ['https://acme.example', 'urn:a'],
    no: ['', 'acme', 'a b:c', 'https://acme.example/{id}'],
  },
  { schema: { format: 'uuid' }, yes: ['a1b2c3d4-e5f6-4890-abcd-ef1234567890'], no: ['1'] },
  { schema: { format: 'email' }, yes: ['a@b.example'], no: ['a'] },
  { schema: { enum: ['a', { b: 1 }] }, yes: ['a', { b: 1 }], no: ['b'] },
  { schema: { const: [1] }, yes: [[1]], no: [[2]] },
  {
    schema: { type: 'array', items: name, minItems: 1, maxItems: 2 },
    yes: [['ab']],
    no: [[], ['a'], ['ab', 'ab', 'ab']],
  },
  { schema: { prefixItems: [{}], items: { type: 'null' } }, yes: [[1, null]], no: [[1, 1]] },
  { schema: { required: ['a'], properties: { a: name } }, yes: [{ a: 'ab', b: 1 }, 1], no: [{}, { a: 'a' }] },
  { schema: { minProperties: 1, maxProperties: 2 }, yes: [{ a: 1 }], no: [{}, { a: 1, b: 1, c: 1 }] },
  { schema: { additionalProperties: name }, yes: [{ a: 'ab' }], no: [{ a: 1 }] },
  { schema: { properties: { a: {} }, additionalProperties: false }, yes: [{ a: 1 }], no: [{ b: 1 }] },
  { schema: { allOf: [name, { maxLength: 3 }] }, yes: ['abc'], no: ['abcd', 'a'] },
  { schema: { oneOf: [name, { type: 'null' }] }, yes: ['ab', null], no: [1, 'a'] },
  { schema: { anyOf: [{ type: 'integer' }, { type: 'boolean' }] }, yes: [1, true], no: ['1'] },
  {
    schema: { $ref: '#/components/schemas/Tree' },
    yes: [{ left: { left: {} } }],
    no: [{ left: { left: 1 } }],
  },
];

test.each(cases)('$schema', ({ schema, yes, no }) => {
  const judged = (values: unknown[]): boolean[] => values.map((value) => allows(document, schema, value));
  expect([judged(yes), judged(no)]).toEqual([yes.map(() => true), no.map(() => false)]);
});
