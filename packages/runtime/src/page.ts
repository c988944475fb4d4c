import type { AnyCall, Call } from './call.ts';
import type { Answer } from './descriptor.ts';
import type { Values } from './request.ts';
import type { Fail } from './sdk-error.ts';

/** How the pages of a list follow each other; made by `byPage` and its kind. Pure, so that caches can use it. */
export interface Pagination extends Answer {
  /** The items that a page holds. */
  items(body: unknown): readonly unknown[];
  /** The input for the page after this one; undefined after the last. */
  next(body: unknown, input: Values): Values | undefined;
  /** The fields of the input that say which page is meant. */
  readonly inputs: readonly string[];
  /** Adds to a call the walk over its pages. `again` makes the call for another page. */
  extend(
    call: AnyCall,
    input: Values,
    fail: Fail,
    again: (input: Values) => AnyCall,
  ): PaginatedCall<unknown, unknown, unknown>;
}

/** A call for a list that comes in pages. Awaited, it gives the one page that was asked for. */
export interface PaginatedCall<R, E = never, Res = R, Item = unknown>
  extends Call<R, E, Res>, AsyncIterable<Item> {
  /** The whole bodies of this page and of those behind it. */
  pages(): AsyncGenerator<Res, void>;
  /** The items of this page and of those behind it, at most `max`. */
  all(limit?: { readonly max?: number }): Promise<Item[]>;
}

/** No list is walked further: a server whose last page never comes must not hold its client for ever. */
const mostPages = 10_000;

/** Where a list keeps its pages; what starts with `/` is a JSON pointer into the body. */
export interface PageShape {
  /** The input field with the number of the page; the first is 1. */
  readonly page: string;
  /** The input field with the number of items of a page. */
  readonly size?: string;
  readonly items: string;
  /** The object with the server's own count, `last_page` in it. Missing: the list ends at a page that is not full. */
  readonly info?: string;
  /** How many items a page has when the input does not say, and how many at most. */
  readonly sizes?: readonly [usual: number, most: number];
}

const at = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (value as Values | null | undefined)?.[key], body);

/** Pages with numbers. */
export function byPage({
  page,
  size = '',
  items: list,
  info,
  sizes: [usual, most] = [1, Infinity],
}: PageShape): Pagination {
  const items = (body: unknown): readonly unknown[] => (at(body, list) ?? []) as readonly unknown[];
  const next = (body: unknown, input: Values): Values | undefined => {
    const { length } = items(body);
    const number = (input[page] ?? 1) as number;
    const last = info && (at(body, `${info}/last_page`) as number | undefined);
    const more = last ? number < last : length >= Math.min((input[size] ?? usual) as number, most);
    return length && more ? { ...input, [page]: number + 1 } : undefined;
  };
  return {
    items,
    next,
    inputs: [page],
    extend(call, first, fail, again) {
      async function* pages(): AsyncGenerator<unknown, void> {
        let before;
        let input: Values | undefined = first;
        for (let count = 0; input;) {
          const body: unknown = await (count ? again(input) : call).envelope();
          const text = JSON.stringify(items(body));
          // A server that ignores the page number and does not count its pages has given the whole list.
          if (text === before && !info) return;
          if (text === before || ++count > mostPages) throw fail('Decode', 'the pages do not end');
          before = text;
          yield body;
          input = next(body, input);
        }
      }
      async function* each(): AsyncGenerator<unknown, void> {
        for await (const body of pages()) yield* items(body);
      }
      return Object.assign(call, {
        pages,
        [Symbol.asyncIterator]: each,
        async all({ max }: { readonly max?: number } = {}) {
          const all: unknown[] = [];
          for await (const item of each()) if (all.push(item) === max) break;
          return all;
        },
      });
    },
  };
}

/** The input for the page before that of `input`; undefined before the first, and where pages have no numbers. */
export function previousPage({ inputs: [page = ''] }: Pagination, input: Values): Values | undefined {
  const number = input[page];
  return typeof number === 'number' && number > 1 ? { ...input, [page]: number - 1 } : undefined;
}
