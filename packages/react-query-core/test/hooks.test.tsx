// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import type { CoreClient } from '@sdkwright/runtime';
import { expect, test, vi } from 'vitest';
import {
  clientAnswering,
  kept,
  useDeleteViewerMutation,
  useGetViewersQuery,
  ViewersProvider,
} from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };

function within(client?: CoreClient) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return function Wrapper({ children }: { readonly children: ReactNode }) {
    const content = client ? <ViewersProvider client={client}>{children}</ViewersProvider> : children;
    return (
      <StrictMode>
        <QueryClientProvider client={queryClient}>{content}</QueryClientProvider>
      </StrictMode>
    );
  };
}

test('a query hook finds the client of the provider', async () => {
  const { client, sent } = clientAnswering(200, page);
  const { result } = renderHook(() => useGetViewersQuery({ workspace_id: 1 }), { wrapper: within(client) });
  expect(result.current.isPending).toBe(true);
  await waitFor(() => expect(result.current.data).toEqual(page.data));
  expect(kept(sent)).toHaveLength(1);
});

test('a client in the options wins over the provider', async () => {
  const [near, far] = [clientAnswering(200, page), clientAnswering(200, { success: true, data: [] })];
  const hook = () => useGetViewersQuery({ workspace_id: 1 }, { client: near.client });
  const { result } = renderHook(hook, { wrapper: within(far.client) });
  await waitFor(() => expect(result.current.data).toEqual(page.data));
  expect(far.sent).toEqual([]);
});

test('select changes the data and its type', async () => {
  const { client } = clientAnswering(200, page);
  const hook = () => useGetViewersQuery({ workspace_id: 1 }, { select: (viewers) => viewers.length });
  const { result } = renderHook(hook, { wrapper: within(client) });
  await waitFor(() => expect(result.current.data).toBe(1));
});

test('an error of the document is narrowed by its status', async () => {
  const { client } = clientAnswering(404, { message: 'no such workspace' });
  const { result } = renderHook(() => useGetViewersQuery({ workspace_id: 9 }), { wrapper: within(client) });
  await waitFor(() => expect(result.current.isError).toBe(true));
  const { error } = result.current;
  expect(error?.kind === 'api' && error.status === 404 && error.body.message).toBe('no such workspace');
});

test('a mutation hook sends on mutate and not before', async () => {
  const { client, sent } = clientAnswering(200, { success: true });
  const onSuccess = vi.fn();
  const { result } = renderHook(() => useDeleteViewerMutation({ onSuccess }), { wrapper: within(client) });
  expect(sent).toEqual([]);
  act(() => result.current.mutate({ viewerId: 7, workspace_id: 1 }));
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect([sent.length, onSuccess.mock.calls.length]).toEqual([1, 1]);
});

test('without a client the error names the provider to render', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  expect(() => renderHook(() => useGetViewersQuery({ workspace_id: 1 }), { wrapper: within() })).toThrow(
    'No client: render <ViewersProvider client={client}>, or pass { client }.',
  );
});
