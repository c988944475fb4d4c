import { expect, test } from 'vitest';
import { asking } from './asking.ts';
import { answers, documentOf, listOf, object, query, ref, takes } from './documents.ts';

const string = { type: 'string' };
const integer = { type: 'integer' };
const paint = { id: 1, name: 'Paint', made: '2024-01-15', note: null };

/** Items with a list, and all that can be done to one of them. */
const items = documentOf(
  {
    '/items': {
      get: answers(listOf(ref('Item')), {}, [paint]),
      post: {
        ...answers(ref('Item'), {}, { ...paint, id: 9, note: 'The first one.' }),
        requestBody: {
          content: {
            'application/json': { schema: object({ name: string, note: string, size: { default: 2 } }) },
          },
        },
      },
    },
    '/items/{itemId}': {
      get: answers(ref('Item')),
      put: takes({ id: integer, name: string, note: string, price: integer }, ref('Item')),
      delete: takes({}),
    },
    '/items/{itemId}/restore': { post: takes({}) },
  },
  {
    Item: object(
      {
        id: integer,
        name: string,
        made: string,
        note: { type: ['string', 'null'] },
        size: integer,
        tags: listOf(string),
      },
      ['id', 'name'],
    ),
  },
);

test('a list begins with the examples of the document', () => {
  expect(asking(items).ask('GET /items')).toEqual([paint]);
});

test('what is created has what was sent, what the document shows for the rest, and an id of its own', () => {
  const { ask } = asking(items);
  const created = { id: 2, name: 'Dry', made: '2024-01-15', note: null, size: 2 };
  expect(ask('POST /items', { name: 'Dry' })).toEqual(created);
  expect(ask('GET /items/2')).toEqual(created);
  expect(ask('GET /items')).toEqual([paint, created]);
});

test('an id is not given twice, also when its item is gone', () => {
  const { ask } = asking(items);
  ask('POST /items', { name: 'Dry' });
  ask('DELETE /items/2');
  expect(ask('POST /items', { name: 'Wax' })).toMatchObject({ id: 3 });
});

test('an update changes what was sent and fits, but never the id', () => {
  const { ask } = asking(items);
  expect(ask('PUT /items/1', { id: 7, name: 'Varnish', note: 5, price: 3 })).toEqual({
    ...paint,
    name: 'Varnish',
  });
});

test('what is archived is gone until it is restored', () => {
  const { ask } = asking(items);
  ask('DELETE /items/1');
  expect(ask('GET /items')).toEqual([]);
  expect(ask('GET /items/1')).toBe('There is no item 1.');
  expect(ask('PUT /items/1', { name: 'Varnish' })).toBe('There is no item 1.');
  expect(ask('DELETE /items/1')).toBe('There is no item 1.');
  ask('POST /items/1/restore');
  expect(ask('GET /items/1')).toEqual(paint);
});

test('without a restore beside it a DELETE removes for good', () => {
  const { '/items/{itemId}/restore': _, ...paths } = items['paths'] as Record<
    string,
    Record<string, unknown>
  >;
  const { ask } = asking({ ...items, paths });
  ask('DELETE /items/1');
  expect(ask('GET /items')).toEqual([]);
});

test('an unknown item is missing, whatever is asked of it', () => {
  const { ask } = asking(items);
  expect(ask('POST /items/5/restore')).toBe('There is no item 5.');
  expect(ask('GET /items/5')).toBe('There is no item 5.');
});

test('reset puts the examples and the first free id back', () => {
  const { ask, reset } = asking(items);
  ask('POST /items', { name: 'Dry' });
  ask('DELETE /items/1');
  reset();
  expect(ask('GET /items')).toEqual([paint]);
  expect(ask('POST /items', { name: 'Dry' })).toMatchObject({ id: 2 });
});

test('more items are variants of the examples, and the same ones each time', () => {
  const fields = { id: string, name: string, email: string, kind_name: { enum: ['open'] } };
  const one = { id: 'it_ab12', name: 'Paint', email: 'a@b.example', kind_name: 'open' };
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item')), { parameters: [query('kind_name')] }, [one]) } },
    { Item: object(fields) },
  );
  const want = [
    one,
    { id: 'it_0001', name: 'Paint 2', email: 'a+2@b.example', kind_name: 'open' },
    { id: 'it_0002', name: 'Paint 3', email: 'a+3@b.example', kind_name: 'open' },
  ];
  expect(asking(document, 3).ask('GET /items')).toEqual(want);
  expect(asking(document, 3).ask('GET /items?kind_name=open')).toEqual(want);
});

test('an id that the examples have is not given again', () => {
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item')), {}, [{ id: 'it_1' }]) } },
    { Item: object({ id: string }) },
  );
  expect(asking(document, 2).ask('GET /items')).toEqual([{ id: 'it_1' }, { id: 'it_2' }]);
});

test('a document without examples begins with one item after its schema', () => {
  const fields = {
    id: { type: 'string', format: 'uuid' },
    size: { type: 'integer', minimum: 3 },
    secret: { writeOnly: true, ...string },
  };
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item'))) } },
    { Item: object(fields, ['id']) },
  );
  expect(asking(document).ask('GET /items')).toEqual([
    { id: '00000000-0000-4000-8000-000000000000', size: 3 },
  ]);
});

test('the id that the requests of the document name is that of an item', () => {
  const parameters = [{ name: 'id', in: 'path', required: true, schema: integer, example: '12' }];
  const paths = (example?: unknown): Record<string, Record<string, unknown>> => ({
    '/items': { get: answers(listOf(ref('Item')), {}, example) },
    '/items/{id}': { parameters, get: answers(ref('Item')) },
  });
  const { ask } = asking(documentOf(paths([{ id: 1, name: 'Paint' }])));
  expect(ask('GET /items')).toEqual([
    { id: 1, name: 'Paint' },
    { id: 12, name: 'Paint' },
  ]);
  expect(asking(documentOf(paths())).ask('GET /items')).toEqual([{ id: 12, name: 'text' }]);
});

test('an answer shows what its own schema allows, and all that it requires', () => {
  const short = object({ id: integer, kind: { const: 'short' }, size: integer }, ['id', 'size']);
  const document = documentOf({
    '/items': { get: answers(listOf(short)) },
    '/items/{id}': {
      get: answers(
        object({ id: integer, kind: string, name: string, size: integer }),
        {},
        { id: 1, kind: 'long', name: 'Paint' },
      ),
    },
  });
  const { ask } = asking(document);
  expect(ask('GET /items/1')).toEqual({ id: 1, kind: 'long', name: 'Paint' });
  expect(ask('GET /items')).toEqual([{ id: 1, kind: 'short', size: 1 }]);
});

test('where no valid value is known for a required field, it begins with nothing', () => {
  const fields = { id: integer, code: { type: 'string', pattern: '^[A-Z]{3}$' } };
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item'))) } },
    { Item: object(fields, ['code']) },
  );
  expect(asking(document).ask('GET /items')).toEqual([]);
});

test('items of one scope are not seen from another, and examples belong where the document asks for them', () => {
  const workspace = query('workspace_id', integer, { required: true, example: 1 });
  const document = documentOf({
    '/items': {
      get: answers(listOf(ref('Item')), { parameters: [workspace] }, [{ id: 1, name: 'Paint' }]),
      post: {
        ...takes({}, ref('Item')),
        requestBody: {
          content: {
            'application/json': { schema: object({ workspace_id: integer, name: string }, ['workspace_id']) },
          },
        },
      },
    },
    '/items/{id}': { get: answers(ref('Item'), { parameters: [workspace] }) },
  });
  const { ask } = asking(document);
  ask('POST /items', { workspace_id: 2, name: 'Dry' });
  expect(ask('GET /items?workspace_id=1')).toEqual([{ id: 1, name: 'Paint' }]);
  expect(ask('GET /items?workspace_id=2')).toEqual([{ id: 2, name: 'Dry' }]);
  expect(ask('GET /items/2?workspace_id=1')).toBe('There is no item 2.');
  expect(ask('GET /items?workspace_id=3')).toEqual([]);
});

test('items below another belong to it, take its id and go with it', () => {
  const parameters = [{ name: 'projectId', in: 'path', required: true, schema: integer, example: 7 }];
  const document = documentOf(
    {
      '/projects': {
        get: answers(listOf(ref('Item')), {}, [
          { id: 7, name: 'Roof' },
          { id: 8, name: 'Wall' },
        ]),
      },
      '/projects/{projectId}': { parameters, delete: takes({}) },
      '/projects/{projectId}/tasks': {
        parameters,
        get: answers(listOf(ref('Task')), {}, [{ id: 1, project_id: 7 }]),
        post: takes({ title: string }, ref('Task')),
      },
    },
    {
      Item: object({ id: integer, name: string }),
      Task: object({ id: integer, project_id: integer, title: string }),
    },
  );
  const { ask } = asking(document);
  expect(ask('POST /projects/8/tasks', { title: 'Paint' })).toEqual({ id: 2, project_id: 8, title: 'Paint' });
  expect(ask('GET /projects/7/tasks')).toEqual([{ id: 1, project_id: 7 }]);
  expect(ask('GET /projects/8/tasks')).toEqual([{ id: 2, project_id: 8, title: 'Paint' }]);
  ask('DELETE /projects/8');
  expect(ask('GET /projects/8/tasks')).toBe('There is no project 8.');
});

test('below an item of which the state knows none of its kind, nothing is missing', () => {
  const parameters = [{ name: 'projectId', in: 'path', required: true, schema: integer }];
  const coded = object({ id: integer, code: { type: 'string', pattern: '^x$' } }, ['code']);
  const document = documentOf({
    '/projects': { get: answers(listOf(coded)) },
    '/projects/{projectId}': { parameters, delete: takes({}) },
    '/projects/{projectId}/tasks': { parameters, get: answers(listOf(ref('Item')), {}, []) },
  });
  expect(asking(document).ask('GET /projects/5/tasks')).toMatchObject([{ name: 'text' }]);
});

test('an item with an id of its own replaces the one that has it', () => {
  const document = documentOf({
    '/items': {
      get: answers(listOf(ref('Item')), {}, [{ id: 1, name: 'Paint' }]),
      post: takes({ id: integer, name: string }, ref('Item')),
    },
  });
  const { ask } = asking(document);
  ask('POST /items', { id: 1, name: 'Dry' });
  expect(ask('GET /items')).toEqual([{ id: 1, name: 'Dry' }]);
});
