import { QueryClient } from '@tanstack/react-query';
import { byCursor, createClient, inQuery, type CoreClient, type OperationSpec } from '@sdkwright/runtime';
import { expect, test } from 'vitest';
import { infiniteQueryOptionsFactory, type InfiniteQueryOptionsFactory } from '../src/index.ts';

interface Page {
  readonly items: readonly number[];
  readonly next: string | null;
}
interface Input {
  readonly cursor?: string;
  readonly filter?: string;
}

const list: OperationSpec = {
  id: 'list',
  method: 'GET',
  path: '/list',
  fields: [[inQuery, 0, 'cursor', 'filter']],
};
const listOptions: InfiniteQueryOptionsFactory<Input, Page, never, number> = infiniteQueryOptionsFactory(
  list,
  byCursor({ cursor: 'cursor', items: '/items', next: '/next' }),
  'lists',
  ['all', 'list'],
);

/** A server whose pages follow each other as their names do. */
function serverOf(pages: Readonly<Record<string, Page>>): { client: CoreClient; asked: string[] } {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const { searchParams, search } = new URL(url);
    asked.push(search);
    return Response.json(pages[searchParams.get('cursor') ?? 'first']);
  };
  const api = { baseUrl: 'https://api.example.com' };
  return { client: createClient(api, { fetch }), asked };
}

test('an infinite query follows cursors to the end, over empty pages too', async () => {
  const { client, asked } = serverOf({
    first: { items: [1, 2], next: 'a' },
    a: { items: [], next: 'b' },
    b: { items: [], next: 'c' },
    c: { items: [3], next: null },
  });
  const options = listOptions(client, { filter: 'x' });
  const data = await new QueryClient().infiniteQuery({ ...options, pages: 9 });
  expect(asked).toEqual(['?filter=x', '?cursor=a&filter=x', '?cursor=b&filter=x', '?cursor=c&filter=x']);
  expect(listOptions.items(data)).toEqual([1, 2, 3]);
  expect(options.queryKey).toEqual(['lists', 'all', 'list', { filter: 'x' }, 'infinite']);
});
