// @vitest-environment happy-dom
import { skipToken } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { wrapperOf } from './app.tsx';
import { getTasksInfiniteQueryOptions, tasksServer, useGetTasksInfiniteQuery } from './pages-sdk.ts';
import { clientFetching } from './viewers-sdk.ts';

const { items } = getTasksInfiniteQueryOptions;

test('it goes to the end and back', async () => {
  const { client, asked } = tasksServer(5, 'meta');
  const hook = () => useGetTasksInfiniteQuery({ project_id: 1 }, { maxPages: 2, select: items });
  const { result } = renderHook(hook, { wrapper: wrapperOf(client) });
  const ids = (): number[] | undefined => result.current.data?.map(({ id }) => id);
  await waitFor(() => expect(ids()).toEqual([1, 2]));
  await act(() => result.current.fetchNextPage());
  await waitFor(() => expect(ids()).toEqual([1, 2, 3, 4]));
  await act(() => result.current.fetchNextPage());
  await waitFor(() => expect(ids()).toEqual([3, 4, 5]));
  expect([result.current.hasNextPage, result.current.hasPreviousPage]).toEqual([false, true]);
  await act(() => result.current.fetchPreviousPage());
  await waitFor(() => expect(ids()).toEqual([1, 2, 3, 4]));
  expect([result.current.hasNextPage, result.current.hasPreviousPage]).toEqual([true, false]);
  expect(asked).toEqual([null, '2', '3', '1']);
});

test('all pages are fetched again together', async () => {
  const { client, asked } = tasksServer(5, 'none');
  const { result } = renderHook(() => useGetTasksInfiniteQuery({ project_id: 1 }), {
    wrapper: wrapperOf(client),
  });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  await act(() => result.current.fetchNextPage());
  await act(() => result.current.refetch());
  expect(asked).toEqual([null, '2', null, '2']);
});

test('unmounting aborts the page that is under way', async () => {
  const signals: AbortSignal[] = [];
  const client = clientFetching(async (_, { signal }) => {
    if (signal) signals.push(signal);
    return await new Promise<Response>(() => {});
  });
  const { unmount } = renderHook(() => useGetTasksInfiniteQuery({ project_id: 1 }), {
    wrapper: wrapperOf(client),
  });
  await waitFor(() => expect(signals.at(-1)?.aborted).toBe(false));
  unmount();
  await waitFor(() => expect(signals.map(({ aborted }) => aborted)).not.toContain(false));
});

test('skipToken keeps it idle', () => {
  const { client, asked } = tasksServer(5, 'meta');
  const { result } = renderHook(() => useGetTasksInfiniteQuery(skipToken), { wrapper: wrapperOf(client) });
  expect([result.current.fetchStatus, asked]).toEqual(['idle', []]);
});
