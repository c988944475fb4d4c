// @vitest-environment happy-dom
import { dehydrate, HydrationBoundary, hydrate, type DehydratedState } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { keyVersion } from '../src/index.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };
const input = { workspace_id: 1 };

afterEach(() => vi.unstubAllGlobals());

/** The modules as a process has them that has just begun: a server, or a browser that opens the page. */
async function begin() {
  vi.resetModules();
  return { ...(await import('./app.tsx')), ...(await import('./viewers-sdk.ts')) };
}

function viewersOf({ useGetViewersQuery }: Awaited<ReturnType<typeof begin>>): () => ReactNode {
  return () => <p>{useGetViewersQuery(input).data?.map(({ email }) => email) ?? 'none'}</p>;
}

/** Renders on a server, for two users one after the other, and gives what the second one gets. */
async function renderOnServer(): Promise<{ html: string; state: string }> {
  vi.stubGlobal('window', undefined);
  const server = await begin();
  const Viewers = viewersOf(server);
  const pages = ['anna@example.com', 'ben@example.com'].map(async (email) => {
    const { client } = server.clientAnswering(200, { success: true, data: [{ id: 1, email }] });
    const queryClient = server.cacheOfApp();
    await queryClient.query(server.getViewersQueryOptions(client, input));
    const html = renderToString(
      <server.App client={client} queryClient={queryClient}>
        <Viewers />
      </server.App>,
    );
    return { html, state: JSON.stringify(dehydrate(queryClient)) };
  });
  const [, second = { html: '', state: '' }] = await Promise.all(pages);
  vi.unstubAllGlobals();
  return second;
}

test('a browser takes over what a server rendered, without a request of its own', async () => {
  const { html, state } = await renderOnServer();
  expect(html).toBe('<p>ben@example.com</p>');
  const browser = await begin();
  const Viewers = viewersOf(browser);
  const { client, sent } = browser.clientAnswering(200, page);
  const container = document.createElement('div');
  container.innerHTML = html;
  const problems: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(
      container,
      <browser.App client={client} queryClient={browser.cacheOfApp(60_000)}>
        <HydrationBoundary state={JSON.parse(state) as DehydratedState}>
          <Viewers />
        </HydrationBoundary>
      </browser.App>,
      { onRecoverableError: (problem) => problems.push(problem) },
    ),
  );
  expect([container.innerHTML, sent, problems]).toEqual([html, [], []]);
  await act(async () => root.unmount());
});

test('a cache that is kept as JSON serves the next visit, without a request', async () => {
  const first = await begin();
  const { client } = first.clientAnswering(200, page);
  const queryClient = first.cacheOfApp();
  await queryClient.query(first.getViewersQueryOptions(client, input));
  const kept = JSON.stringify({ buster: `keys-${keyVersion}`, state: dehydrate(queryClient) });

  const second = await begin();
  const visit = second.clientAnswering(200, page);
  const restored = second.cacheOfApp(60_000);
  const { buster, state } = JSON.parse(kept) as { buster: string; state: DehydratedState };
  expect(buster).toBe('keys-1');
  hydrate(restored, state);
  const { result } = renderHook(() => second.useGetViewersQuery(input), {
    wrapper: second.wrapperOf(visit.client, restored),
  });
  await waitFor(() => expect(result.current.data).toEqual(page.data));
  expect(visit.sent).toEqual([]);
});
