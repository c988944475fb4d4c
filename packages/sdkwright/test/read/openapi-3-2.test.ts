import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { asOpenapi31 } from '../../src/read/openapi-3-2.ts';
import { pointerOf, resolvePointer } from '../../src/model/pointer.ts';
import { openapi, withOperation } from '../documents.ts';

function older(document: JsonObject): JsonObject {
  return asOpenapi31({ ...document, openapi: '3.2.0' }, 'api.yaml').document;
}

/** A media type of an answer. */
function mediaOf(type: string, media: JsonObject, components: JsonObject = {}): unknown {
  const document = older(
    withOperation({ responses: { 200: { content: { [type]: media } } } }, { components }),
  );
  return resolvePointer(document, pointerOf('paths', '/tasks', 'get', 'responses', '200', 'content', type));
}

const word = { $ref: '#/components/schemas/Word' };
const text = { type: 'string' };
const json = (contentSchema: JsonObject): JsonObject => ({
  contentMediaType: 'application/json',
  contentSchema,
});
const event = (data: JsonObject): JsonObject => ({ properties: { event: text, data } });

test.each<[name: string, type: string, media: JsonObject, want: JsonObject]>([
  ['lines', 'application/jsonl', { itemSchema: word }, { type: 'array', items: word }],
  [
    'lines that are lists',
    'application/jsonl',
    { itemSchema: { type: 'array' } },
    { type: 'array', items: { type: 'array' } },
  ],
  ['events of text', 'text/event-stream', { itemSchema: event(text) }, text],
  ['events of JSON', 'text/event-stream', { itemSchema: event(json(word)) }, word],
  [
    'events of any JSON',
    'text/event-stream',
    { itemSchema: event({ contentMediaType: 'application/json' }) },
    {},
  ],
  [
    'events of several kinds',
    'text/event-stream',
    {
      itemSchema: { ...event(text), oneOf: [event(json(word)), event({ const: 'end' }), event(json(word))] },
    },
    { anyOf: [word, { const: 'end' }] },
  ],
  ['events whose schema is that of their data', 'text/event-stream', { itemSchema: word }, word],
])('%s', (_name, type, media, want) => {
  expect(mediaOf(type, media)).toEqual({ schema: want });
});

test('a media type may be a component', () => {
  const components = { mediaTypes: { word: { schema: word, examples: { one: { dataValue: 'a' } } } } };
  const media = { $ref: '#/components/mediaTypes/word' };
  expect(mediaOf('application/json', media, components)).toEqual({
    schema: word,
    examples: { one: { value: 'a' } },
  });
});

test('a scheme is named as in 3.1, and an operation belongs to no badge', () => {
  const document = openapi({
    tags: [
      { name: 'beta', kind: 'badge' },
      { name: 'Words', kind: 'nav' },
    ],
    security: [{ '#/components/securitySchemes/key': [] }],
    paths: { '/words': { get: { tags: ['beta', 'Words'], security: [{ key: [] }, {}], responses: {} } } },
  });
  expect(older(document)).toMatchObject({
    openapi: '3.1.1',
    security: [{ key: [] }],
    paths: { '/words': { get: { tags: ['Words', 'beta'], security: [{ key: [] }, {}] } } },
  });
});

test('a document of 3.1 stays the very object', () => {
  const document = openapi({ $self: 'https://acme.example' });
  expect(asOpenapi31(document, 'api.yaml')).toEqual({ document, warnings: [] });
});
