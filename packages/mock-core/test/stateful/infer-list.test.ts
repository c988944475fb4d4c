import { expect, test } from 'vitest';
import { answers, does, documentOf, inferred, itemSchema, listOf, object, query, ref } from './documents.ts';

const string = { type: 'string' };
const date = { type: 'string', format: 'date' };

function listing(fields: Record<string, unknown>, parameters: unknown[], more = {}): string {
  const schemas = { Item: object({ id: { type: 'integer' }, ...fields }) };
  const document = documentOf(
    { '/items': { get: answers(listOf(ref('Item')), { parameters, ...more }) } },
    schemas,
  );
  return does(document, 'GET /items');
}

test('a GET that answers with a list of objects lists', () => {
  expect(listing({}, [])).toBe('list items');
});

test('a list of texts is nothing to keep', () => {
  expect(does(documentOf({ '/tags': { get: answers(listOf(string)) } }), 'GET /tags')).toBe(
    'as documented example',
  );
});

test('a list stands in the only property of the answer that is one', () => {
  const answer = object({
    success: { type: 'boolean' },
    rows: listOf(itemSchema),
    meta: object({ total: {} }),
  });
  const { behaviour } = inferred(documentOf({ '/items': { get: answers(answer) } }), 'GET /items');
  expect(behaviour).toMatchObject({ kind: 'list', answer: { pointer: '/rows' } });
});

test('the envelope of x-sdk says where it stands', () => {
  const answer = object({ data: listOf(itemSchema), warnings: listOf(itemSchema) });
  const document = {
    ...documentOf({ '/items': { get: answers(answer) } }),
    'x-sdk': { envelope: { data: 'data' } },
  };
  expect(inferred(document, 'GET /items').behaviour).toMatchObject({ answer: { pointer: '/data' } });
});

test('a query parameter with the name of a field filters', () => {
  expect(listing({ ownerId: string }, [query('owner_id'), query('sort')])).toBe(
    'list items; by owner_id; ignoring sort',
  );
});

test('a parameter is also the last word of a field, where both allow the same values', () => {
  const role = { enum: ['owner', 'guest'] };
  expect(listing({ current_role: role }, [query('role', role)])).toBe('list items; by role (current_role)');
  expect(listing({ current_role: role }, [query('role')])).toBe('list items; ignoring role');
});

test('a part of the text is enough where the document says so', () => {
  expect(listing({ name: string }, [query('name', string, { description: 'Part of the name.' })])).toBe(
    'list items; by name in part',
  );
});

test('an array is never filtered by a part of its texts', () => {
  expect(listing({ tags: listOf(string) }, [query('tags', string, { description: 'Contains a tag.' })])).toBe(
    'list items; by tags',
  );
});

test("an operation's own parameter stands for that of its path", () => {
  const parameters = [query('name')];
  const document = documentOf({
    '/items': { parameters, get: answers(listOf(ref('Item')), { parameters }) },
  });
  expect(does(document, 'GET /items')).toBe('list items; by name');
});

test('a date with from or to in its name is a bound', () => {
  expect(
    listing({ date_from: date, date_to: date }, [query('date_from', date), query('date_to', date)]),
  ).toBe('list items; by date_from from, date_to to');
});

test('pages go by number, offset, id or cursor', () => {
  const integer = { type: 'integer' };
  expect(listing({}, [query('page', integer), query('perPage', integer)])).toBe(
    'list items; paged with page, perPage',
  );
  expect(listing({}, [query('offset', integer), query('limit', integer)])).toBe(
    'list items; paged with offset, limit',
  );
  expect(listing({}, [query('starting_after'), query('limit')])).toBe(
    'list items; paged with starting_after, limit',
  );
  expect(listing({}, [query('pageToken'), query('limit')])).toBe('list items; paged with pageToken, limit');
});

test('x-sdk decides what pages a list, and how long a page is', () => {
  const pagination = { style: 'page', page: 'p', size: null, items: '/rows', info: null, defaultSize: 50 };
  const answer = object({ rows: listOf(itemSchema), other: listOf(itemSchema) });
  const get = answers(answer, { parameters: [query('p'), query('limit')], 'x-sdk': { pagination } });
  const { does: words, behaviour } = inferred(documentOf({ '/items': { get } }), 'GET /items');
  expect(words).toBe('list items; paged with p; ignoring limit');
  expect(behaviour).toMatchObject({ answer: { pointer: '/rows' }, paging: { defaultSize: 50, info: null } });
});

test('pages are counted from 0 where the document does', () => {
  const get = answers(listOf(ref('Item')), { parameters: [query('page', { type: 'integer', minimum: 0 })] });
  expect(inferred(documentOf({ '/items': { get } }), 'GET /items').behaviour).toMatchObject({
    paging: { firstPage: 0 },
  });
});

test('a list of the same schema below the path lists the same things', () => {
  const document = documentOf({
    '/pet/{petId}': { get: answers(ref('Item')) },
    '/pet/findByName': { get: answers(listOf(ref('Item')), { parameters: [query('name')] }) },
  });
  expect(does(document, 'GET /pet/findByName')).toBe('list pet; by name');
});

test('what is listed below an item are not all things of its kind', () => {
  const document = documentOf({
    '/users': { get: answers(listOf(ref('Item'))) },
    '/users/{userId}/followers': { get: answers(listOf(ref('Item'))) },
  });
  expect(does(document, 'GET /users/{userId}/followers')).toBe('list followers; within userId');
});

test('what every operation requires is the scope, and no filter', () => {
  const workspace = query('workspace_id', { type: 'integer' }, { required: true });
  const document = documentOf({
    '/items': { get: answers(listOf(ref('Item')), { parameters: [workspace, query('name')] }) },
    '/items/{id}': { get: answers(ref('Item'), { parameters: [workspace] }) },
  });
  expect(does(document, 'GET /items')).toBe('list items; within workspace_id; by name');
});

test('a list without operations on the item takes its scope from those below', () => {
  const workspace = query('workspace_id', { type: 'integer' }, { required: true });
  const document = documentOf({
    '/items': { get: answers(listOf(ref('Item')), { parameters: [workspace] }) },
    '/items/{id}/approve': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
      put: answers(ref('Item'), { parameters: [workspace] }),
    },
  });
  expect(does(document, 'GET /items')).toBe('list items; within workspace_id');
});

test('parameters in the path of a list are its scope', () => {
  const parameters = [{ name: 'projectId', in: 'path', required: true, schema: { type: 'integer' } }];
  const document = documentOf({
    '/projects/{projectId}/tasks': { parameters, get: answers(listOf(ref('Item'))) },
  });
  expect(does(document, 'GET /projects/{projectId}/tasks')).toBe('list tasks; within projectId');
});
