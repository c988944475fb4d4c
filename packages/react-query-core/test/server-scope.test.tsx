// Runs without a DOM, as on a server.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  clientAnswering,
  deleteViewerMutationOptions,
  getViewersQueryOptions,
  keysOf,
  setCacheScope,
  useGetViewersQuery,
} from './viewers-sdk.ts';

const page = { success: true, data: [{ id: 1, email: 'a@example.com' }] };
const input = { workspace_id: 1 };
const shared =
  "Two clients of scope 'viewers-api' share a QueryClient: give each request its own, or call setCacheScope.";

test('every client of a server has the plain scope, so that a browser finds what was dehydrated', () => {
  const scopes = [1, 2].map(() => keysOf(clientAnswering(200, page).client).all);
  expect(scopes).toEqual([['viewers-api'], ['viewers-api']]);
});

test('two clients may not fetch into one cache', async () => {
  const queryClient = new QueryClient();
  const [anna, ben] = [clientAnswering(200, page), clientAnswering(200, page)];
  await queryClient.query(getViewersQueryOptions(anna.client, input));
  await expect(queryClient.query(getViewersQueryOptions(ben.client, input))).rejects.toThrow(shared);
  expect(ben.sent).toEqual([]);
});

test('a second client may not even read, when nothing has to be fetched', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const [anna, ben] = [clientAnswering(200, page), clientAnswering(200, page)];
  await queryClient.query(getViewersQueryOptions(anna.client, input));
  function Viewers({ client }: { readonly client: typeof anna.client }): string {
    return useGetViewersQuery(input, { client }).data?.[0]?.email ?? '';
  }
  const render = (client: typeof anna.client): string =>
    renderToString(
      <QueryClientProvider client={queryClient}>
        <Viewers client={client} />
      </QueryClientProvider>,
    );
  expect(render(anna.client)).toBe('a@example.com');
  expect(() => render(ben.client)).toThrow(shared);
});

test('nor may it change anything', async () => {
  const queryClient = new QueryClient();
  const [anna, ben] = [clientAnswering(200, page), clientAnswering(200, page)];
  await queryClient.query(getViewersQueryOptions(anna.client, input));
  const { mutationFn } = deleteViewerMutationOptions(ben.client);
  const context = { client: queryClient, meta: undefined };
  await expect(mutationFn({ viewerId: 7, workspace_id: 1 }, context)).rejects.toThrow(shared);
  expect(ben.sent).toEqual([]);
});

test('clients with names may share a cache: those of one name see the same data', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const clients = ['anna', 'anna', 'ben'].map((name) => {
    const answering = clientAnswering(200, page);
    setCacheScope(answering.client, name);
    return answering;
  });
  for (const { client } of clients) await queryClient.query(getViewersQueryOptions(client, input));
  expect(clients.map(({ sent }) => sent.length)).toEqual([1, 0, 1]);
});

test('a scope is named before the first use, and then stays', () => {
  const { client } = clientAnswering(200, page);
  setCacheScope(client, 'anna');
  setCacheScope(client, 'anna');
  expect(() => setCacheScope(client, 'ben')).toThrow(
    "setCacheScope: the client has the scope 'viewers-api:anna' already; name it before its first use.",
  );
  expect(keysOf(client).all).toEqual(['viewers-api:anna']);
});
