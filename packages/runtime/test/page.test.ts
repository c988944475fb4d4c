import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DecodeError, prefetched, type PaginatedCall } from '../src/index.ts';
import { getContracts, getProjectViewers, getWorkspaces, WebWork } from './fixtures/webwork.ts';

type Shape = 'meta.pagination' | 'pagination' | 'none';
type List = PaginatedCall<readonly unknown[], unknown, { readonly data: readonly unknown[] }, unknown>;
type ListInput = { page?: number; per_page?: number };

const operations: Record<Shape, (client: WebWork<'workspace_id'>, input: ListInput) => List> = {
  'meta.pagination': (client, input) => getWorkspaces(client, input),
  pagination: (client, input) => getContracts(client, input),
  none: (client, input) => getProjectViewers(client, input),
};
const shapes = Object.keys(operations) as Shape[];

interface Item {
  readonly id: number;
}

/** A list behind one of the vendor's three shapes of pages. `onRead` may change the list after a page was read. */
class ListServer {
  readonly requests: number[] = [];
  items: Item[];
  readonly #shape: Shape;
  readonly #onRead: (items: Item[], count: number) => Item[];

  constructor(
    shape: Shape,
    items: Item[],
    onRead: (items: Item[], count: number) => Item[] = (same) => same,
  ) {
    this.#shape = shape;
    this.items = items;
    this.#onRead = onRead;
  }

  readonly fetch = async (url: string): Promise<Response> => {
    const query = new URL(url).searchParams;
    const page = Number(query.get('page') ?? 1);
    const perPage = Math.min(Number(query.get('per_page') ?? 20), 100);
    this.requests.push(page);
    const data = this.items.slice((page - 1) * perPage, page * perPage);
    const info = {
      total: this.items.length,
      per_page: perPage,
      current_page: page,
      last_page: Math.max(1, Math.ceil(this.items.length / perPage)),
    };
    this.items = this.#onRead(this.items, this.requests.length);
    const where = {
      'meta.pagination': { meta: { pagination: info } },
      pagination: { pagination: info },
      none: {},
    };
    return Response.json({ success: true, data, ...where[this.#shape] });
  };

  list(input: ListInput): List {
    const webwork = new WebWork({ fetch: this.fetch, rateLimit: false, workspace_id: 1 });
    return operations[this.#shape](webwork, input);
  }
}

const itemsOf = (count: number): Item[] => Array.from({ length: count }, (_, id) => ({ id }));

async function walk(list: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return items;
}

describe.each(shapes)('pages with %s', (shape) => {
  test('every item comes once and in order, with as few requests as can be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(250),
        fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
        async (count, perPage) => {
          const server = new ListServer(shape, itemsOf(count));
          const input = perPage === undefined ? {} : { per_page: perPage };
          expect(await walk(server.list(input))).toEqual(itemsOf(count));
          const size = Math.min(perPage ?? 20, 100);
          const pages = Math.max(1, Math.ceil(count / size));
          // Without a count, only a page that is not full tells the end.
          const toBeSure = shape === 'none' && count > 0 && count % size === 0 ? 1 : 0;
          expect(server.requests).toEqual(Array.from({ length: pages + toBeSure }, (_, index) => index + 1));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('while the list grows at its end, what was there comes once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat(5), { maxLength: 20 }),
        async (count, growth) => {
          const server = new ListServer(shape, itemsOf(count), (items, read) =>
            itemsOf(items.length + (growth[read] ?? 0)),
          );
          const seen = await walk(server.list({ per_page: 7 }));
          expect(seen).toEqual(itemsOf(seen.length));
          expect(seen.length).toBeGreaterThanOrEqual(count);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('while items come and go, the walk ends and tells of nothing that never was', async () => {
    const change = fc.record({ at: fc.nat(40), remove: fc.nat(6), insert: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.array(change, { maxLength: 30 }), async (count, changes) => {
        let nextId = count;
        const server = new ListServer(shape, itemsOf(count), (items, read) => {
          const { at = 0, remove = 0, insert = 0 } = changes[read - 1] ?? {};
          const added = Array.from({ length: insert }, () => ({ id: nextId++ }));
          return items.toSpliced(at, remove, ...added);
        });
        const seen = (await walk(server.list({ per_page: 5 }))) as Item[];
        expect(seen.every(({ id }) => id < nextId)).toBe(true);
        expect(server.requests.length).toBeLessThanOrEqual(Math.ceil(nextId / 5) + 1);
      }),
      { numRuns: 60 },
    );
  });

  test('a walk that is given up asks for no more', async () => {
    const server = new ListServer(shape, itemsOf(100));
    for await (const item of server.list({ per_page: 10 })) if ((item as Item).id === 14) break;
    expect(server.requests).toEqual([1, 2]);
  });

  test('all() stops at max', async () => {
    const server = new ListServer(shape, itemsOf(100));
    expect(await server.list({ per_page: 10 }).all({ max: 20 })).toEqual(itemsOf(20));
    expect(server.requests).toEqual([1, 2]);
    expect(await server.list({ per_page: 50 }).all()).toHaveLength(100);
  });

  test('it starts at the page that was asked for', async () => {
    const server = new ListServer(shape, itemsOf(25));
    expect(await server.list({ page: 2, per_page: 10 }).all()).toEqual(itemsOf(25).slice(10));
  });

  test('pages() gives whole bodies; awaiting gives the one page', async () => {
    const server = new ListServer(shape, itemsOf(5));
    const list = server.list({ per_page: 4 });
    expect(await list).toEqual(itemsOf(4));
    const bodies = await walk(list.pages());
    expect(bodies).toMatchObject([{ success: true, data: itemsOf(4) }, { data: [{ id: 4 }] }]);
    expect(server.requests).toEqual([1, 2]);
  });

  test('prefetched pages are those of the list, and asked for ahead', async () => {
    const server = new ListServer(shape, itemsOf(25));
    const sizes: number[] = [];
    for await (const page of prefetched(server.list({ per_page: 10 }))) {
      sizes.push(page.data.length);
      await expect.poll(() => server.requests.length).toBe(Math.min(3, sizes.length + 1));
    }
    expect(sizes).toEqual([10, 10, 5]);
  });
});

test('a prefetched page does not wait for the next', async () => {
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    if (++requests > 1) return new Promise(() => {});
    return Response.json({ success: true, data: itemsOf(20) });
  };
  const list = getProjectViewers(new WebWork({ fetch, workspace_id: 1 }));
  for await (const page of prefetched(list)) {
    expect(page.data).toHaveLength(20);
    break;
  }
  expect(requests).toBe(2);
});

describe('a server that cannot count', () => {
  const answering = (body: (page: number) => unknown) => {
    const requests: number[] = [];
    const fetch = async (url: string): Promise<Response> => {
      const page = Number(new URL(url).searchParams.get('page') ?? 1);
      requests.push(page);
      return Response.json({ success: true, ...Object(body(page)) });
    };
    return { requests, webwork: new WebWork({ fetch, rateLimit: false, workspace_id: 1 }) };
  };

  test('that ignores the page number, and counts nothing, has given the whole list', async () => {
    const { requests, webwork } = answering(() => ({ data: itemsOf(30) }));
    expect(await getProjectViewers(webwork).all()).toHaveLength(30);
    expect(requests).toEqual([1, 2]);
  });

  test('that repeats a page while it says there are more is an error', async () => {
    const { requests, webwork } = answering(() => ({
      data: itemsOf(20),
      meta: { pagination: { last_page: 9 } },
    }));
    await expect(getWorkspaces(webwork).all()).rejects.toBeInstanceOf(DecodeError);
    expect(requests).toEqual([1, 2]);
  });

  test('whose last page never comes is an error in the end', async () => {
    const { requests, webwork } = answering((page) => ({
      data: [{ id: page }],
      pagination: { last_page: page + 1 },
    }));
    await expect(getContracts(webwork).all()).rejects.toThrow('the pages do not end');
    expect(requests).toHaveLength(10_001);
  });

  test('that promises pages and gives empty ones is at its end', async () => {
    const { requests, webwork } = answering(() => ({ data: [], meta: { pagination: { last_page: 9 } } }));
    expect(await getWorkspaces(webwork).all()).toEqual([]);
    expect(requests).toEqual([1]);
  });

  test('that lost its count is read to a page that is not full', async () => {
    const { webwork } = answering((page) => ({ data: itemsOf(page === 1 ? 20 : 3), meta: {} }));
    expect(await getWorkspaces(webwork).all()).toHaveLength(23);
  });
});
