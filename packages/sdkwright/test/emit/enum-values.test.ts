import { expect, test } from 'vitest';
import { emitEnumValues, settleEnumConstants } from '../../src/emit/types/enum-values.ts';
import type { NamedSchema, Schema } from '../../src/model/sdk-model.ts';
import { modelOf, withOperation } from '../documents.ts';

const enums: { name: string; schema: Schema; want: string }[] = [
  {
    name: 'the schema itself',
    schema: { enum: ['open', 'in-progress', 3, true, null] },
    want: `
/** Every value of \`Status\`, in the document's order. */
export const statusValues = ["open", "in-progress", 3, true] as const;
`,
  },
  {
    name: 'its fields and their items',
    schema: {
      properties: {
        sort_by: { enum: ['id'] },
        days: { type: 'array', items: { enum: [1, 2] } },
        title: { type: 'string' },
      },
    },
    want: `
/** Every value of \`Status.sort_by\`, in the document's order. */
export const statusSortByValues = ["id"] as const;

/** Every value of \`Status.days\`, in the document's order. */
export const statusDaysValues = [1, 2] as const;
`,
  },
  {
    name: 'fields whose names differ in punctuation',
    schema: { properties: { 'a-b': { enum: [1] }, a_b: { enum: [2] } } },
    want: `
/** Every value of \`Status.a-b\`, in the document's order. */
export const statusABValues = [1] as const;

/** Every value of \`Status.a_b\`, in the document's order. */
export const statusABValues2 = [2] as const;
`,
  },
  {
    name: 'a field that would end the comment',
    schema: { properties: { '*/ evil(); /*': { enum: [1] } } },
    want: `
/** Every value of \`Status.*\\/ evil(); /*\`, in the document's order. */
export const statusEvilValues = [1] as const;
`,
  },
  { name: 'nothing but null', schema: { enum: [null] }, want: '' },
  { name: 'no enum', schema: { type: 'string' }, want: '' },
  { name: 'a boolean schema', schema: true, want: '' },
];

function valuesOf(name: string, schema: Schema): string {
  const named: NamedSchema = { name, file: 'status', pointer: '#/components/schemas/Status', schema };
  return emitEnumValues(settleEnumConstants({ schemas: [named], operations: [] }).schemas, name, schema);
}

test.each(enums)('the values of $name', ({ schema, want }) => {
  expect(valuesOf('Status', schema)).toBe(want);
});

test('a name that begins with a digit still gives an identifier', () => {
  expect(valuesOf('_404', { enum: [1] })).toContain('export const _404Values = [1]');
});

test('a field gives way to a schema of the same words, an input to both, whatever their order', async () => {
  const document = withOperation(
    { operationId: 'task', parameters: [{ name: 'status', in: 'query', schema: { enum: [3] } }] },
    {
      components: { schemas: { Task: { properties: { status: { enum: [1] } } }, TaskStatus: { enum: [2] } } },
    },
  );
  const { schemas, operations } = settleEnumConstants(await modelOf(document));
  expect([...schemas, ...operations]).toEqual([
    ['TaskStatus', 'taskStatusValues'],
    ['Task.status', 'taskStatusValues2'],
    ['task.status', 'taskStatusValues3'],
  ]);
});
