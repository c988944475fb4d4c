import { QueryClient, skipToken } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import {
  clientAnswering,
  deleteViewerMutationOptions,
  getViewersQueryOptions,
  keysOf,
  pingQueryOptions,
  setCacheScope,
} from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };

test('query options fetch through the client and give the unwrapped data', async () => {
  const { client, sent } = clientAnswering(200, page);
  const data = await new QueryClient().query(getViewersQueryOptions(client, { workspace_id: 1 }));
  expect(data).toEqual([{ id: 1, email: 'a@example.com' }]);
  expect(sent.map(({ url }) => url)).toEqual(['https://api.example.com/viewers?workspace_id=1']);
});

test('the key is readable and holds neither token nor URL', () => {
  const { client } = clientAnswering(200, page);
  setCacheScope(client, 'user-7');
  const { queryKey } = getViewersQueryOptions(client, { workspace_id: 1, email: 'a@example.com' });
  expect(queryKey).toEqual([
    'viewers-api:user-7',
    'viewers',
    'list',
    { workspace_id: 1, email: 'a@example.com' },
  ]);
});

test('equal inputs share an entry, however they are written', async () => {
  const { client, sent } = clientAnswering(200, page);
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  await queryClient.query(getViewersQueryOptions(client, { workspace_id: 1, email: 'a@example.com' }));
  await queryClient.query(getViewersQueryOptions(client, { email: 'a@example.com', workspace_id: 1 }));
  expect(sent).toHaveLength(1);
});

test('a branch of the keys can be aimed at', async () => {
  const { client } = clientAnswering(200, page);
  const queryClient = new QueryClient();
  await queryClient.query(getViewersQueryOptions(client, { workspace_id: 1 }));
  await queryClient.query(getViewersQueryOptions(client, { workspace_id: 2 }));
  await queryClient.invalidateQueries({ queryKey: keysOf(client).viewers.list({ workspace_id: 1 }) });
  const stale = queryClient
    .getQueryCache()
    .findAll({ stale: true, predicate: (query) => query.state.isInvalidated });
  expect(stale.map(({ queryKey }) => queryKey[3])).toEqual([{ workspace_id: 1 }]);
});

test('an answer without data is null, which TanStack can hold', async () => {
  const { client } = clientAnswering(200, { success: true });
  expect(await new QueryClient().query(pingQueryOptions(client))).toBe(null);
});

test('skipToken in the place of the input keeps the query from running', () => {
  const { client } = clientAnswering(200, page);
  expect(getViewersQueryOptions(client, skipToken)).toEqual({
    queryKey: keysOf(client).viewers.list(),
    queryFn: skipToken,
  });
});

test('a query that is cancelled aborts its request', async () => {
  const { client, sent } = clientAnswering(200, page);
  const queryClient = new QueryClient();
  const running = queryClient.query(getViewersQueryOptions(client, { workspace_id: 1 }));
  const outcome = Promise.allSettled([running]);
  await queryClient.cancelQueries();
  expect((await outcome)[0].status).toBe('rejected');
  expect(sent.every(({ init }) => init.signal?.aborted)).toBe(true);
});

test('a mutation sends its input and gives the result', async () => {
  const { client, sent } = clientAnswering(200, { success: true });
  const { mutationFn, mutationKey } = deleteViewerMutationOptions(client);
  await mutationFn({ viewerId: 7, workspace_id: 1 });
  expect(mutationKey).toEqual(keysOf(client).viewers.delete());
  expect(sent.map(({ url, init }) => [init.method, url, init.body])).toEqual([
    ['DELETE', 'https://api.example.com/viewers/7', '{"workspace_id":1}'],
  ]);
});
