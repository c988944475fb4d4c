import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byCursor,
  byIndex,
  byLink,
  byOffset,
  byPage,
  createClient,
  DecodeError,
  inQuery,
  paginated,
  previousPage,
  type PaginatedOperation,
  type PageOrder,
} from '../src/index.ts';

interface Item {
  readonly id: number;
}
type Input = Readonly<Record<string, unknown>>;
type List = PaginatedOperation<Input, unknown, never, unknown, Item>;

const inputs = ['page', 'offset', 'cursor', 'after', 'limit', 'filter'];
const itemsOf = (count: number): Item[] => Array.from({ length: count }, (_, id) => ({ id }));

/** A list of items behind a server that `answer` describes; `asked` are the queries it saw. */
function listOf(page: PageOrder, answer: (query: URLSearchParams) => unknown) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const query = new URL(url).searchParams;
    asked.push(`${query}`);
    return Response.json(answer(query));
  };
  const client = createClient({ baseUrl: 'https://api.example.com' }, { fetch });
  const fields = [[inQuery, 0, ...inputs]] as const;
  const list: List = paginated({ id: 'list', method: 'GET', path: '/list', fields }, page);
  return { asked, list: (input: Input = {}) => list(client, input) };
}

const numberOf = (query: URLSearchParams, name: string, otherwise: number): number =>
  Number(query.get(name) ?? otherwise);

/** A slice of a list, and what servers tell beside it. */
function slice(all: readonly Item[], start: number, size: number) {
  const rows = all.slice(start, start + size);
  return { rows, end: start + rows.length, hasMore: start + size < all.length };
}

const usual = 10;
const sizes = [usual, 50] as const;

/** Every way to page, as a descriptor has it and as a server does it. */
const kinds: Record<string, [PageOrder, (all: readonly Item[]) => (query: URLSearchParams) => unknown]> = {
  'pages from 0 with a count': [
    byIndex({ page: 'page', size: 'limit', items: '/rows', last: '/total_pages' }),
    (all) => (query) => {
      const size = numberOf(query, 'limit', usual);
      const { rows } = slice(all, numberOf(query, 'page', 0) * size, size);
      return { rows, total_pages: Math.ceil(all.length / size) };
    },
  ],
  'pages of a bare list': [
    byPage({ page: 'page', size: 'limit', items: '', sizes }),
    (all) => (query) => {
      const size = numberOf(query, 'limit', usual);
      return slice(all, (numberOf(query, 'page', 1) - 1) * size, size).rows;
    },
  ],
  'offsets with a total': [
    byOffset({ offset: 'offset', size: 'limit', items: '/rows', total: '/meta/total' }),
    (all) => (query) => {
      const { rows } = slice(all, numberOf(query, 'offset', 0), numberOf(query, 'limit', usual));
      return { rows, meta: { total: all.length } };
    },
  ],
  'offsets alone': [
    byOffset({ offset: 'offset', size: 'limit', items: '/rows', sizes }),
    (all) => (query) => ({
      rows: slice(all, numberOf(query, 'offset', 0), numberOf(query, 'limit', usual)).rows,
    }),
  ],
  'cursors in the answer': [
    byCursor({ cursor: 'cursor', items: '/rows', next: '/page_info/end' }),
    (all) => (query) => {
      const start = Number((query.get('cursor') ?? 'at-0').slice(3));
      const { rows, end, hasMore } = slice(all, start, numberOf(query, 'limit', usual));
      return { rows, page_info: { end: hasMore ? `at-${end}` : null } };
    },
  ],
  'cursors that are the last item': [
    byCursor({ cursor: 'after', items: '/rows', key: 'id', more: '/has_more' }),
    (all) => (query) => {
      const start = numberOf(query, 'after', -1) + 1;
      const { rows, hasMore } = slice(all, start, numberOf(query, 'limit', usual));
      return { rows, has_more: hasMore };
    },
  ],
  links: [
    byLink({ items: '/rows', next: '/links/next', inputs: ['cursor'] }),
    (all) => (query) => {
      const start = numberOf(query, 'cursor', 0);
      const { rows, end, hasMore } = slice(all, start, numberOf(query, 'limit', usual));
      const next = hasMore ? `https://elsewhere.example/list?x=1&cursor=${end}#top` : null;
      return { rows, links: { next } };
    },
  ],
};

describe.each(Object.entries(kinds))('%s', (name, [page, server]) => {
  const isCounted = !/alone|bare/.test(name);

  test('every item comes once and in order, with as few requests as can be', async () => {
    const size = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.nat(120), size, async (count, limit) => {
        const { asked, list } = listOf(page, server(itemsOf(count)));
        const input = { filter: 'x', ...(limit === undefined ? {} : { limit }) };
        expect(await list(input).all()).toEqual(itemsOf(count));
        const pages = Math.max(1, Math.ceil(count / (limit ?? usual)));
        expect(asked.length).toBeGreaterThanOrEqual(pages);
        // Without a count, only a page that is not full tells the end.
        expect(asked.length).toBeLessThanOrEqual(pages + (isCounted ? 0 : 1));
        expect(asked.every((query) => query.includes('filter=x'))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('the next page follows from the body and the input alone, and goes on from there', async () => {
    const { list } = listOf(page, server(itemsOf(25)));
    const first = await list({ limit: 10 }).envelope();
    const next = page.next(first, { limit: 10 });
    expect(Object.keys(next ?? {}).toSorted()).toEqual(['limit', ...page.inputs].toSorted());
    expect(await list(next).all()).toEqual(itemsOf(25).slice(10));
  });

  test('a server that repeats a page does not hold the walk', async () => {
    const { rows } = slice(itemsOf(100), 0, usual);
    const always = server(itemsOf(100));
    const { asked, list } = listOf(page, () => always(new URLSearchParams()));
    const walked = list().all();
    if (isCounted) await expect(walked).rejects.toThrow(DecodeError);
    else expect(await walked).toEqual(rows);
    expect(asked).toHaveLength(2);
  });
});

test('a list may be longer than the page that was asked for: servers clamp sizes', async () => {
  const page = byOffset({ offset: 'offset', size: 'limit', items: '', sizes });
  const all = itemsOf(120);
  const { asked, list } = listOf(page, (query) => {
    const size = Math.min(50, numberOf(query, 'limit', usual));
    return slice(all, numberOf(query, 'offset', 0), size).rows;
  });
  expect(await list({ limit: 100 }).all()).toEqual(all);
  expect(asked).toEqual(['limit=100', 'offset=50&limit=100', 'offset=100&limit=100']);
});

test('an empty page in the middle is no end where the server gives a place to go on from', async () => {
  const places = ['a', 'b', ''];
  const page = byCursor({ cursor: 'cursor', items: '/rows', next: '/next' });
  const { asked, list } = listOf(page, (query) => {
    const at = places.indexOf(query.get('cursor') ?? '') + 1;
    return { rows: at === 3 || at === 0 ? [{ id: at }] : [], next: places[at % 3] };
  });
  expect(await list({ cursor: 'x' }).all()).toEqual([{ id: 0 }]);
  expect(asked).toEqual(['cursor=x', 'cursor=a', 'cursor=b']);
});

describe('a link', () => {
  const page = byLink({ items: '', next: '/next', inputs: ['page', 'cursor'] });

  test.each([
    ['https://api.example.com/list?page=2&limit=5', { page: '2' }],
    ['?cursor=a%2Bb', { cursor: 'a+b' }],
    ['/list?page=3#page=9', { page: '3' }],
    ['https://api.example.com/list', {}],
    ['', undefined],
    [null, undefined],
    [{ href: '?page=2' }, undefined],
  ])('%j leads to %j', (next, want) => {
    const found = page.next({ next }, { page: 1, filter: 'x' });
    expect(found && JSON.parse(JSON.stringify(found))).toEqual(want && { filter: 'x', ...want });
  });

  test('never changes where requests go', async () => {
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      sent.push(url);
      return Response.json({
        rows: [{ id: sent.length }],
        next: sent.length < 2 ? '//evil.example?page=2' : null,
      });
    };
    const client = createClient({ baseUrl: 'https://api.example.com' }, { fetch, token: 'x' });
    const page = byLink({ items: '/rows', next: '/next', inputs: ['page'] });
    const list: List = paginated(
      { id: 'list', method: 'GET', path: '/list', fields: [[inQuery, 0, 'page']] },
      page,
    );
    expect(await list(client, {}).all()).toEqual([{ id: 1 }, { id: 2 }]);
    expect(sent).toEqual(['https://api.example.com/list', 'https://api.example.com/list?page=2']);
  });
});

describe('the page before', () => {
  const pages = byPage({ page: 'page', items: '/data' });
  const offsets = byOffset({ offset: 'offset', size: 'limit', items: '/data', sizes });

  test.each([
    [pages, { page: 3, email: 'a' }, { page: 2, email: 'a' }],
    [pages, { page: 2 }, { page: 1 }],
    [pages, { page: 1 }, undefined],
    [pages, {}, undefined],
    [pages, { page: 'abc' }, undefined],
    [byIndex({ page: 'page', items: '' }), { page: 1 }, { page: 0 }],
    [offsets, { offset: 30 }, { offset: 20 }],
    [offsets, { offset: 7, limit: 5 }, { offset: 2, limit: 5 }],
    [offsets, { offset: 3, limit: 5 }, { offset: 0, limit: 5 }],
    [offsets, { offset: 0 }, undefined],
    [byCursor({ cursor: 'cursor', items: '', next: '/next' }), { cursor: 5 }, undefined],
    [byLink({ items: '', next: '/next', inputs: ['page'] }), { page: 5 }, undefined],
  ])('%#: %j %j', (page, input, before) => {
    expect(previousPage(page, input)).toEqual(before);
  });
});
