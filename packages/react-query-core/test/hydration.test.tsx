// @vitest-environment happy-dom
import { dehydrate, HydrationBoundary, hydrate, type DehydratedState } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { keyVersion } from '../src/index.ts';
import { App, cacheOfApp, wrapperOf } from './app.tsx';
import { dehydratedCache, renderedHtml } from './rendered-page.ts';
import { clientAnswering, getViewersQueryOptions, setCacheScope, useGetViewersQuery } from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };
const input = { workspace_id: 1 };

function Viewers(): ReactNode {
  return <p>{useGetViewersQuery(input).data?.map(({ email }) => email) ?? 'none'}</p>;
}

// First of this file: a page's first client has the scope that servers use.
test('a browser takes over what a server rendered, without a request of its own', async () => {
  const { client, sent } = clientAnswering(200, page);
  const container = document.createElement('div');
  container.innerHTML = renderedHtml;
  const problems: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(
      container,
      <App client={client} queryClient={cacheOfApp(60_000)}>
        <HydrationBoundary state={dehydratedCache(Date.now())}>
          <Viewers />
        </HydrationBoundary>
      </App>,
      { onRecoverableError: (problem) => problems.push(problem) },
    ),
  );
  expect([container.innerHTML, sent, problems]).toEqual([renderedHtml, [], []]);
  await act(async () => root.unmount());
});

test('a cache that is kept as JSON serves the next visit, without a request', async () => {
  const first = clientAnswering(200, page);
  setCacheScope(first.client, 'user-7');
  const queryClient = cacheOfApp();
  await queryClient.query(getViewersQueryOptions(first.client, input));
  const kept = JSON.stringify({ buster: `keys-${keyVersion}`, state: dehydrate(queryClient) });

  const next = clientAnswering(200, page);
  setCacheScope(next.client, 'user-7');
  const restored = cacheOfApp(60_000);
  const { buster, state } = JSON.parse(kept) as { buster: string; state: DehydratedState };
  expect(buster).toBe('keys-1');
  hydrate(restored, state);
  const { result } = renderHook(() => useGetViewersQuery(input), {
    wrapper: wrapperOf(next.client, restored),
  });
  await waitFor(() => expect(result.current.data).toEqual(page.data));
  expect(next.sent).toEqual([]);
});
