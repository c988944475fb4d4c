import { describe, expect, test } from 'vitest';
import { mapDocumentParts, mapParts, partsOf } from '../../src/model/document-parts.ts';
import { modelOf, withSchemas } from '../documents.ts';

const word = { type: 'string' };
const schema = {
  properties: { value: word, 'x-rays': word, properties: { properties: { default: word } } },
  default: { type: 'string' },
  examples: [word],
  enum: [word],
  'x-note': word,
};

test('the parts of a document are neither its data nor its maps of names', () => {
  const keys = [...partsOf({ openapi: '3.1.0', components: { schemas: { Note: schema } } })].map((part) =>
    Object.keys(part).join(' '),
  );
  expect(keys.toSorted()).toEqual([
    'openapi components',
    'properties',
    'properties default examples enum x-note',
    'schemas',
    'type',
    'type',
    'type',
  ]);
});

describe('changed part by part, a schema', () => {
  test('is the very same where nothing changes', () => {
    expect(mapParts(schema, (part) => part)).toBe(schema);
  });

  test('keeps its data, and what is beside what changed', () => {
    const changed = mapParts(schema, (part) => (part === word ? { type: 'number' } : part));
    const number = { type: 'number' };
    expect(changed).toEqual({
      ...schema,
      properties: { value: number, 'x-rays': number, properties: { properties: { default: number } } },
    });
  });
});

test('the sections of a document are walked, their keys taken for names', () => {
  const item = { post: { requestBody: word } };
  const document = {
    info: word,
    paths: { '/a': item },
    webhooks: { default: item },
    components: { schemas: { value: word } },
  };
  const number = { type: 'number' };
  const changed = mapDocumentParts(document, (part) => (part === word ? number : part));
  const mended = { post: { requestBody: number } };
  expect(changed).toEqual({
    info: word,
    paths: { '/a': mended },
    webhooks: { default: mended },
    components: { schemas: { value: number } },
  });
  expect(mapDocumentParts(document, (part) => part)).toBe(document);
});

test.each(['value', 'default', 'x-pet'])(
  'a union in a field called %s is told apart by its tag',
  async (name) => {
    const ref = (key: string): object => ({ $ref: `#/components/schemas/${key}` });
    const animal = { type: 'object', properties: { kind: { type: 'string' } } };
    const pet = { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } };
    const owner = { type: 'object', properties: { [name]: pet } };
    const { document } = await modelOf(withSchemas({ Cat: animal, Dog: animal, Owner: owner }));
    expect(document['components']).toMatchObject({
      schemas: { Cat: { properties: { kind: { enum: ['Cat'] } } } },
    });
  },
);

test.each(['value', 'default'])('a field called %s has no alternatives that only demand', async (name) => {
  const contact = {
    type: 'object',
    properties: { email: word, phone: word },
    anyOf: [{ required: ['email'] }, { required: ['phone'] }],
  };
  const { document } = await modelOf(
    withSchemas({ Owner: { type: 'object', properties: { [name]: contact } } }),
  );
  expect(JSON.stringify(document)).not.toContain('anyOf');
});
