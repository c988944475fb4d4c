import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const owner = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const schema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    owner,
    either: { anyOf: [{ type: 'string', maxLength: 3 }, owner] },
    whole: { allOf: [owner, { required: ['name'] }] },
    people: { type: 'array', items: owner },
    maybe: { type: ['array', 'null'], items: owner },
    nobody: { oneOf: [{ type: 'null' }, owner] },
    labels: { type: 'array', items: { type: 'string' } },
    size: { type: 'integer' },
    pair: { type: 'array', items: { type: 'string', maxLength: 20 }, minItems: 2, maxItems: 2 },
    extra: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const composed = {
  allOf: [
    { $ref: '#/components/schemas/Owned' },
    { properties: { file: { type: 'string' } } },
    { oneOf: [{ required: ['file'] }, { required: ['link'], properties: { link: owner } }] },
  ],
};
const types = ['multipart/form-data', 'application/x-www-form-urlencoded'];
const encoding = { owner: { contentType: 'application/json' } };
const content = Object.fromEntries(types.map((type) => [type, { schema, encoding }]));
const document = {
  openapi: '3.1.0',
  info: { title: 'Files', version: '1.0.0' },
  paths: {
    '/files': {
      get: {
        parameters: [
          { name: 'filter', in: 'query', content: { 'application/json': { schema: owner } } },
          { name: 'owners', in: 'query', schema: { type: 'array', items: owner } },
        ],
        responses: { 204: { description: 'Found.' } },
      },
      patch: {
        requestBody: {
          content: {
            'multipart/form-data': { schema, encoding: { owner: { style: 'deepObject', explode: true } } },
          },
        },
        responses: { 204: { description: 'Done.' } },
      },
      delete: {
        requestBody: { content: { 'text/plain': { schema: { type: 'integer', minimum: 1 } } } },
        responses: { 204: { description: 'Done.' } },
      },
      put: {
        requestBody: { content: { 'multipart/form-data': { schema: composed } } },
        responses: { 204: { description: 'Done.' } },
      },
      post: { requestBody: { content }, responses: { 204: { description: 'Done.' } } },
    },
  },
  components: { schemas: { Owned: { properties: { owner: { oneOf: [{ type: 'null' }, owner] } } } } },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

const violations = (path: string, init?: RequestInit): Promise<string[]> => violationsAt(mock, path, init);

const forms: readonly [name: string, value: string, want: string[]][] = [
  ['title', '{"id":"x"}', []],
  ['size', '5', []],
  ['owner', '{"id":5}', []],
  ['owner', '{"id":"x"}', ['Request body property owner.id must be integer']],
  ['owner', '{}', ["Request body property owner must have required property 'id'"]],
  ['owner', 'me', ['Request body property owner must be object']],
  ['either', 'abc', []],
  ['either', '{"id":5}', []],
  ['whole', '{"id":5,"name":"a"}', []],
  ['people', '{"id":5}', []],
  ['people', '[{"id":5},{"id":6}]', []],
  ['people', '{"id":"x"}', ['Request body property people.0.id must be integer']],
  ['maybe', '{"id":5}', []],
  ['maybe', 'null', []],
  ['nobody', '{"id":5}', []],
  ['nobody', 'null', []],
  ['labels', '[a', []],
  ['labels', '{"a":1}', []],
  ['labels', 'null', ['Request body property labels must be array']],
  ['title', 'null', []],
  ['extra', '{"a":"b"}', []],
];

describe.each([
  ['parts', (): URLSearchParams | FormData => new FormData()],
  ['fields', () => new URLSearchParams()],
])('JSON in %s of a form', (_name, emptyForm) => {
  test.each(forms)('%s=%s', async (name, value, want) => {
    const body = emptyForm();
    body.append(name, value);
    expect(await violations('/files', { method: 'POST', body })).toEqual(want);
  });
});

test.each<[form: Record<string, string>, want: string[]]>([
  [{ owner: '{"id":5}', file: 'a' }, []],
  [{ owner: 'null', file: '{}' }, []],
  [{ link: '{"id":5}' }, []],
  [
    { link: '{"id":"x"}' },
    [
      "Request body must have required property 'file'",
      'Request body property link.id must be integer',
      'Request body must match exactly one schema in oneOf',
    ],
  ],
])('JSON in a form that is composed: %j', async (form, want) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  expect(await violations('/files', { method: 'PUT', body })).toEqual(want);
});

test.each([
  ['owners=[{"id":5},{"id":6}]', []],
  ['owners={"id":5}', []],
  ['owners={"id":5}&owners={"id":"x"}', ['Request query parameter owners.1.id must be integer']],
])('a list of objects in the query: %s', async (query, want) => {
  expect(await violations(`/files?${encodeURI(query)}`)).toEqual(want);
});

test.each([
  ['{"id":5}', []],
  ['{"id":"x"}', ['Request query parameter filter.id must be integer']],
])('JSON in the query: %s', async (value, want) => {
  expect(await violations(`/files?filter=${encodeURIComponent(value)}`)).toEqual(want);
});

describe('parts with the same name are a list', () => {
  const violationsOf = (...parts: [string, string | Blob][]): Promise<string[]> => {
    const body = new FormData();
    for (const [name, value] of parts) body.append(name, value as string);
    return violations('/files', { method: 'POST', body });
  };

  test('of texts, files and objects', async () => {
    const [file, person] = [new File(['a, b'], 'a.txt'), '{"id":5}'];
    expect(await violationsOf(['pair', 'a'], ['pair', 'b, c'], ['title', 'x'])).toEqual([]);
    expect(await violationsOf(['pair', file], ['title', 'x'], ['pair', file])).toEqual([]);
    expect(await violationsOf(['people', person], ['people', person])).toEqual([]);
    expect(await violationsOf(['labels', person], ['labels', person])).toEqual([]);
  });

  test('in which each is checked', async () => {
    expect(await violationsOf(['people', '{"id":5}'], ['people', '{"id":"x"}'])).toEqual([
      'Request body property people.1.id must be integer',
    ]);
    expect(await violationsOf(['pair', 'a'])).toEqual([
      'Request body property pair must NOT have fewer than 2 items',
    ]);
  });

  test('and are recorded as they came', async () => {
    await violationsOf(['pair', 'a'], ['pair', 'b']);
    expect(mock.requests[0]?.body).toMatch(/name="pair"\r\n\r\na\r\n[^]*name="pair"\r\n\r\nb\r\n/);
  });
});

test('a part may hold what the document writes as a deep object, as such or as JSON', async () => {
  const sent = async (name: string, value: string): Promise<string[]> => {
    const body = new FormData();
    body.append(name, value);
    return await violations('/files', { method: 'PATCH', body });
  };
  expect(await sent('owner', '{"id":5,"name":"a"}')).toEqual([]);
  expect(await sent('owner[id]', '5')).toEqual([]);
  expect(await sent('owner[id]', 'x')).toEqual(['Request body property owner.id must be integer']);
});

test.each([
  ['5', []],
  ['5.5', [expect.stringContaining('Request body must match pattern')]],
  ['five', [expect.stringContaining('Request body must match pattern')]],
])('a text that is a number: %s', async (body, want) => {
  const headers = { 'content-type': 'text/plain' };
  expect(await violations('/files', { method: 'DELETE', headers, body })).toEqual(want);
});

test('what is no such form is told by Prism', async () => {
  const init = { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'no parts' };
  expect(await violations('/files', init)).toEqual([
    expect.stringContaining('Boundary parameter for multipart/form-data is not defined'),
  ]);
});
