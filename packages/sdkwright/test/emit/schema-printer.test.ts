import { expect, test } from 'vitest';
import { createSchemaPrinter, type SchemaPrinter } from '../../src/emit/types/schema-printer.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Schema } from '../../src/model/sdk-model.ts';
import { modelOf, withSchemas } from '../documents.ts';

const text = { type: 'string' };

async function printer(schemas: JsonObject = {}): Promise<SchemaPrinter> {
  return createSchemaPrinter(await modelOf(withSchemas(schemas)));
}

const named: JsonObject = {
  Task: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  'task-list': { type: 'array', items: { $ref: '#/components/schemas/Task' } },
  'a/b': text,
};

const types: { given: Schema; want: string }[] = [
  { given: text, want: 'string' },
  { given: { type: 'integer' }, want: 'number' },
  { given: { type: 'boolean' }, want: 'boolean' },
  { given: { type: 'null' }, want: 'null' },
  { given: {}, want: 'unknown' },
  { given: true, want: 'unknown' },
  { given: false, want: 'never' },
  { given: { type: ['string', 'null'] }, want: 'string | null' },
  { given: { type: 'string', nullable: true }, want: 'string | null' },
  { given: { enum: ['a', 'b', 1, null] }, want: '"a" | "b" | 1 | null' },
  { given: { const: 'a' }, want: '"a"' },
  { given: { type: 'array', items: text }, want: 'string[]' },
  { given: { type: 'array', items: { type: ['string', 'null'] } }, want: '(string | null)[]' },
  { given: { type: 'array' }, want: 'unknown[]' },
  { given: { type: 'object' }, want: 'Record<string, unknown>' },
  { given: { type: 'object', additionalProperties: text }, want: '{\n[key: string]: string;\n}' },
  { given: { $ref: '#/components/schemas/Task' }, want: 'Task' },
  { given: { $ref: '#/components/schemas/task-list' }, want: 'TaskList' },
  { given: { $ref: '#/components/schemas/a~1b' }, want: 'AB' },
  { given: { oneOf: [{ $ref: '#/components/schemas/Task' }, { type: 'null' }] }, want: 'Task | null' },
  { given: { anyOf: [text, { type: 'integer' }] }, want: 'string | number' },
  {
    given: { allOf: [{ $ref: '#/components/schemas/Task' }, { properties: { a: text } }] },
    want: 'Task & {\na?: string;\n}',
  },
  {
    given: { allOf: [{ $ref: '#/components/schemas/Task' }], required: ['id'] },
    want: 'Task & Required<Pick<Task, "id">>',
  },
  { given: { $ref: '#/components/schemas/Task/properties/id' }, want: 'Task["id"]' },
];

test.each(types)('$given is $want', async ({ given, want }) => {
  expect((await printer(named)).type(given)).toBe(want);
});

test('an object is an interface; its fields carry what the document says of them', async () => {
  const schema = {
    description: 'Somebody.',
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'Full name.\n*/', maxLength: 80 },
      home: { type: 'object', properties: { city: { type: 'string', example: 'Bern' } } },
      tags: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'integer', deprecated: true } } },
      },
    },
  };
  expect((await printer()).declaration('Person', schema)).toBe(`/** Somebody. */
export interface Person {
/**
 * Full name.
 * *\\/
 *
 * @maxLength 80
 */
name: string;
home?: {
/** @example Bern */
city?: string;
};
tags?: {
/** @deprecated */
id?: number;
}[];
}
`);
});

test('what is no object is an alias', async () => {
  const { declaration } = await printer();
  expect(declaration('Status', { enum: ['on', 'off'] })).toBe('export type Status = "on" | "off";\n');
  expect(declaration('Nothing', { type: 'object' })).toBe('export type Nothing = Record<string, unknown>;\n');
  expect(declaration('Given', text, ['Its own words.'])).toBe(
    '/** Its own words. */\nexport type Given = string;\n',
  );
});

test('names that are no identifiers are quoted, and nothing in them becomes code', async () => {
  const properties = {
    'per-page': text,
    '"; evil(); "': text,
    'a\u2028b\u202E': text,
    __proto__x: text,
    名前: text,
  };
  expect((await printer()).declaration('Odd', { type: 'object', properties })).toBe(`export interface Odd {
"per-page"?: string;
"\\"; evil(); \\""?: string;
"a\\u2028b\\u202e"?: string;
__proto__x?: string;
"名前"?: string;
}
`);
});

test('a field with a default may be left out, required or not being what the document says', async () => {
  const schema = {
    type: 'object',
    required: ['b'],
    properties: { a: { type: 'integer', default: 1 }, b: { type: 'integer', default: 1 } },
  };
  expect((await printer()).declaration('Page', schema)).toBe(`export interface Page {
/** @default 1 */
a?: number;
/** @default 1 */
b: number;
}
`);
});
