import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkExtensions } from '../../src/read/extensions.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, openapi, withOperation } from '../documents.ts';

/** What is said of a document: the message and the pointer of each problem. */
function told(document: JsonObject): string[] {
  return checkExtensions(document, 'api.yaml').map(
    ({ message, location }) => `${message} (${location?.pointer ?? ''})`,
  );
}

test('a problem says what, where, what was expected and where to read on', () => {
  const document = withOperation({ 'x-sdk': { method: 7 } });
  expect(checkExtensions(document, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      'error extension-invalid: x-sdk.method of GET /tasks is 7; a string was expected',
      '  at api.yaml #/paths/~1tasks/get/x-sdk/method',
      '  Correct it where it stands; docs/x-sdk.md lists every field.',
    ].join('\n'),
  ]);
});

test('a server has a name, and nothing else', () => {
  const servers = [{ url: '/a', 'x-sdk': { name: 'a' } }, { url: '/b', 'x-sdk': { nam: 'b' } }, 'c'];
  expect(told(openapi({ servers }))).toEqual([
    'x-sdk.nam of server 1 is unknown; one of name was expected (#/servers/1/x-sdk/nam)',
  ]);
});

const roots = [
  {
    given: { int64: 'bigint' },
    want: 'x-sdk.int64 of the document is "bigint"; exact was expected (#/x-sdk/int64)',
  },
  {
    given: { enums: true },
    want: 'x-sdk.enums of the document is true; open was expected (#/x-sdk/enums)',
  },
  { given: null, want: 'x-sdk of the document is null; an object was expected (#/x-sdk)' },
  {
    given: { nam: 'A' },
    want: 'x-sdk.nam of the document is unknown; one of name, envelope, rateLimit, clientInputs, int64, enums was expected (#/x-sdk/nam)',
  },
  { given: { name: '' }, want: 'x-sdk.name of the document is ""; a string was expected (#/x-sdk/name)' },
  {
    given: { envelope: { success: 'ok' } },
    want: 'x-sdk.envelope of the document has no data; a string was expected (#/x-sdk/envelope)',
  },
  {
    given: { envelope: { data: 'data', meta: ['a'] } },
    want: 'x-sdk.envelope.meta of the document is ["a"]; a string was expected (#/x-sdk/envelope/meta)',
  },
  {
    given: { rateLimit: { requests: 0, seconds: 60 } },
    want: 'x-sdk.rateLimit.requests of the document is 0; a number above 0 was expected (#/x-sdk/rateLimit/requests)',
  },
  {
    given: { rateLimit: { requests: 60, seconds: 60, per: 1 } },
    want: 'x-sdk.rateLimit.per of the document is 1; a string was expected (#/x-sdk/rateLimit/per)',
  },
  {
    given: { clientInputs: 'account' },
    want: 'x-sdk.clientInputs of the document is "account"; a list of strings was expected (#/x-sdk/clientInputs)',
  },
  {
    given: { clientInputs: ['account', 'title', 'nowhere'] },
    want: 'x-sdk.clientInputs of the document names "nowhere"; a parameter or body field of an operation was expected (#/x-sdk/clientInputs/2)',
  },
];

test.each(roots)('x-sdk at the root: $want', ({ given, want }) => {
  const document = withOperation(
    {
      parameters: [{ name: 'account', in: 'header', schema: {} }],
      requestBody: json({ $ref: '#/components/schemas/Title' }),
    },
    { 'x-sdk': given, components: { schemas: { Title: { properties: { title: {} } } } } },
  );
  expect(told(document)).toEqual([want]);
});

const operations = [
  {
    given: { paginaton: {} },
    want: 'x-sdk.paginaton of GET /tasks is unknown; one of group, method, query, pagination, cacheEffects was expected (#/paths/~1tasks/get/x-sdk/paginaton)',
  },
  {
    given: { pagination: { size: 'per_page' } },
    want: 'x-sdk.pagination of GET /tasks has no page; a string was expected (#/paths/~1tasks/get/x-sdk/pagination)',
  },
  {
    given: { pagination: { style: 'seek' } },
    want: 'x-sdk.pagination.style of GET /tasks is "seek"; page, offset, cursor or link was expected (#/paths/~1tasks/get/x-sdk/pagination/style)',
  },
  {
    given: { pagination: { style: 'cursor', cursor: 'page', page: 'page', next: '/next' } },
    want: 'x-sdk.pagination.page of GET /tasks is unknown; one of style, items, cursor, next, key, more was expected (#/paths/~1tasks/get/x-sdk/pagination/page)',
  },
  {
    given: { pagination: { style: 'cursor', cursor: 'page' } },
    want: 'x-sdk.pagination of GET /tasks has neither next nor key; the place of the next cursor was expected (#/paths/~1tasks/get/x-sdk/pagination)',
  },
  {
    given: { pagination: { style: 'link', next: '/next', inputs: ['page', 'seite'] } },
    want: 'x-sdk.pagination.inputs of GET /tasks names "seite"; one of its query parameters was expected: page, per_page (#/paths/~1tasks/get/x-sdk/pagination/inputs/1)',
  },
  {
    given: { pagination: { page: 'page', items: '/rows', last: '/next/count' } },
    want: 'x-sdk.pagination.items of GET /tasks leads to nothing; the answer has data, next (#/paths/~1tasks/get/x-sdk/pagination/items)',
  },
  {
    given: { pagination: { page: 'page', items: '/data', info: '/next/pages' } },
    want: 'x-sdk.pagination.info of GET /tasks leads to nothing; /next has count (#/paths/~1tasks/get/x-sdk/pagination/info)',
  },
  {
    given: { pagination: { page: 'page', items: 'data' } },
    want: 'x-sdk.pagination.items of GET /tasks is "data"; a JSON pointer such as /data was expected (#/paths/~1tasks/get/x-sdk/pagination/items)',
  },
  {
    given: { pagination: { page: 'seite', size: 'per_page' } },
    want: 'x-sdk.pagination.page of GET /tasks names "seite"; one of its query parameters was expected: page, per_page (#/paths/~1tasks/get/x-sdk/pagination/page)',
  },
  {
    given: { pagination: { page: 'page', size: 'X-Size' } },
    want: 'x-sdk.pagination.size of GET /tasks names "X-Size"; one of its query parameters was expected: page, per_page (#/paths/~1tasks/get/x-sdk/pagination/size)',
  },
  {
    given: { query: 'yes' },
    want: 'x-sdk.query of GET /tasks is "yes"; true or false was expected (#/paths/~1tasks/get/x-sdk/query)',
  },
  {
    given: { cacheEffects: { invalidates: ['getTasks', 'getTask'] } },
    want: 'x-sdk.cacheEffects.invalidates of GET /tasks names "getTask"; the operationId of a query, such as a GET, was expected (#/paths/~1tasks/get/x-sdk/cacheEffects/invalidates/1)',
  },
  {
    given: { cacheEffects: { keeps: ['makeTask'] } },
    want: 'x-sdk.cacheEffects.keeps of GET /tasks names "makeTask"; the operationId of a query, such as a GET, was expected (#/paths/~1tasks/get/x-sdk/cacheEffects/keeps/0)',
  },
];

test.each(operations)('x-sdk of an operation: $want', ({ given, want }) => {
  const size = { name: 'X-Size', in: 'header', schema: {} };
  const document = openapi({
    paths: {
      '/tasks': {
        parameters: [{ $ref: '#/components/parameters/Page' }, size],
        get: {
          operationId: 'getTasks',
          parameters: [{ name: 'per_page', in: 'query' }],
          responses: {
            200: json({ properties: { data: { type: 'array' }, next: { properties: { count: {} } } } }),
          },
          'x-sdk': given,
        },
        post: { operationId: 'makeTask' },
      },
    },
    components: { parameters: { Page: { name: 'page', in: 'query' } } },
  });
  expect(told(document)).toEqual([want]);
});

test('pages of a search may be asked for in its body', () => {
  const search = (page: string): JsonObject =>
    withOperation(
      {
        requestBody: json({ properties: { text: {}, page: {} } }),
        'x-sdk': { query: true, pagination: { page }, cacheEffects: { invalidates: ['getTasks'] } },
      },
      {},
      { method: 'post' },
    );
  expect(told(search('page'))).toEqual([]);
  expect(told(search('seite'))).toEqual([
    'x-sdk.pagination.page of POST /tasks names "seite"; one of its query parameters and body fields was expected: page, text (#/paths/~1tasks/post/x-sdk/pagination/page)',
  ]);
});

test('a GET that is told to be no query is none to name', () => {
  const document = withOperation({ 'x-sdk': { query: false, cacheEffects: { invalidates: ['getTasks'] } } });
  expect(told(document)).toEqual([
    'x-sdk.cacheEffects.invalidates of GET /tasks names "getTasks"; the operationId of a query, such as a GET, was expected (#/paths/~1tasks/get/x-sdk/cacheEffects/invalidates/0)',
  ]);
});

test('every field that is known is taken, and null where nothing is there', () => {
  const pagination = { style: 'page', page: 'page', size: null, items: '', info: null, defaultSize: null };
  const document = withOperation(
    {
      parameters: [{ name: 'page', in: 'query' }],
      'x-sdk': {
        group: 'Jobs',
        method: 'all',
        query: true,
        pagination,
        cacheEffects: { invalidates: ['getTasks'], keeps: [], reason: 'So.' },
      },
    },
    {
      'x-sdk': {
        name: 'Acme',
        envelope: { success: 's', data: 'd', message: 'm', meta: 'm' },
        rateLimit: { requests: 60, seconds: 0.5, per: 'user' },
        clientInputs: ['page'],
      },
    },
  );
  expect(told(document)).toEqual([]);
});

test('a problem of a path item that is a $ref stands where the operation does', () => {
  const document = openapi({
    paths: { '/tasks': { $ref: '#/components/pathItems/Tasks' } },
    components: { pathItems: { Tasks: { get: { 'x-sdk': { group: 1 } } } } },
  });
  expect(told(document)).toEqual([
    'x-sdk.group of GET /tasks is 1; a string was expected (#/components/pathItems/Tasks/get/x-sdk/group)',
  ]);
});

test('where a query has no operationId, any name may be the one it is given', () => {
  const xSdk = { cacheEffects: { invalidates: ['getTasks'] } };
  const post = { operationId: 'makeTask', 'x-sdk': xSdk };
  expect(told(openapi({ paths: { '/tasks': { get: {}, post } } }))).toEqual([]);
});
