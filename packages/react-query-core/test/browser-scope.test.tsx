// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { queryOptionsFactory } from '../src/index.ts';
import {
  clientAnswering,
  keys,
  keysOf,
  listViewers,
  setCacheScope,
  useGetViewersQuery,
} from './viewers-sdk.ts';

const answer = (email: string): object => ({ success: true, data: [{ id: 1, email }] });

test('two clients of one page never share an entry', async () => {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const [anna, ben] = [
    clientAnswering(200, answer('anna@example.com')),
    clientAnswering(200, answer('ben@example.com')),
  ];
  const emails = () =>
    [anna, ben].map(({ client }) => useGetViewersQuery({ workspace_id: 1 }, { client }).data?.[0]?.email);
  const { result } = renderHook(emails, { wrapper });
  await waitFor(() => expect(result.current).toEqual(['anna@example.com', 'ben@example.com']));
  expect(
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]),
  ).toEqual(['viewers-api', 'viewers-api#2']);
  expect(keysOf(anna.client).viewers.list()).toEqual(keys.viewers.list());
  expect(keysOf(ben.client).viewers.list()).toEqual(['viewers-api#2', 'viewers', 'list']);
});

test('the first client of an API has the plain scope, whatever was used of other APIs', () => {
  const scopeIn = (root: string): string =>
    queryOptionsFactory(listViewers, root, ['viewers', 'list'])(clientAnswering(200, {}).client, {
      workspace_id: 1,
    }).queryKey[0];
  expect(['trains', 'buses', 'trains'].map(scopeIn)).toEqual(['trains', 'buses', 'trains#2']);
});

test('a named client does not count', () => {
  const { client } = clientAnswering(200, {});
  setCacheScope(client, 'user-7');
  expect(keysOf(client).all).toEqual(['viewers-api:user-7']);
  expect(keysOf(clientAnswering(200, {}).client).all).toEqual(['viewers-api#3']);
});
