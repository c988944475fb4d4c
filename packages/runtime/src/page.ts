import { RunningCall, type Call } from './call.ts';
import type { Values } from './request.ts';
import { SdkError } from './sdk-error.ts';
import type { Sending } from './send.ts';

/** Makes the call for another page of the same list. */
export type Again = (input: Values) => RunningCall;

/** How the pages of a list follow each other; made by `byPage` and its kind. Pure, so that caches can use it. */
export interface Pagination {
  /** The items that a page holds. */
  items(body: unknown): readonly unknown[];
  /** Whether the server says that there are more pages; undefined when it does not say. */
  more(body: unknown, input: Values): boolean | undefined;
  /** The input for the page after this one; undefined after the last. */
  next(body: unknown, input: Values): Values | undefined;
  readonly Call: new (sending: Sending, input: Values, again: Again) => RunningCall;
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

class RunningPages extends RunningCall implements PaginatedCall<unknown, unknown, unknown> {
  readonly #list: readonly [sending: Sending, input: Values, again: Again];

  constructor(...list: [sending: Sending, input: Values, again: Again]) {
    super(list[0]);
    this.#list = list;
  }

  async *#walk(): AsyncGenerator<[body: unknown, items: readonly unknown[]], void> {
    const [{ spec, context }, first, again] = this.#list;
    const { page } = spec;
    let input: Values | undefined = first;
    let before: string | undefined;
    for (let count = 0; page && input;) {
      const body: unknown = await (count ? again(input) : this).envelope();
      const items = page.items(body);
      const text = JSON.stringify(items);
      if (text === before || ++count > mostPages) {
        // A server that ignores the page number and does not count its pages has given the whole list.
        if (page.more(body, input) === undefined) return;
        throw new SdkError('Decode', `page ${count} does not follow from the one before`, context);
      }
      before = text;
      yield [body, items];
      input = page.next(body, input);
    }
  }

  async *pages(): AsyncGenerator<unknown, void> {
    for await (const [body] of this.#walk()) yield body;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void> {
    for await (const [, items] of this.#walk()) yield* items;
  }

  async all({ max = Infinity }: { readonly max?: number } = {}): Promise<unknown[]> {
    const all: unknown[] = [];
    for await (const item of this) if (all.push(item) >= max) break;
    return all;
  }
}

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
  const number = (input: Values): number => Number(input[page] ?? 1);
  const items = (body: unknown): readonly unknown[] => (at(body, list) ?? []) as readonly unknown[];
  const more = (body: unknown, input: Values): boolean | undefined => {
    const last = info && at(body, `${info}/last_page`);
    return last === undefined ? last : number(input) < Number(last);
  };
  return {
    items,
    more,
    next(body, input) {
      const { length } = items(body);
      const full = Math.min(Number(input[size] ?? usual), most);
      return length && (more(body, input) ?? length >= full)
        ? { ...input, [page]: number(input) + 1 }
        : undefined;
    },
    Call: RunningPages,
  };
}
