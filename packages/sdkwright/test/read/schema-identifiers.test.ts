import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { pointToIdentified } from '../../src/read/schema-identifiers.ts';
import { json, openapi, withOperation, withSchemas } from '../documents.ts';

const schema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const user: JsonObject = { $id: 'https://acme.example/schemas/user', $anchor: 'person' };

/** `refers`: a schema in a component `A` that has `$id: https://acme.example/schemas/a` and an anchor `own`. */
const references: { name: string; refers: string; want: JsonObject }[] = [
  { name: 'an `$id`', refers: 'https://acme.example/schemas/user', want: schema('User') },
  { name: 'an `$id`, from the nearest one', refers: 'user', want: schema('User') },
  { name: 'an anchor of another schema', refers: 'user#person', want: schema('User') },
  { name: 'an anchor of its own', refers: '#own', want: schema('A/$defs/own') },
  { name: 'an anchor that only another schema has', refers: '#person', want: schema('User') },
  { name: 'a pointer from an `$id`', refers: 'a#/$defs/own', want: schema('A/$defs/own') },
  { name: 'a pointer from the nearest `$id`', refers: '#/$defs/own', want: schema('A/$defs/own') },
  { name: 'the schema itself', refers: '#', want: schema('A') },
  { name: 'a pointer from the document', refers: '#/components/schemas/User', want: schema('User') },
  { name: 'a file', refers: './user.yaml', want: { $ref: './user.yaml' } },
  { name: 'no anchor that there is', refers: '#no', want: { $ref: '#no' } },
];

test.each(references)('$name: $refers', ({ refers, want }) => {
  const a = (items: JsonObject): JsonObject => ({
    $id: 'https://acme.example/schemas/a',
    items,
    $defs: { own: { $anchor: 'own' } },
  });
  const document = withSchemas({ A: a({ $ref: refers }), User: user });
  expect(pointToIdentified(document)).toEqual(withSchemas({ A: a(want), User: user }));
});

test('a schema within a path is found, and finds', () => {
  const body = (item: string): JsonObject => ({
    responses: { 200: json({ type: 'array', items: { $ref: item }, $defs: { row: { $anchor: 'row' } } }) },
  });
  const [before, after] = [
    '#row',
    '#/paths/~1tasks/get/responses/200/content/application~1json/schema/$defs/row',
  ];
  expect(pointToIdentified(withOperation(body(before)))).toEqual(withOperation(body(after)));
});

test('what is data stays as it is', () => {
  const document = withSchemas({
    A: { default: { $ref: '#person' }, properties: { $id: { type: 'string' } } },
    User: user,
  });
  expect(pointToIdentified(document)).toBe(document);
});

test('a document without any stays the very object', () => {
  const document = openapi({ components: { schemas: { A: schema('A') } } });
  expect(pointToIdentified(document)).toBe(document);
});
