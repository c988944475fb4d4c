import type { Call } from './call.ts';
import type { Answer } from './descriptor.ts';
import type { Values } from './request.ts';

/** How the pages of a list follow each other. Pure, so that caches can use it. */
export interface PageOrder {
  /** The items that a page holds. */
  readonly items: (body: unknown) => readonly unknown[];
  /** The input for the page after this one; undefined after the last. */
  readonly next: (body: unknown, input: Values) => Values | undefined;
  /** The fields of the input that say which page is meant. */
  readonly inputs: readonly string[];
  /** The number of the first page, Infinity where pages have no numbers; missing: 1. */
  readonly first?: number;
  /** By how much the numbers of two pages differ; missing: 1. */
  readonly step?: (input: Values) => number;
  /** What tells a page from another; missing: its items. */
  readonly mark?: (body: unknown) => unknown;
  /** True where answers tell the end of the list: then the same page twice is an error, else it is the end. */
  readonly told: boolean;
}

/** A call for a list that comes in pages. Awaited, it gives the one page that was asked for. */
export interface PaginatedCall<R, E = never, Res = R, Item = unknown, Raw extends Response = Response>
  extends Call<R, E, Res, Raw>, AsyncIterable<Item> {
  /** The whole bodies of this page and of those behind it. */
  pages(): AsyncGenerator<Res, void>;
  /** The items of this page and of those behind it, at most `max`. */
  all(limit?: { readonly max?: number }): Promise<Item[]>;
}

/** No list is walked further: a server whose last page never comes must not hold its client for ever. */
const mostPages = 10_000;

/** Adds to a call the walk over the pages that follow it. */
export function walk({ items, next, mark = items, told }: PageOrder): Answer {
  return {
    extend(call, first, fail, again) {
      async function* pages(): AsyncGenerator<unknown, void> {
        let before;
        let input: Values | undefined = first;
        for (let count = 0; input;) {
          const body: unknown = await (count ? again(input) : call).envelope();
          const text = JSON.stringify(mark(body));
          // A server that ignores the page number and does not count its pages has given the whole list.
          if (text === before && !told) return;
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
export function previousPage(
  { inputs: [field = ''], first = 1, step }: PageOrder,
  input: Values,
): Values | undefined {
  const number = input[field];
  return typeof number === 'number' && number > first
    ? { ...input, [field]: Math.max(first, number - (step?.(input) ?? 1)) }
    : undefined;
}
