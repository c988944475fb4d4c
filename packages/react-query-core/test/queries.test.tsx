// @vitest-environment happy-dom
import { skipToken } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { wrapperOf } from './app.tsx';
import { clientAnswering, clientFetching, kept, useGetViewersQuery, type Viewer } from './viewers-sdk.ts';

const viewers: Viewer[] = [{ id: 1, email: 'a@example.com' }];
const page = { success: true, data: viewers };
const input = { workspace_id: 1 };

test('it loads, then it has the data, with one request under StrictMode', async () => {
  const { client, sent } = clientAnswering(200, page);
  const { result } = renderHook(() => useGetViewersQuery(input), { wrapper: wrapperOf(client) });
  expect([result.current.status, result.current.fetchStatus]).toEqual(['pending', 'fetching']);
  await waitFor(() => expect(result.current.data).toEqual(viewers));
  expect(kept(sent).map(({ url }) => url)).toEqual(['https://api.example.com/viewers?workspace_id=1']);
});

const refused = async (): Promise<Response> => {
  throw new TypeError('fetch failed');
};

test.each([
  ['a documented status', async () => Response.json({ message: 'gone' }, { status: 404 }), 'api 404'],
  ['an undocumented status', async () => Response.json({}, { status: 409 }), 'unexpected 409'],
  ['a body that is no JSON', async () => new Response('<html>'), 'decode 200'],
  ['a success that says it is none', async () => Response.json({ success: false }), 'envelope 200'],
  ['no answer', refused, 'connection undefined'],
])('the error of %s', async (_, fetch, want) => {
  const wrapper = wrapperOf(clientFetching(fetch));
  const { result } = renderHook(() => useGetViewersQuery(input), { wrapper });
  await waitFor(() => expect(result.current.isError).toBe(true));
  const { error } = result.current;
  expect(`${error?.kind} ${error?.status}`).toBe(want);
});

test('skipToken keeps it idle until there is an input', async () => {
  const { client, sent } = clientAnswering(200, page);
  const { result, rerender } = renderHook(({ isReady }) => useGetViewersQuery(isReady ? input : skipToken), {
    wrapper: wrapperOf(client),
    initialProps: { isReady: false },
  });
  expect([result.current.status, result.current.fetchStatus, sent]).toEqual(['pending', 'idle', []]);
  rerender({ isReady: true });
  await waitFor(() => expect(result.current.data).toEqual(viewers));
});

test('select gives its own data and leaves the entry as it is', async () => {
  const { client, sent } = clientAnswering(200, page);
  const hook = () => [
    useGetViewersQuery(input, { select: (all) => all.length }).data,
    useGetViewersQuery(input).data,
  ];
  const { result } = renderHook(hook, { wrapper: wrapperOf(client) });
  await waitFor(() => expect(result.current).toEqual([1, viewers]));
  expect(kept(sent)).toHaveLength(1);
});

test('unmounting aborts the request', async () => {
  const signals: AbortSignal[] = [];
  const client = clientFetching(async (_, { signal }) => {
    if (signal) signals.push(signal);
    return await new Promise<Response>(() => {});
  });
  const { unmount } = renderHook(() => useGetViewersQuery(input), { wrapper: wrapperOf(client) });
  await waitFor(() => expect(signals.at(-1)?.aborted).toBe(false));
  unmount();
  await waitFor(() => expect(signals.map(({ aborted }) => aborted)).not.toContain(false));
});

test('stale data is fetched again when the window has the focus and when the network is back', async () => {
  const { client, sent } = clientAnswering(200, page);
  const { result } = renderHook(() => useGetViewersQuery(input), { wrapper: wrapperOf(client) });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  act(() => void window.dispatchEvent(new Event('visibilitychange')));
  await waitFor(() => expect([kept(sent).length, result.current.fetchStatus]).toEqual([2, 'idle']));
  act(() => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
  });
  await waitFor(() => expect([kept(sent).length, result.current.fetchStatus]).toEqual([3, 'idle']));
});

test('without a network it waits, and then asks', async () => {
  const { client, sent } = clientAnswering(200, page);
  act(() => void window.dispatchEvent(new Event('offline')));
  const { result } = renderHook(() => useGetViewersQuery(input), { wrapper: wrapperOf(client) });
  expect([result.current.fetchStatus, sent]).toEqual(['paused', []]);
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(result.current.data).toEqual(viewers));
});
