import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { Pagination } from '../../src/model/pagination.ts';
import { json, operationOf, withOperation } from '../documents.ts';

const integer = { type: 'integer' };
const text = { type: 'string' };
const flag = { type: 'boolean' };
const rows = { type: 'array', items: { type: 'object', properties: { id: integer } } };

const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const query = (schemas: JsonObject): JsonObject[] =>
  Object.entries(schemas).map(([name, schema]) => ({ name, in: 'query', schema }));

async function pagesOf(
  parameters: JsonObject,
  answer: JsonObject,
  more: JsonObject = {},
): Promise<Pagination | undefined> {
  const operation = { parameters: query(parameters), responses: { 200: json(answer) }, ...more };
  return (await operationOf(withOperation(operation))).operation.pagination;
}

describe('pages are recognised', () => {
  const cases: [name: string, parameters: JsonObject, answer: JsonObject, want: JsonObject][] = [
    [
      'by number, with a count',
      { page: integer, per_page: { type: 'integer', default: 20 } },
      object({ data: rows, meta: object({ pagination: object({ last_page: integer, total: integer }) }) }),
      {
        style: 'page',
        page: 'page',
        items: '/data',
        size: 'per_page',
        defaultSize: 20,
        last: '/meta/pagination/last_page',
      },
    ],
    [
      'by number from 0',
      { page: { type: 'integer', default: 0 }, size: integer },
      object({ content: rows, totalPages: integer }),
      { style: 'page', page: 'page', items: '/content', size: 'size', first: 0, last: '/totalPages' },
    ],
    [
      'by number, of a bare list',
      { page: integer, per_page: integer },
      rows,
      { style: 'page', page: 'page', items: '', size: 'per_page' },
    ],
    [
      'by offset, with a total',
      { offset: integer, limit: integer },
      object({ tasks: rows, total: integer }),
      { style: 'offset', offset: 'offset', items: '/tasks', size: 'limit', total: '/total' },
    ],
    [
      'by offset alone',
      { skip: integer, take: integer },
      object({ items: rows }),
      { style: 'offset', offset: 'skip', items: '/items', size: 'take' },
    ],
    [
      'by cursor',
      { cursor: text, limit: integer },
      object({ results: rows, next_cursor: { type: ['string', 'null'] } }),
      { style: 'cursor', cursor: 'cursor', items: '/results', next: '/next_cursor' },
    ],
    [
      'by cursor, with a word on the end',
      { after: text },
      object({ data: rows, page_info: object({ end_cursor: text, has_next_page: flag }) }),
      {
        style: 'cursor',
        cursor: 'after',
        items: '/data',
        next: '/page_info/end_cursor',
        more: '/page_info/has_next_page',
      },
    ],
    [
      'by token',
      { pageToken: text, pageSize: integer },
      object({ projects: rows, nextPageToken: text }),
      { style: 'cursor', cursor: 'pageToken', items: '/projects', next: '/nextPageToken' },
    ],
    [
      'by the id of the last item',
      { starting_after: text, ending_before: text, limit: integer },
      object({ object: text, data: rows, has_more: flag }),
      { style: 'cursor', cursor: 'starting_after', items: '/data', key: 'id', more: '/has_more' },
    ],
    [
      'by the link to the next page',
      { limit: integer, offset: integer },
      object({ count: integer, next: { type: 'string', nullable: true }, previous: text, results: rows }),
      { style: 'link', items: '/results', next: '/next', inputs: ['offset'] },
    ],
    [
      'by a link that needs a token beside the page',
      { Page: { type: 'integer', minimum: 0 }, PageSize: integer, PageToken: text },
      object({ accounts: rows, page: integer, next_page_uri: text }),
      { style: 'link', items: '/accounts', next: '/next_page_uri', inputs: ['Page', 'PageToken'] },
    ],
    [
      'by a link among links',
      { 'page[number]': integer },
      object({ data: rows, links: object({ self: text, next: text }) }),
      { style: 'link', items: '/data', next: '/links/next', inputs: ['page[number]'] },
    ],
    [
      'by a link with an href',
      { page: integer },
      object({ entries: rows, _links: object({ next: object({ href: text }) }) }),
      { style: 'link', items: '/entries', next: '/_links/next/href', inputs: ['page'] },
    ],
  ];

  test.each(cases)('%s', async (_name, parameters, answer, want) => {
    expect(await pagesOf(parameters, answer)).toEqual(want);
  });
});

describe('one page is all there is', () => {
  const cases: [name: string, parameters: JsonObject, answer: JsonObject, more?: JsonObject][] = [
    ['of an answer without a list', { page: integer }, object({ data: object({ id: integer }) })],
    ['of one with two lists', { page: integer }, object({ users: rows, teams: rows })],
    ['of a list that may be null', { page: integer }, { ...rows, type: ['array', 'null'] }],
    ['of an answer that may be one of several', { page: integer }, { oneOf: [object({ data: rows })] }],
    ['where no parameter says which', { limit: integer }, object({ data: rows, total: integer })],
    ['where the page is a word', { page: text }, object({ data: rows })],
    ['where the cursor leads nowhere', { cursor: text }, object({ data: rows })],
    ['where the document says so', { page: integer }, rows, { 'x-sdk': { pagination: false } }],
  ];

  test.each(cases)('%s', async (_name, parameters, answer, more) => {
    expect(await pagesOf(parameters, answer, more)).toBeUndefined();
  });

  test('of an operation that is no GET', async () => {
    const operation = { parameters: query({ page: integer }), responses: { 200: json(rows) } };
    const found = await operationOf(withOperation(operation, {}, { method: 'post' }));
    expect(found.operation.pagination).toBeUndefined();
  });
});

test('of two lists the one that is called like the path is the list', async () => {
  const answer = object({ tasks: rows, tags: rows });
  expect(await pagesOf({ page: integer }, answer)).toMatchObject({ items: '/tasks' });
});

test('what the document says goes before what can be seen', async () => {
  const pagination = { style: 'cursor', cursor: 'page', next: '/data' };
  const more = { 'x-sdk': { pagination } };
  expect(await pagesOf({ page: integer }, object({ data: rows }), more)).toMatchObject(pagination);
});
