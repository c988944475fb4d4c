import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { gaps } from '../../src/model/gaps.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, openapi, operationOf, withOperation } from '../documents.ts';

async function gapsOf(document: JsonObject): Promise<string[]> {
  return gaps(document, await modelOf(document), 'api.yaml').map(formatDiagnostic);
}

test('a document that can be expressed has none', async () => {
  expect(await gapsOf(withOperation({ responses: { 200: json({}) } }))).toEqual([]);
});

test('each has a place, and says what was done instead', async () => {
  const links = { self: { operationId: 'getTasks' } };
  const object = { type: 'object', properties: { a: {} } };
  const document = openapi({
    paths: {
      '/tasks': {
        get: {
          operationId: 'getTasks',
          requestBody: json(object),
          responses: { 200: { description: '', links } },
        },
        post: {
          operationId: 'upload',
          requestBody: {
            content: {
              'application/x-www-form-urlencoded': { schema: object },
              'multipart/form-data': { schema: object },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { tls: { type: 'mutualTLS' }, main: { type: 'http', scheme: 'bearer' } },
      schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
    },
  });
  expect(await gapsOf(document)).toEqual([
    `warning schema-circular: the schema 'A' is only a reference to itself; it is typed as unknown
  at api.yaml #/components/schemas/A
  Say what the schema is.`,
    `warning schema-circular: the schema 'B' is only a reference to itself; it is typed as unknown
  at api.yaml #/components/schemas/B
  Say what the schema is.`,
    `warning security-unsupported: the security scheme 'tls' is none that a fetch client can sign with
  at api.yaml #/components/securitySchemes/tls
  Give the client a fetch function that does it.`,
    `warning body-not-sent: getTasks is a GET with a body; it is sent without
  at api.yaml #/paths/~1tasks/get/requestBody
  Take the fields into the query, or use POST.`,
    `warning links-left-out: the links of getTasks are left out
  at api.yaml #/paths/~1tasks/get/responses
  Nothing to do: the fields that they name are there.`,
    `warning media-type-not-sent: upload takes application/x-www-form-urlencoded, multipart/form-data; application/x-www-form-urlencoded is sent, which can hold no files
  at api.yaml #/paths/~1tasks/post/requestBody
  Drop the media types that you do not want with an overlay.`,
  ]);
});

test('fields that a body requires and does not describe', async () => {
  const name = { required: ['name', 'id'], properties: { id: { type: 'integer' } } };
  const schemas = { Described: { allOf: [name, { properties: { name: { type: 'string' } } }] } };
  const described = { $ref: '#/components/schemas/Described' };
  const open = { type: 'object', required: ['name'], additionalProperties: true };
  const operation = (operationId: string, schema: JsonObject): JsonObject => ({
    operationId,
    requestBody: { required: true, ...json(schema) },
    responses: { 204: { description: '' } },
  });
  const document = openapi({
    paths: {
      '/a': { post: operation('addName', { type: 'object', ...name }), put: operation('setName', described) },
      '/b': { post: operation('addAnything', open) },
    },
    components: { schemas },
  });
  expect(await gapsOf(document)).toEqual([
    `warning field-undescribed: the body of addName requires what it does not describe, and that cannot be sent: name
  at api.yaml #/paths/~1a/post/requestBody/content/application~1json/schema
  Describe the field, or take it out of \`required\`, in the document or with an overlay.`,
  ]);
});

test('a required field that nobody describes, in a required object', async () => {
  const owner = {
    type: 'object',
    required: ['id', 'owner'],
    properties: { owner: { $ref: '#/components/schemas/Owner' } },
  };
  const body = {
    type: 'object',
    required: ['owner'],
    properties: {
      owner: { $ref: '#/components/schemas/Owner' },
      other: { type: 'object', required: ['id'] },
    },
  };
  const document = withOperation(
    { requestBody: json(body) },
    { components: { schemas: { Owner: owner } } },
    { method: 'post' },
  );
  expect((await gapsOf(document))[0]?.split('\n')[0]).toBe(
    'warning field-undescribed: the body of getTasks requires what it does not describe, and that cannot be sent: owner.id',
  );
});

test('pages that are told of an input that nests', async () => {
  const parameters = ['path', 'query'].map((place) => ({
    name: 'id',
    in: place,
    required: true,
    schema: {},
  }));
  const pagination = { page: 'id', items: '' };
  const document = withOperation({ parameters, 'x-sdk': { pagination } }, {}, { path: '/tasks/{id}' });
  expect(await gapsOf(document)).toEqual([
    `warning pagination-left-out: the input of getTasks nests, so its pages cannot be walked
  at api.yaml #/paths/~1tasks~1{id}/get/x-sdk/pagination
  Rename the parameter or the body field that share a name, with an overlay.`,
  ]);
});

test('a schema that is only itself is anything', async () => {
  const schemas = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } };
  const model = await modelOf(openapi({ components: { schemas } }));
  expect(model.schemas.map(({ name, schema }) => [name, schema])).toEqual([
    ['A', {}],
    ['B', {}],
  ]);
});

test.each<[string, JsonObject, JsonObject, [string, string | undefined]]>([
  ['none', {}, {}, ['', undefined]],
  ['one', { servers: [{ url: 'https://a.example.com/' }] }, {}, ['https://a.example.com', undefined]],
  [
    'variables, at their defaults',
    {
      servers: [
        {
          url: 'https://{region}.example.com/{base}',
          variables: { region: { default: 'eu' }, base: { default: 'v1' } },
        },
      ],
    },
    {},
    ['https://eu.example.com/v1', undefined],
  ],
  [
    'another for one operation',
    { servers: [{ url: 'https://a.example.com' }] },
    { servers: [{ url: 'https://b.example.com/' }] },
    ['https://a.example.com', 'https://b.example.com'],
  ],
  [
    'the same for one operation',
    { servers: [{ url: 'https://a.example.com' }] },
    { servers: [{ url: 'https://a.example.com/' }] },
    ['https://a.example.com', undefined],
  ],
])('a server: %s', async (_name, parts, own, want) => {
  const { model, operation } = await operationOf(withOperation(own, parts));
  expect([model.api.baseUrl, operation.server]).toEqual(want);
});

test('a path and its parameters that do not agree', async () => {
  const parameters = [{ name: 'key', in: 'path', required: true, schema: { type: 'integer' } }];
  const document = withOperation({ parameters }, {}, { path: '/tasks/{id}#{more}' });
  expect(await gapsOf(document)).toEqual([
    `warning document-malformed: getTasks has 'id' in its path, which nobody describes; it is taken for a text
  at api.yaml #/paths/~1tasks~1{id}#{more}/get
  Correct it in the document, or with an overlay.`,
    `warning document-malformed: getTasks has no place in its path for the parameter 'key'; it is left out
  at api.yaml #/paths/~1tasks~1{id}#{more}/get
  Correct it in the document, or with an overlay.`,
  ]);
  const { operation } = await operationOf(document);
  expect(operation.input.fields.map(({ name }) => name)).toEqual(['id']);
  expect(operation.parameters).toMatchObject([{ name: 'id', in: 'path', schema: { type: 'string' } }]);
});
