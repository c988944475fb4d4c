// @vitest-environment happy-dom
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { CoreClient } from '@sdkwright/runtime';
import { Suspense, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { App, cacheOfApp, ErrorBoundary } from './app.tsx';
import { getTasksInfiniteQueryOptions, tasksServer, useGetTasksSuspenseInfiniteQuery } from './pages-sdk.ts';
import { clientAnswering, clientFetching, useGetViewersSuspenseQuery } from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };
afterEach(cleanup);

function Viewers(): ReactNode {
  return <p>{useGetViewersSuspenseQuery({ workspace_id: 1 }).data.map(({ email }) => email)}</p>;
}

function show(client: CoreClient, children: ReactNode): void {
  render(
    <App client={client} queryClient={cacheOfApp()}>
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <ErrorBoundary onReset={reset}>
            <Suspense fallback={<p>Wait.</p>}>{children}</Suspense>
          </ErrorBoundary>
        )}
      </QueryErrorResetBoundary>
    </App>,
  );
}

test('it suspends, then it has the data', async () => {
  const { client, sent } = clientAnswering(200, page);
  show(client, <Viewers />);
  expect(screen.getByText('Wait.')).toBeTruthy();
  expect(await screen.findByText('a@example.com')).toBeTruthy();
  expect(sent).toHaveLength(1);
});

test('an error goes to the error boundary, and a reset asks again', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const answers = [Response.json({ message: 'no such workspace' }, { status: 404 }), Response.json(page)];
  show(
    clientFetching(async () => answers.shift() ?? Response.error()),
    <Viewers />,
  );
  fireEvent.click(await screen.findByText(/^getViewers: 404 no such workspace/));
  expect(await screen.findByText('a@example.com')).toBeTruthy();
  complain.mockRestore();
});

function Tasks(): ReactNode {
  const { data, hasNextPage, fetchNextPage } = useGetTasksSuspenseInfiniteQuery({ project_id: 1 });
  const ids = getTasksInfiniteQueryOptions.items(data).map(({ id }) => id);
  return (
    <button type="button" disabled={!hasNextPage} onClick={() => void fetchNextPage()}>
      {ids.join()}
    </button>
  );
}

test('an infinite list suspends for its first page only', async () => {
  const { client, asked } = tasksServer(3, 'meta');
  show(client, <Tasks />);
  expect(screen.getByText('Wait.')).toBeTruthy();
  fireEvent.click(await screen.findByText('1,2'));
  expect((await screen.findByText('1,2,3')).hasAttribute('disabled')).toBe(true);
  expect(asked).toEqual([null, '2']);
});
