import type { RecordedRequest } from '@webwork-sdk/mock';
import { describe, expect, test } from 'vitest';
import { compareRequest, type Expectation } from '../src/compare-request.ts';
import type { ExpectedRequest } from '../src/contract-case.ts';

const sentByFetch = {
  host: 'mock',
  connection: 'keep-alive',
  accept: 'application/json',
  'user-agent': 'node',
};
const authorization = 'Bearer secret';

const listing: Expectation = {
  method: 'GET',
  token: 'secret',
  request: {
    path: '/tasks/a%2Fb',
    query: [
      ['page', '1'],
      ['ids', '1,2'],
    ],
  },
};
const listed: RecordedRequest = {
  method: 'GET',
  path: '/tasks/a%2Fb',
  url: '/api/v2/tasks/a%2Fb?ids=1,2&page=1',
  query: [
    ['ids', '1,2'],
    ['page', '1'],
  ],
  headers: { ...sentByFetch, authorization },
  body: '',
  status: 200,
  violations: [],
};

const creating: Expectation = {
  method: 'POST',
  token: 'secret',
  request: {
    path: '/tasks',
    query: [],
    body: { title: 'Paint', tags: ['a'] },
    contentType: 'application/json',
  },
};
const created: RecordedRequest = {
  ...listed,
  method: 'POST',
  path: '/tasks',
  query: [],
  headers: { ...listed.headers, 'content-type': 'application/json', 'content-length': '30' },
  body: '{"tags":["a"],"title":"Paint"}',
};

test('equal requests have no differences', () => {
  expect(compareRequest(listing, listed)).toEqual([]);
  expect(compareRequest(creating, created)).toEqual([]);
});

describe('without a body', () => {
  const table: { name: string; change: Partial<RecordedRequest>; want: string }[] = [
    { name: 'the method', change: { method: 'POST' }, want: 'method: expected "GET", received "POST"' },
    {
      name: 'the path',
      change: { path: '/tasks/a/b' },
      want: 'path: expected "/tasks/a%2Fb", received "/tasks/a/b"',
    },
    {
      name: 'an unknown query parameter',
      change: { query: [...listed.query, ['pgae', '1']] },
      want: 'query parameter pgae: expected none, received ["1"]',
    },
    {
      name: 'a missing query parameter',
      change: { query: [['ids', '1,2']] },
      want: 'query parameter page: expected ["1"], received none',
    },
    {
      name: 'a query parameter sent twice',
      change: { query: [...listed.query, ['page', '1']] },
      want: 'query parameter page.1: expected none, received "1"',
    },
    {
      name: 'a wrong encoding',
      change: {
        query: [
          ['ids', '1%2C2'],
          ['page', '1'],
        ],
      },
      want: 'query parameter ids.0: expected "1,2", received "1%2C2"',
    },
    { name: 'a body', change: { body: '{}' }, want: 'body: expected none, received "{}"' },
    {
      name: 'a content type',
      change: { headers: { ...listed.headers, 'content-type': 'application/json' } },
      want: 'content type: expected none, received "application/json"',
    },
    {
      name: 'no token',
      change: { headers: sentByFetch },
      want: 'authorization: expected the bearer token, received none',
    },
    {
      name: 'another token',
      change: { headers: { ...sentByFetch, authorization: 'Bearer real' } },
      want: 'authorization: expected the bearer token, received something else',
    },
    {
      name: 'an unknown header',
      change: { headers: { ...listed.headers, 'x-page': '1' } },
      want: 'header x-page: expected none, received "1"',
    },
    {
      name: 'a violation',
      change: {
        violations: [
          {
            location: ['request', 'query', 'page'],
            severity: 'Error',
            code: 'type',
            message: 'must be integer',
          },
        ],
      },
      want: 'violation at request.query.page: must be integer',
    },
  ];
  test.each(table)('$name', ({ change, want }) => {
    expect(compareRequest(listing, { ...listed, ...change })).toEqual([want]);
  });
});

describe('with a body', () => {
  const table: { name: string; change: Partial<RecordedRequest>; want: string[] }[] = [
    {
      name: 'an extra field',
      change: { body: '{"title":"Paint","tags":["a"],"titel":1}' },
      want: ['body.titel: expected none, received 1'],
    },
    {
      name: 'a missing field',
      change: { body: '{"tags":["a"]}' },
      want: ['body.title: expected "Paint", received none'],
    },
    {
      name: 'a value inside',
      change: { body: '{"title":"Paint","tags":["b"]}' },
      want: ['body.tags.0: expected "a", received "b"'],
    },
    {
      name: 'no body',
      change: { body: '' },
      want: ['body: expected {"title":"Paint","tags":["a"]}, received none'],
    },
    {
      name: 'a wrong content type',
      change: { headers: { ...created.headers, 'content-type': 'text/plain;charset=UTF-8' } },
      want: ['content type: expected "application/json", received "text/plain;charset=UTF-8"'],
    },
  ];
  test.each(table)('$name', ({ change, want }) => {
    expect(compareRequest(creating, { ...created, ...change })).toEqual(want);
  });
});

describe('what an operation may ask for beside', () => {
  const asking = (request: Partial<ExpectedRequest>): Expectation => ({
    ...listing,
    request: { ...listing.request, ...request },
  });

  test('no authentication', () => {
    const open = { ...listing, token: undefined };
    expect(compareRequest(open, { ...listed, headers: sentByFetch })).toEqual([]);
    expect(compareRequest(open, listed)).toEqual(['authorization: expected none, received something else']);
  });

  test('a header parameter', () => {
    const expected = asking({ headers: { 'x-trace': 'abc' } });
    expect(compareRequest(expected, { ...listed, headers: { ...listed.headers, 'x-trace': 'abc' } })).toEqual(
      [],
    );
    expect(compareRequest(expected, listed)).toEqual(['header x-trace: expected "abc", received none']);
  });

  test('a form, in either spelling of a space', () => {
    const expected = asking({
      body: 'url=a%20b&e%5B%5D=1',
      contentType: 'application/x-www-form-urlencoded',
    });
    const headers = { ...listed.headers, 'content-type': 'application/x-www-form-urlencoded' };
    expect(compareRequest(expected, { ...listed, headers, body: 'e%5B%5D=1&url=a+b' })).toEqual([]);
    expect(compareRequest(expected, { ...listed, headers, body: 'url=a+b' })).toEqual([
      'form field e%5B%5D: expected ["1"], received none',
    ]);
  });
});

test('the Prefer header of the harness is expected, any other is not', () => {
  const preferring = { ...listed, headers: { ...listed.headers, prefer: 'code=400' } };
  expect(compareRequest({ ...listing, prefer: 'code=400' }, preferring)).toEqual([]);
  expect(compareRequest(listing, preferring)).toEqual(['header prefer: expected none, received "code=400"']);
});
