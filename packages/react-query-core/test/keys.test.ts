import { hashKey, MutationObserver, QueryClient } from '@tanstack/react-query';
import { assert, constant, dictionary, jsonValue, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  exactKey,
  keyFactory,
  keyVersion,
  mutationOptionsFactory,
  operationKey,
  queryOptionsFactory,
} from '../src/index.ts';
import {
  clientAnswering,
  clientWithin,
  deleteViewerMutationOptions,
  getViewersQueryOptions,
  keys,
  keysOf,
  listViewers,
  pingQueryOptions,
  removeViewer,
  setCacheScope,
} from './viewers-sdk.ts';

const page = { success: true, data: [] };
const { client } = clientAnswering(200, page);

// Persisted caches outlive a release: whoever changes an expectation here changes `keyVersion` with it.
test('version 1 of the keys', () => {
  const named = clientAnswering(200, page).client;
  setCacheScope(named, 'user-7');
  expect({
    version: keyVersion,
    plain: getViewersQueryOptions(client, { workspace_id: 1, email: 'a@example.com' }).queryKey,
    withoutInput: pingQueryOptions(client).queryKey,
    mutation: deleteViewerMutationOptions(client).mutationKey,
    named: getViewersQueryOptions(named, { workspace_id: 1 }).queryKey,
  }).toEqual({
    version: 1,
    plain: ['viewers-api', 'viewers', 'list', { workspace_id: 1, email: 'a@example.com' }],
    withoutInput: ['viewers-api', 'health', 'ping'],
    mutation: ['viewers-api', 'viewers', 'delete'],
    named: ['viewers-api:user-7', 'viewers', 'list', { workspace_id: 1 }],
  });
});

test('a bigint is told from its neighbours in a key, and is the number that is written alike', () => {
  const key = (id: unknown): unknown => operationKey('api', ['tasks', 'get', exactKey], { id })[3];
  expect(key(9_007_199_254_740_993n)).toEqual({ id: '9007199254740993' });
  expect(key(9_007_199_254_740_992)).toEqual({ id: 9_007_199_254_740_992 });
  expect(key(9_007_199_254_740_992n)).toEqual({ id: 9_007_199_254_740_992 });
  expect(key(5n)).toEqual({ id: 5 });
  expect(key(-9_223_372_036_854_775_808n)).toEqual({ id: '-9223372036854775808' });
});

test('all keys of an API with bigints are made so, and are hashed', () => {
  const exact = keyFactory<{ tasks: { get: (input: object) => readonly unknown[] } }>(
    'api',
    { tasks: ['get'] },
    exactKey,
  );
  const key = exact.tasks.get({ ids: [9_007_199_254_740_993n] });
  expect(hashKey(key)).toBe('["api","tasks","get",{"ids":["9007199254740993"]}]');
  const spec = { id: 'getTask', method: 'GET', path: '/tasks' } as const;
  const options = queryOptionsFactory<object, unknown, never>(spec, 'api', ['tasks', 'get', exactKey]);
  expect(options(client, { ids: [9_007_199_254_740_993n] }).queryKey.slice(1)).toEqual(key.slice(1));
});

test('an input of nothing is no input', () => {
  const key = (input: object): unknown => operationKey('api', ['tasks', 'list'], input);
  expect(key({})).toEqual(['api', 'tasks', 'list']);
  expect(key({ email: undefined })).toEqual(['api', 'tasks', 'list']);
});

test('a date is the text that it is sent as, and a function is not there', () => {
  const from = new Date('2026-01-02T03:04:05Z');
  expect(operationKey('api', ['tasks', 'list'], { from, done: () => {} })[3]).toEqual({
    from: '2026-01-02T03:04:05.000Z',
  });
});

test('any input gives the key that comes back from a persisted cache, whatever the order of its fields', () => {
  const inputs = dictionary(string(), oneof(jsonValue(), constant(undefined)));
  assert(
    property(inputs, (input) => {
      const key = operationKey('api', ['tasks', 'list'], input);
      const reversed = Object.fromEntries(Object.entries(input).toReversed());
      expect(JSON.parse(JSON.stringify(key))).toEqual(key);
      expect(hashKey(operationKey('api', ['tasks', 'list'], reversed))).toBe(hashKey(key));
    }),
  );
});

test('what the client was given is in the key, and what the call says wins', () => {
  const within = clientWithin(1, 200, page).client;
  const keyOf = (input: { workspace_id?: number; email?: string }): unknown =>
    getViewersQueryOptions(within, input).queryKey[3];
  expect(keyOf({ email: 'a@example.com' })).toEqual({ workspace_id: 1, email: 'a@example.com' });
  expect(keyOf({ workspace_id: 2 })).toEqual({ workspace_id: 2 });
});

test('headers and cookies are no part of a key', () => {
  const options = queryOptionsFactory(listViewers, 'viewers-api', ['viewers', 'list'], { email: undefined });
  expect(options(client, { workspace_id: 1, email: 'a@example.com' }).queryKey[3]).toEqual({
    workspace_id: 1,
  });
});

test('a mutation finds its entries by what the client was given', async () => {
  const within = clientWithin(1, 200, { success: true }).client;
  const queryClient = new QueryClient();
  for (const workspace_id of [1, 2])
    queryClient.setQueryData(keysOf(within).viewers.list({ workspace_id }), []);
  const options = mutationOptionsFactory(
    removeViewer,
    'viewers-api',
    ['viewers', 'delete'],
    [['viewers', 'list', ['workspace_id']]],
  );
  await new MutationObserver(queryClient, options(within)).mutate({ viewerId: 7 });
  const stale = queryClient.getQueryCache().findAll({ predicate: (query) => query.state.isInvalidated });
  expect(stale.map(({ queryKey }) => queryKey[3])).toEqual([{ workspace_id: 1 }]);
});

test('keys aim at all, at a group, at an operation and at a part of its input', async () => {
  expect(keys.all).toEqual(['viewers-api']);
  expect(keys.viewers.all).toEqual(['viewers-api', 'viewers']);
  expect(keys.viewers.list()).toEqual(['viewers-api', 'viewers', 'list']);
  expect(keys.viewers.list({ workspace_id: 1 })).toEqual([
    'viewers-api',
    'viewers',
    'list',
    { workspace_id: 1 },
  ]);
  expect(keys.viewers.delete()).toEqual(deleteViewerMutationOptions(client).mutationKey);

  const queryClient = new QueryClient();
  const { queryKey } = getViewersQueryOptions(client, { workspace_id: 1, email: 'a@example.com' });
  queryClient.setQueryData(queryKey, []);
  const found = [keys.all, keys.viewers.all, keys.viewers.list(), keys.viewers.list({ workspace_id: 1 })];
  expect(found.map((key) => queryClient.getQueryCache().findAll({ queryKey: key }).length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(queryClient.getQueryCache().findAll({ queryKey: keys.viewers.list({ workspace_id: 2 }) })).toEqual(
    [],
  );
});

test('a group or method called `all` makes room', () => {
  const odd = keyFactory<{ all: unknown; all_: { all: unknown; all_: () => unknown } }>('api', {
    all: ['all'],
  });
  expect([odd.all, odd.all_.all, odd.all_.all_()]).toEqual([['api'], ['api', 'all'], ['api', 'all', 'all']]);
});
