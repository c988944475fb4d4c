// Runs without a DOM, as on a server.
import { PassThrough } from 'node:stream';
import { dehydrate, HydrationBoundary, hydrate, type DehydratedState } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { App, cacheOfApp } from './app.tsx';
import { dehydratedCache, renderedHtml } from './rendered-page.ts';
import {
  clientAnswering,
  clientFetching,
  getViewersQueryOptions,
  useGetViewersQuery,
  useGetViewersSuspenseQuery,
} from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };
const input = { workspace_id: 1 };

function Viewers(): ReactNode {
  return <p>{useGetViewersQuery(input).data?.map(({ email }) => email)}</p>;
}

function SuspendedViewers(): ReactNode {
  return <p>{useGetViewersSuspenseQuery(input).data.map(({ email }) => email)}</p>;
}

test('what was fetched beforehand is in the page, and rendering asks for nothing', async () => {
  const { client, sent } = clientAnswering(200, page);
  const queryClient = cacheOfApp();
  await queryClient.query(getViewersQueryOptions(client, input));
  const html = renderToString(
    <App client={client} queryClient={queryClient}>
      <Viewers />
    </App>,
  );
  expect(html).toBe('<p>a@example.com</p>');
  expect(sent).toHaveLength(1);
});

test('the second of two users gets a page and a cache of their own', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const [, second] = await Promise.all(
    ['anna@example.com', 'ben@example.com'].map(async (email) => {
      const { client } = clientAnswering(200, { success: true, data: [{ id: 1, email }] });
      const queryClient = cacheOfApp();
      await queryClient.query(getViewersQueryOptions(client, input));
      const html = renderToString(
        <App client={client} queryClient={queryClient}>
          <Viewers />
        </App>,
      );
      return { html, state: JSON.parse(JSON.stringify(dehydrate(queryClient))) as DehydratedState };
    }),
  );
  expect(second?.html).toBe(renderedHtml);
  expect(second?.state).toMatchObject(dehydratedCache(Date.now()));
  vi.useRealTimers();
});

test('what is dehydrated holds no token, and a cache that hydrates it has the data', async () => {
  const { client } = clientAnswering(200, page);
  const queryClient = cacheOfApp();
  await queryClient.query(getViewersQueryOptions(client, input));
  const state = JSON.stringify(dehydrate(queryClient));
  expect(state).not.toContain('canary-token');
  expect(state).not.toContain('example.com/');
  const other = cacheOfApp();
  hydrate(other, JSON.parse(state) as object);
  expect(other.getQueryData(getViewersQueryOptions(client, input).queryKey)).toEqual(page.data);
});

test('a page streams with a query that was pending when it was dehydrated, asked for once', async () => {
  let answer: (response: Response) => void = () => {};
  const asked: string[] = [];
  const client = clientFetching((url) => {
    asked.push(url);
    return new Promise((resolve) => (answer = resolve));
  });
  const queryClient = cacheOfApp();
  void queryClient.query(getViewersQueryOptions(client, input));
  const state = dehydrate(queryClient, {
    shouldDehydrateQuery: ({ state: { status } }) => status === 'pending',
  });
  const body = new PassThrough({ encoding: 'utf8' });
  const { pipe } = renderToPipeableStream(
    <App client={client} queryClient={cacheOfApp(60_000)}>
      <HydrationBoundary state={state}>
        <main>
          <Suspense fallback={<p>Wait.</p>}>
            <SuspendedViewers />
          </Suspense>
        </main>
      </HydrationBoundary>
    </App>,
    { onShellReady: () => void pipe(body) },
  );
  const chunks: string[] = [];
  for await (const chunk of body) {
    chunks.push(String(chunk));
    answer(Response.json(page));
  }
  expect(chunks[0]).toContain('<p>Wait.</p>');
  expect(chunks.slice(1).join('')).toContain('<p>a@example.com</p>');
  expect(asked).toHaveLength(1);
});
