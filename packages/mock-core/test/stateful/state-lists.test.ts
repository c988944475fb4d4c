import { expect, test } from 'vitest';
import { asking } from './asking.ts';
import { answers, documentOf, listOf, object, query, ref } from './documents.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const date = { type: 'string', format: 'date' };
const rows = [
  { id: 1, name: 'Roof paint', status: 'open', made: '2024-01-10' },
  { id: 2, name: 'Wall paint', status: 'done', made: '2024-01-20T08:00:00Z' },
  { id: 3, name: 'Wax', status: 'open', made: '2024-01-30' },
];
const ids = (body: unknown): unknown => (body as { id: number }[]).map(({ id }) => id);

function listing(parameters: unknown[]): (search: string) => unknown {
  const get = answers(listOf(ref('Item')), { parameters }, rows);
  const fields = { id: integer, name: string, status: { enum: ['open', 'done'] }, made: string };
  const { ask } = asking(documentOf({ '/items': { get } }, { Item: object(fields) }));
  return (search) => ids(ask(`GET /items${search}`));
}

test('filters let through what equals, contains or is within', () => {
  const list = listing([
    query('status'),
    query('name', string, { description: 'Part of the name.' }),
    query('made', string),
  ]);
  expect(list('?status=open')).toEqual([1, 3]);
  expect(list('?name=PAINT&status=open')).toEqual([1]);
  expect(list('?made=2024')).toEqual([]);
});

test('a day that bounds a list holds all its times', () => {
  const fields = { id: integer, start_at: string, end_at: string };
  const items = [{ id: 1, start_at: '2024-01-10T09:00:00Z', end_at: '2024-01-20T08:00:00Z' }];
  const parameters = [query('start_at', date), query('end_at', date)];
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item')), { parameters }, items) } },
    { Item: object(fields) },
  );
  const { ask } = asking(document);
  expect(ids(ask('GET /items?start_at=2024-01-10&end_at=2024-01-20'))).toEqual([1]);
  expect(ids(ask('GET /items?end_at=2024-01-19'))).toEqual([]);
});

test.each([
  [[query('page'), query('limit')], '?page=2&limit=2', [3]],
  [[query('page'), query('limit')], '?page=9&limit=2', []],
  [[query('page', { type: 'integer', default: 0 }), query('limit')], '?page=1&limit=2', [3]],
  [[query('page'), query('limit', { type: 'integer', default: 2 })], '', [1, 2]],
  [[query('offset'), query('limit')], '?offset=1&limit=1', [2]],
  [[query('starting_after'), query('limit')], '?starting_after=1&limit=1', [2]],
  [[query('starting_after'), query('limit')], '?starting_after=9&limit=1', []],
  [[query('page'), query('limit')], '?page=2&limit=0', [2]],
  [[query('cursor'), query('limit')], '?cursor=1&limit=1', [2]],
  [[], '?page=2', [1, 2, 3]],
])('with the parameters %o the query %s gives %o', (parameters, search, want) => {
  expect(listing(parameters)(search)).toEqual(want);
});

function totals(info: Record<string, unknown>, search: string, schema: unknown = {}): unknown {
  const body = object({ rows: listOf(ref('Item')), info: schema });
  const get = answers(body, { parameters: [query('page'), query('limit')] }, { rows, info });
  const { ask } = asking(documentOf({ '/items': { get } }, { Item: object({ id: integer }) }));
  return (ask(`GET /items${search}`) as { info: unknown }).info;
}

test('totals tell of the page, under the names that the document shows', () => {
  const laravel = { total: 0, per_page: 0, current_page: 0, last_page: 0, from: 0, to: 0, path: '/items' };
  expect(totals(laravel, '?page=2&limit=2')).toEqual({
    total: 3,
    per_page: 2,
    current_page: 2,
    last_page: 2,
    from: 3,
    to: 3,
    path: '/items',
  });
  expect(totals({ totalItems: 0, totalPages: 0, hasMore: false, nextCursor: 'x' }, '?limit=2')).toEqual({
    totalItems: 3,
    totalPages: 2,
    hasMore: true,
    nextCursor: '2',
  });
});

test('what has no value becomes null where the schema lets it, and stays else', () => {
  const schema = object({ from: { type: ['integer', 'null'] }, next_page: integer, total: integer });
  expect(totals({ from: 1, next_page: 2, total: 3 }, '?page=9&limit=2', schema)).toEqual({
    from: null,
    next_page: 2,
    total: 3,
  });
});

test('x-sdk says that there are no totals, or where they are', () => {
  const body = object({ data: listOf(ref('Item')), total: integer, meta: object({ total: integer }) });
  const asked = (info: string | null): unknown => {
    const pagination = { style: 'page', page: 'page', size: 'limit', items: '/data', info, defaultSize: 2 };
    const more = { parameters: [query('page'), query('limit')], 'x-sdk': { pagination } };
    const get = answers(body, more, { data: rows, total: 0, meta: { total: 0 } });
    return asking(documentOf({ '/items': { get } }, { Item: object({ id: integer }) })).ask('GET /items');
  };
  expect(asked(null)).toMatchObject({ total: 0, meta: { total: 0 } });
  expect(asked('/meta')).toMatchObject({ total: 0, meta: { total: 3 } });
});
