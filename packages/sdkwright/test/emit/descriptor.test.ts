import { expect, test } from 'vitest';
import { commonErrors, operationDescriptor } from '../../src/emit/client/descriptor.ts';
import { emitPageOrders } from '../../src/emit/client/page-orders-module.ts';
import { functionNames } from '../../src/emit/client/function-names.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, openapi, operationOf, withOperation } from '../documents.ts';

const ok = { description: 'OK' };
const list = { type: 'array', items: { type: 'string' } };
const start = 'id: "getTasks", method: "GET", path: "/tasks"';

const posted = 'id: "getTasks", method: "POST", path: "/tasks"';

const descriptors: {
  name: string;
  operation: JsonObject;
  parts?: JsonObject;
  want: string;
}[] = [
  { name: 'nothing but an answer', operation: { responses: { 200: json({}) } }, want: `{ ${start} }` },
  { name: 'no answer', operation: {}, want: `{ ${start}, empty: true }` },
  {
    name: 'parameters of every place',
    operation: {
      parameters: [
        { name: 'page', in: 'query', schema: {} },
        { name: 'account', in: 'query', required: true, schema: {} },
        { name: 'X-Trace', in: 'header', schema: {} },
        { name: 'sid', in: 'cookie', required: true, schema: {} },
      ],
      responses: { 200: json({}) },
    },
    want: `{ ${start}, fields: [[inQuery, 1, "account", "page"], [inHeader, 0, "X-Trace"], [inCookie, 1, "sid"]] }`,
  },
  {
    name: 'a list that is sent in one value',
    operation: {
      parameters: [{ name: 'ids', in: 'query', explode: false, schema: list }],
      responses: { 200: json({}) },
    },
    want: `{ ${start}, fields: [[commaSeparated, 0, "ids"]] }`,
  },
  {
    name: 'a name that ends like a required one',
    operation: { parameters: [{ name: 'sure!', in: 'query', schema: {} }], responses: { 200: json({}) } },
    want: `{ ${start}, fields: [[inQuery, 0, "sure!"]] }`,
  },
  {
    name: 'the fields of a body',
    operation: {
      requestBody: {
        required: true,
        ...json({ type: 'object', required: ['a'], properties: { a: {}, b: {} } }),
      },
      responses: { 200: json({}) },
    },
    want: `{ ${posted}, fields: [[inBody, 1, "a", "b"]] }`,
  },
  {
    name: 'a body that is a list',
    operation: { requestBody: { required: true, ...json(list) }, responses: { 200: json({}) } },
    want: `{ ${posted}, fields: [[asBody, 1, "body"]] }`,
  },
  {
    name: 'a body that is a list, and parameters',
    operation: {
      parameters: [
        { name: 'page', in: 'query', schema: {} },
        { name: 'ids', in: 'query', explode: false, schema: list },
        { name: 'X-Trace', in: 'header', required: true, schema: {} },
      ],
      requestBody: { required: true, ...json(list) },
      responses: { 200: json({}) },
    },
    want: `{ ${posted}, fields: [[nested([inQuery, 0, "page"], [commaSeparated, 0, "ids"]), 0, "query"], [nested([inHeader, 1, "X-Trace"]), 1, "header"], [asBody, 1, "body"]] }`,
  },
  {
    name: 'a body that may be left out',
    operation: { requestBody: json(list), responses: { 200: json({}) } },
    want: `{ ${posted}, fields: [[asBody, 0, "body"]] }`,
  },
  {
    name: 'no envelope where others have one',
    operation: { responses: { 200: json(list) } },
    parts: { 'x-sdk': { envelope: { data: 'data' } } },
    want: `{ ${start}, envelope: false }`,
  },
  {
    name: 'a server of its own',
    operation: { servers: [{ url: 'https://b.example.com' }], responses: { 200: json({}) } },
    want: `{ ${start}, server: "https://b.example.com" }`,
  },
  {
    name: 'no token where others send one',
    operation: { security: [], responses: { 200: json({}) } },
    parts: { components: { securitySchemes: { main: { type: 'http', scheme: 'bearer' } } } },
    want: `{ ${start}, auth: false }`,
  },
];

test.each(descriptors)('the descriptor of an operation with $name', async ({ operation, parts, want }) => {
  const place = { method: 'requestBody' in operation ? 'post' : 'get' };
  const found = await operationOf(withOperation(operation, parts, place));
  expect(operationDescriptor(found.model, found.operation)).toBe(want);
});

test('a descriptor imports what it names', async () => {
  const parameters = [{ name: 'ids', in: 'query', explode: false, schema: list }];
  const operation = { parameters, requestBody: json(list) };
  const document = withOperation(operation, {}, { method: 'put' });
  const found = await operationOf(document);
  const names = functionNames(operationDescriptor(found.model, found.operation));
  expect(names).toEqual(['nested', 'commaSeparated', 'asBody']);
});

const orders: { name: string; pagination: JsonObject; page: string }[] = [
  {
    name: 'pages',
    pagination: { page: 'page', size: 'limit', defaultSize: 20, items: '/data', info: '/meta' },
    page: 'byPage({ page: "page", size: "limit", items: "/data", last: "/meta/last_page", sizes: [20, 100] })',
  },
  {
    name: 'pages from 0',
    pagination: { page: 'page', first: 0, items: '', last: '/pages' },
    page: 'byIndex({ page: "page", items: "", last: "/pages" })',
  },
  {
    name: 'offsets',
    pagination: { style: 'offset', offset: 'offset', size: 'limit', items: '', total: '/total' },
    page: 'byOffset({ offset: "offset", size: "limit", items: "", total: "/total" })',
  },
  {
    name: 'cursors',
    pagination: { style: 'cursor', cursor: 'cursor', items: '/rows', next: '/next', more: '/more' },
    page: 'byCursor({ cursor: "cursor", items: "/rows", next: "/next", more: "/more" })',
  },
  {
    name: 'the last item as the cursor',
    pagination: { style: 'cursor', cursor: 'cursor', items: '/rows', key: 'id' },
    page: 'byCursor({ cursor: "cursor", items: "/rows", key: "id" })',
  },
  {
    name: 'links',
    pagination: { style: 'link', items: '/rows', next: '/links/next', inputs: ['page'] },
    page: 'byLink({ items: "/rows", next: "/links/next", inputs: ["page"] })',
  },
];

test.each(orders)('the order of $name', async ({ pagination, page }) => {
  const operation = {
    parameters: ['page', 'offset', 'cursor', 'limit'].map((field) => ({
      name: field,
      in: 'query',
      schema: { maximum: 100 },
    })),
    'x-sdk': { pagination },
    responses: { 200: json({}) },
  };
  const { content } = emitPageOrders(await modelOf(withOperation(operation)));
  expect(content).toContain(`order1: PageOrder = /* @__PURE__ */ ${page};`);
});

test('what stands behind a # in a path is not sent', async () => {
  const document = withOperation({ responses: { 200: ok } }, {}, { path: '/tasks#archived' });
  const { model, operation } = await operationOf(document);
  expect(operationDescriptor(model, operation)).toContain('path: "/tasks"');
});

test('the errors most operations share stand with the API; the others name their own', async () => {
  const responses = { 200: json({}), 401: ok, 404: ok };
  const document = openapi({
    paths: {
      '/a': { get: { operationId: 'a', responses }, put: { operationId: 'b', responses } },
      '/c': { get: { operationId: 'c', responses: { 200: json({}), 404: ok, '5XX': ok } } },
      '/d': { get: { operationId: 'd', responses: { 200: json({}), 404: ok, default: ok } } },
      '/e': { get: { operationId: 'e', responses: { 200: json({}) } } },
    },
  });
  const model = await modelOf(document);
  expect(commonErrors(model)).toBe('/401|404/');
  expect(model.operations.map((operation) => operationDescriptor(model, operation))).toEqual([
    '{ id: "a", method: "GET", path: "/a" }',
    '{ id: "b", method: "PUT", path: "/a" }',
    '{ id: "c", method: "GET", path: "/c", errors: /404|5../ }',
    '{ id: "d", method: "GET", path: "/d", errors: /[45]../ }',
    '{ id: "e", method: "GET", path: "/e", errors: /^$/ }',
  ]);
});

const securitySchemes = {
  main: { type: 'http', scheme: 'bearer' },
  user: { type: 'oauth2', flows: {} },
  key: { type: 'apiKey', in: 'query', name: 'k' },
  password: { type: 'http', scheme: 'basic' },
};

/** The `auth` of each operation, in the order of what they ask for; undefined where it is the usual one. */
async function authOf(...asked: (JsonObject[] | undefined)[]): Promise<(string | undefined)[]> {
  const operations = asked.map((security, index) => [
    `/${index}`,
    { get: { ...(security ? { security } : {}), responses: { 200: json({}) } } },
  ]);
  const model = await modelOf(
    openapi({
      paths: Object.fromEntries(operations),
      components: { securitySchemes },
      security: [{ main: [] }],
    }),
  );
  return model.operations.map((operation) => {
    const descriptor = operationDescriptor(model, operation);
    return /auth: (?:\/\* @__PURE__ \*\/ )?(.*?)(?:, answer.*)? \}$/.exec(descriptor)?.[1];
  });
}

test('one credential, whatever the schemes that it serves are called', async () => {
  expect(await authOf(undefined, [{ user: ['read'] }], [{ main: [] }, { user: [] }], [], [{}])).toEqual([
    undefined,
    undefined,
    undefined,
    'false',
    'false',
  ]);
});

test('schemes that are signed in different ways go by their names', async () => {
  expect(
    await authOf(
      undefined,
      undefined,
      [{ key: [] }],
      [{ main: [] }, { key: [] }],
      [{ key: [], password: [] }],
      [{}, { main: [] }],
    ),
  ).toEqual([
    undefined,
    undefined,
    `schemes({ key: /* @__PURE__ */ apiKey('query', "k") })`,
    `schemes({ main: bearer }, { key: /* @__PURE__ */ apiKey('query', "k") })`,
    `schemes({ key: /* @__PURE__ */ apiKey('query', "k"), password: basic })`,
    undefined,
  ]);
});
