import { MutationObserver, QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { inBody, inPath, type OperationSpec } from '@sdkwright/runtime';
import { expect, test } from 'vitest';
import {
  cacheScopeSetter,
  mutationOptionsFactory,
  setCacheEffects,
  type CacheEffect,
  type CacheEffectOptions,
  type ClientCacheEffects,
} from '../src/index.ts';
import { clientAnswering } from './viewers-sdk.ts';

const update: OperationSpec = {
  id: 'updateViewer',
  method: 'PUT',
  path: '/viewers/{viewerId}',
  fields: [
    [inPath, 1, 'viewerId'],
    [inBody, 1, 'workspace_id', 'email'],
  ],
};
const setCacheScope = cacheScopeSetter('api');
const key = (method: string, input: object): QueryKey => ['api:test', 'viewers', method, input];

/** Runs the mutation with these effects over a cache that holds a list and a detail of two workspaces. */
async function mutate(
  effects: readonly CacheEffect[],
  options: Pick<CacheEffectOptions, 'cacheEffects'> = {},
  ofClient?: ClientCacheEffects,
) {
  const queryClient = new QueryClient();
  for (const workspace_id of [1, 2]) {
    queryClient.setQueryData(key('list', { workspace_id, page: 1 }), ['old']);
    queryClient.setQueryData(key('get', { workspace_id, viewerId: 7 }), 'old');
  }
  const { client } = clientAnswering(200, { success: true, data: { id: 7, email: 'new@example.com' } });
  setCacheScope(client, 'test');
  if (ofClient !== undefined) setCacheEffects(client, ofClient);
  const mutation = mutationOptionsFactory(update, 'api', ['viewers', 'update'], effects)(client, options);
  await new MutationObserver(queryClient, mutation).mutate({ viewerId: 7, workspace_id: 1 });
  const entries = queryClient.getQueryCache().getAll();
  return Object.fromEntries(
    entries.map(({ queryKey, state }) => [
      JSON.stringify(queryKey.slice(2)),
      state.isInvalidated ? 'stale' : state.data,
    ]),
  );
}

test('an invalidated list is stale in its own workspace only, whatever its page', async () => {
  expect(await mutate([['viewers', 'list', ['workspace_id']]])).toEqual({
    '["list",{"workspace_id":1,"page":1}]': 'stale',
    '["list",{"workspace_id":2,"page":1}]': ['old'],
    '["get",{"workspace_id":1,"viewerId":7}]': 'old',
    '["get",{"workspace_id":2,"viewerId":7}]': 'old',
  });
});

test('without anything to match every entry of the query is stale', async () => {
  const after = await mutate([['viewers', 'list', []]]);
  expect(Object.values(after)).toEqual(['stale', 'old', 'stale', 'old']);
});

test('an answer fills the detail query, its key made of input and answer', async () => {
  const after = await mutate([['viewers', 'get', ['workspace_id'], { viewerId: 'id' }]]);
  expect(after['["get",{"workspace_id":1,"viewerId":7}]']).toEqual({ id: 7, email: 'new@example.com' });
  expect(after['["get",{"workspace_id":2,"viewerId":7}]']).toBe('old');
});

test('what is gone is dropped', async () => {
  const after = await mutate([['viewers', 'get', ['workspace_id', 'viewerId'], null]]);
  expect(Object.keys(after)).toEqual([
    '["list",{"workspace_id":1,"page":1}]',
    '["list",{"workspace_id":2,"page":1}]',
    '["get",{"workspace_id":2,"viewerId":7}]',
  ]);
});

test('`cacheEffects: false` leaves the cache alone', async () => {
  const after = await mutate([['viewers', 'list', []]], { cacheEffects: false });
  expect(Object.values(after)).toEqual([['old'], 'old', ['old'], 'old']);
});

const lists: CacheEffect = ['viewers', 'list', []];
const details: CacheEffect = ['viewers', 'get', []];

test.each<
  [name: string, ofClient: ClientCacheEffects, ofCall: CacheEffectOptions['cacheEffects'], stale: string]
>([
  ['off', false, undefined, ''],
  ['off, but for a call', false, true, 'list'],
  ['off, but for what a call adds', false, [details], 'get'],
  ['on again', true, undefined, 'list'],
  ['off for the mutation', { updateViewer: false }, undefined, ''],
  ['off for another one', { deleteViewer: false }, undefined, 'list'],
  ['more for the mutation', { updateViewer: [details] }, undefined, 'list get'],
  ['more for the mutation, but for a call', { updateViewer: [details] }, true, 'list'],
  ['more for the mutation, nothing for a call', { updateViewer: [details] }, false, ''],
  ['more for the mutation and from a call', { updateViewer: [details] }, [details], 'list get'],
])('effects of a client: %s', async (_, ofClient, cacheEffects, stale) => {
  const after = Object.values(await mutate([lists], { cacheEffects }, ofClient));
  const names = [after[0] === 'stale' ? 'list' : '', after[1] === 'stale' ? 'get' : ''];
  expect(names.join(' ').trim()).toBe(stale);
});

test('the mutation is pending until what is on the screen has been fetched again', async () => {
  const queryClient = new QueryClient();
  const order: string[] = [];
  const queryFn = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push('fetched');
    return 'fresh';
  };
  const observer = new QueryObserver(queryClient, { queryKey: key('list', { workspace_id: 1 }), queryFn });
  const stop = observer.subscribe(() => {});
  await observer.refetch();
  const { client } = clientAnswering(200, { success: true, data: {} });
  setCacheScope(client, 'test');
  const mutation = mutationOptionsFactory(
    update,
    'api',
    ['viewers', 'update'],
    [['viewers', 'list', []]],
  )(client);
  await new MutationObserver(queryClient, mutation).mutate({ viewerId: 7, workspace_id: 1 });
  order.push('settled');
  stop();
  expect(order).toEqual(['fetched', 'fetched', 'settled']);
});
