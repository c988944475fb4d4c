import { expect, test } from 'vitest';
import { inferOperations } from '../../src/index.ts';
import { inferApi } from '../../src/stateful/inference/infer-api.ts';
import { answers, does, documentOf, inferred, itemSchema, listOf, object, ref, takes } from './documents.ts';

const name = { name: { type: 'string' } };
const list = { get: answers(listOf(ref('Item'))) };

test('methods on the list and on the item create, get, update and remove', () => {
  const document = documentOf({
    '/items': { ...list, post: takes(name, ref('Item')) },
    '/items/{itemId}': { get: answers(ref('Item')), patch: takes(name, ref('Item')), delete: takes({}) },
  });
  expect(inferApi(document).operations.map(({ does: words }) => words)).toEqual([
    'list items',
    'create item',
    'get item',
    'update item',
    'remove item',
  ]);
});

test.each([
  ['itemId', { id: {} }, 'id'],
  ['eventId', { eventId: {}, id: {} }, 'eventId'],
  ['username', { id: {}, username: {} }, 'username'],
  ['event_uuid', { uuid: {} }, 'uuid'],
  ['x', { id: {} }, 'id'],
])('the path parameter %s of an item with %o is its %s', (parameter, fields, want) => {
  const document = documentOf({ [`/items/{${parameter}}`]: { get: answers(object(fields)) } });
  expect(inferApi(document).resources).toMatchObject([{ path: '/items', idField: want }]);
});

test('the id in the path is no scope', () => {
  const parameters = [{ name: 'itemId', in: 'path', required: true, schema: {} }];
  const document = documentOf({
    '/items/{itemId}': { parameters, get: answers(ref('Item')), delete: takes({}) },
  });
  expect(inferApi(document).resources).toMatchObject([{ path: '/items', scope: [] }]);
});

test('an inference names the resource by the path of its list', () => {
  const document = documentOf({ '/items': list, '/items/{id}/print': { post: takes({}) } });
  expect(inferOperations(document)).toEqual([
    { id: 'GET /items', method: 'GET', path: '/items', kind: 'list', resource: '/items', does: 'list items' },
    {
      id: 'POST /items/{id}/print',
      method: 'POST',
      path: '/items/{id}/print',
      kind: 'example',
      resource: undefined,
      does: 'as documented example',
    },
  ]);
});

test('an update may stand on the list, with the id in its body', () => {
  const document = documentOf({ '/items': { ...list, put: takes({ id: {}, ...name }, ref('Item')) } });
  expect(inferred(document, 'PUT /items').behaviour).toMatchObject({ kind: 'update', idIn: 'body' });
});

test('a POST on the list whose body has no field of the items is no creation', () => {
  const document = documentOf({
    '/items': { ...list, post: takes({ question: {} }, object({ score: {} })) },
  });
  expect(does(document, 'POST /items')).toBe('as documented example');
});

test('a POST that answers with a list, as a search does, is no creation', () => {
  const document = documentOf({ '/items': { ...list, post: takes(name, listOf(ref('Item'))) } });
  expect(does(document, 'POST /items')).toBe('as documented example');
});

test('a path belongs to the resource that is deepest in it', () => {
  const document = documentOf({
    '/items': list,
    '/items/{id}': { get: answers(ref('Item')) },
    '/items/{id}/parts': { get: answers(listOf(ref('Item'))), post: takes(name, ref('Item')) },
  });
  expect(does(document, 'POST /items/{id}/parts')).toBe('create part');
});

test('an array of an item that is also shown one by one is a resource of its own', () => {
  const document = documentOf(
    {
      '/items': list,
      '/items/{id}/parts': { get: answers(listOf(ref('Part'))) },
      '/items/{id}/parts/{partId}': { get: answers(ref('Part')) },
    },
    { Item: object({ id: {}, parts: listOf(ref('Part')) }), Part: itemSchema },
  );
  expect(does(document, 'GET /items/{id}/parts')).toBe('list parts; within id');
});

test('an answer that only speaks of the item is not the item', () => {
  const invitation = object({ item_id: {}, link: {} });
  const document = documentOf({ '/items': { ...list, post: takes(name, invitation) } });
  expect(inferred(document, 'POST /items').behaviour).toMatchObject({
    kind: 'create',
    answer: { isItem: false },
  });
});

test('a field is sent under its own name, or under the last words of it', () => {
  const document = documentOf(
    { '/items': { ...list, post: takes({ name: {}, reason: {}, colour: {}, id: {} }) } },
    { Item: object({ id: {}, name: {}, reject_reason: {}, colour_a: {}, other_name: {} }) },
  );
  const { behaviour } = inferred(document, 'POST /items');
  expect(
    behaviour.kind === 'create' && behaviour.sent.map(({ input, field }) => `${input} ${field}`),
  ).toEqual(['name name', 'reason reject_reason', 'id id']);
});

test('the id of another resource gives its name', () => {
  const document = documentOf(
    {
      '/projects': { get: answers(listOf(ref('Project'))) },
      '/items': { ...list, post: takes({ project_id: {} }) },
    },
    { Project: itemSchema, Item: object({ id: {}, project: { type: 'string' } }) },
  );
  expect(inferred(document, 'POST /items').behaviour).toMatchObject({
    sent: [{ input: 'project_id', field: 'project', via: { resource: '/projects', from: 'name' } }],
  });
});

test('a DELETE archives where a restore stands beside it', () => {
  const document = documentOf({
    '/items': list,
    '/items/{id}': { delete: takes({}) },
    '/items/{id}/restore': { post: takes({}) },
  });
  expect(does(document, 'DELETE /items/{id}')).toBe('archive item');
  expect(does(document, 'POST /items/{id}/restore')).toBe('restore item');
});

test('examples of list and item are kept once by their id, and say where they belong', () => {
  const parameters = [{ name: 'workspace_id', in: 'query', required: true, schema: {}, example: 7 }];
  const one = { id: 1, name: 'Paint' };
  const two = { id: 2, name: 'Dry' };
  const document = documentOf({
    '/items': { get: answers(listOf(ref('Item')), { parameters }, [one]) },
    '/items/{id}': { parameters, get: answers(ref('Item'), {}, two) },
  });
  expect(inferApi(document).resources).toMatchObject([
    { examples: [one, two], scope: [{ name: 'workspace_id', isField: false, example: 7 }] },
  ]);
});

test('a name alone does not say whose it is, and an own id is no reference', () => {
  const document = documentOf(
    {
      '/things': { get: answers(listOf(ref('Thing'))) },
      '/balances/{user_id}': { get: answers(ref('Balance')) },
    },
    {
      Thing: object({ id: {}, name: {}, title: {} }),
      Balance: object({ user_id: {}, user_name: {}, user_title: {}, boss_id: {}, boss_name: {} }),
    },
  );
  expect(inferApi(document).resources.map(({ references }) => references)).toEqual([[], []]);
});

test('properties of an allOf are fields like any other', () => {
  const document = documentOf(
    { '/items': { ...list, post: takes(name) } },
    { Base: object({ id: {} }, ['id']), Item: { allOf: [ref('Base'), object(name)] } },
  );
  expect(inferApi(document).resources).toMatchObject([{ fields: { id: {}, ...name }, required: ['id'] }]);
});

test('an answer with an id and little else of the item is not the item', () => {
  const assignment = object({ id: {}, item_id: {}, user_id: {} });
  const document = documentOf({ '/items': { ...list, post: takes(name, assignment) } });
  expect(inferred(document, 'POST /items').behaviour).toMatchObject({
    kind: 'create',
    answer: { isItem: false },
  });
});

test('two fields that are sent do not become the same one, and the scope becomes none', () => {
  const post = takes({ start: {}, week_start: {}, workspace_id: {} });
  const document = {
    ...documentOf(
      { '/items': { ...list, post } },
      { Item: object({ id: {}, week_start: {}, home_workspace_id: {} }) },
    ),
    'x-sdk': { clientInputs: ['workspace_id'] },
  };
  expect(inferred(document, 'POST /items').behaviour).toMatchObject({
    sent: [{ input: 'week_start', field: 'week_start' }],
  });
});

test('fields repeat and count those of other resources', () => {
  const document = documentOf(
    {
      '/people': { get: answers(listOf(ref('Person'))) },
      '/projects': { get: answers(listOf(ref('Project'))) },
      '/contracts': { get: answers(listOf(ref('Contract'))) },
    },
    {
      Person: object({ id: {}, firstname: {}, current_role: {} }),
      Project: object({ id: {}, name: {}, contracts_count: { type: 'integer' } }),
      Contract: object({
        id: {},
        project_id: {},
        project_name: {},
        user_id: {},
        user_firstname: {},
        user_role: {},
      }),
    },
  );
  const [, projects, contracts] = inferApi(document).resources;
  expect(contracts?.references).toEqual([
    {
      within: undefined,
      key: 'project_id',
      resource: '/projects',
      copies: [{ field: 'project_name', from: 'name' }],
    },
    {
      within: undefined,
      key: 'user_id',
      resource: '/people',
      copies: [
        { field: 'user_firstname', from: 'firstname' },
        { field: 'user_role', from: 'current_role' },
      ],
    },
  ]);
  expect(projects?.counts).toEqual([{ field: 'contracts_count', resource: '/contracts', key: 'project_id' }]);
});
