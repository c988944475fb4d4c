import { dehydrate, hydrate, InfiniteQueryObserver, QueryClient, skipToken } from '@tanstack/react-query';
import { assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { cacheScopeSetter } from '../src/index.ts';
import {
  getTasksInfiniteQueryOptions,
  getTasksQueryOptions,
  infiniteTasks,
  tasksServer,
  type Totals,
} from './pages-sdk.ts';

const input = { project_id: 1 };
const setCacheScope = cacheScopeSetter('tasks-api');
const { client } = tasksServer(5, 'meta');

/** Fetches forward until there is no next page; at most 50, so that an endless list is a failed test. */
async function walk(totals: Totals, count: number, options: { repeats?: boolean; maxPages?: number } = {}) {
  const server = tasksServer(count, totals, options.repeats);
  const factory = infiniteTasks(totals);
  const queryClient = new QueryClient();
  const observer = new InfiniteQueryObserver(queryClient, {
    ...factory(server.client, input),
    ...(options.maxPages !== undefined && { maxPages: options.maxPages }),
  });
  const stop = observer.subscribe(() => {});
  await observer.refetch();
  let result = observer.getCurrentResult();
  for (let turns = 0; result.hasNextPage && turns < 50; turns += 1) result = await observer.fetchNextPage();
  return { ...server, observer, stop, result, items: result.data ? factory.items(result.data) : [] };
}

test.each<[Totals, (string | null)[]]>([
  ['none', [null, '2', '3']],
  ['pagination', [null, '2', '3']],
  ['meta', [null, '2', '3']],
])('with totals in %s a list ends at its last page', async (totals, pages) => {
  const { items, asked, result } = await walk(totals, 5);
  expect(items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual(pages);
  expect([result.hasNextPage, result.hasPreviousPage]).toEqual([false, false]);
});

test('every item comes once, whatever the length and the totals', async () => {
  const lists = asyncProperty(
    integer({ min: 0, max: 9 }),
    constantFrom<Totals[]>('none', 'pagination', 'meta'),
    async (count, totals) => {
      const { items } = await walk(totals, count);
      expect(items.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    },
  );
  await assert(lists, { numRuns: 40 });
});

test('a server that repeats a page does not loop, and its items come once', async () => {
  const { items, asked } = await walk('none', 2, { repeats: true });
  expect(asked).toEqual([null, '2']);
  expect(items.map(({ id }) => id)).toEqual([1, 2]);
});

test('with maxPages the first pages go, and come back', async () => {
  const { observer, stop, result, items } = await walk('meta', 7, { maxPages: 2 });
  expect(items.map(({ id }) => id)).toEqual([5, 6, 7]);
  expect(result.hasPreviousPage).toBe(true);
  const before = await observer.fetchPreviousPage();
  stop();
  expect(before.data && getTasksInfiniteQueryOptions.items(before.data).map(({ id }) => id)).toEqual([
    3, 4, 5, 6,
  ]);
  expect([before.data?.pageParams, before.hasNextPage]).toEqual([[{ page: 2 }, { page: 3 }], true]);
});

test('a page in the input is where the list starts', async () => {
  const server = tasksServer(7, 'meta');
  const options = getTasksInfiniteQueryOptions(server.client, { project_id: 1, page: 3, per_page: 2 });
  const observer = new InfiniteQueryObserver(new QueryClient(), options);
  await observer.refetch();
  const { data, hasPreviousPage } = await observer.fetchPreviousPage();
  expect(data && getTasksInfiniteQueryOptions.items(data).map(({ id }) => id)).toEqual([3, 4, 5, 6]);
  expect(data?.pageParams).toEqual([{ page: 2 }, { page: 3 }]);
  expect([hasPreviousPage, server.asked]).toEqual([true, ['3', '2']]);
});

// With the test 'version 1 of the keys': whoever changes an expectation here changes `keyVersion`.
test('version 1 of the infinite keys', () => {
  const [scope] = getTasksQueryOptions(client, input).queryKey;
  const keyOf = (page: object): unknown =>
    getTasksInfiniteQueryOptions(client, { ...input, ...page }).queryKey;
  expect(keyOf({})).toEqual([scope, 'tasks', 'list', { project_id: 1 }, 'infinite']);
  expect(keyOf({ page: 3, per_page: 50 })).toEqual([
    scope,
    'tasks',
    'list',
    { project_id: 1, per_page: 50 },
    'infinite',
  ]);
  expect(getTasksInfiniteQueryOptions(client, skipToken).queryKey).toEqual([
    scope,
    'tasks',
    'list',
    {},
    'infinite',
  ]);
});

test('headers and cookies are no part of an infinite key', () => {
  const factory = infiniteTasks('meta', { per_page: undefined });
  expect(factory(client, { ...input, per_page: 50 }).queryKey[3]).toEqual({ project_id: 1 });
});

test('a filter for the list finds it on one page and infinite, and each is an entry of its own', async () => {
  const queryClient = new QueryClient();
  await queryClient.query(getTasksQueryOptions(client, input));
  await queryClient.infiniteQuery(getTasksInfiniteQueryOptions(client, input));
  const [scope, ...branch] = getTasksQueryOptions(client, input).queryKey;
  const found = queryClient.getQueryCache().findAll({ queryKey: [scope, ...branch] });
  expect(found.map(({ queryKey }) => queryKey.at(-1))).toEqual([{ project_id: 1 }, 'infinite']);
});

test('skipToken keeps it from running', () => {
  expect(getTasksInfiniteQueryOptions(client, skipToken).queryFn).toBe(skipToken);
});

test('pages and their parameters survive a cache that is kept as JSON, and the walk goes on', async () => {
  const { client: first } = tasksServer(5, 'meta');
  setCacheScope(first, 'kept');
  const kept = new QueryClient();
  await kept.infiniteQuery(getTasksInfiniteQueryOptions(first, input));
  const text = JSON.stringify(dehydrate(kept));
  const { client: second, asked } = tasksServer(5, 'meta');
  setCacheScope(second, 'kept');
  const queryClient = new QueryClient();
  hydrate(queryClient, JSON.parse(text) as object);
  const observer = new InfiniteQueryObserver(queryClient, {
    ...getTasksInfiniteQueryOptions(second, input),
    staleTime: Infinity,
  });
  const { data } = await observer.fetchNextPage();
  expect(data && getTasksInfiniteQueryOptions.items(data).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual(['2']);
});
