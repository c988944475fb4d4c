import type { PageOrder } from './page.ts';
import type { Values } from './request.ts';

/** Where a list has its items; what starts with `/` is a JSON pointer into the body. */
interface ListShape {
  readonly items: string;
}

/** A list whose pages end where one of them is not full, unless the server counts. */
interface SizedShape extends ListShape {
  /** The input field with the number of items of a page. */
  readonly size?: string;
  /** How many items a page has when the input does not say, and how many at most. */
  readonly sizes?: readonly [usual: number, most: number];
}

/** Pages with numbers. */
export interface PageShape extends SizedShape {
  /** The input field with the number of the page. */
  readonly page: string;
  /** Where the number of pages stands. Missing: the list ends at a page that is not full. */
  readonly last?: string;
}

/** Pages that begin at an item with a number, the first of which is 0. */
export interface OffsetShape extends SizedShape {
  /** The input field with the number of the item. */
  readonly offset: string;
  /** Where the number of all items stands. Missing: the list ends at a page that is not full. */
  readonly total?: string;
}

/** Pages that begin at a place that only the server understands. */
export interface CursorShape extends ListShape {
  /** The input field with the place. */
  readonly cursor: string;
  /** Where the place of the next page stands; none, `null` and an empty text are the end. */
  readonly next?: string;
  /** Where no `next` does: the field of the last item that is the place, such as `id`. */
  readonly key?: string;
  /** Where it stands whether there are more pages. */
  readonly more?: string;
}

/** Pages of which each has the URL of the next. */
export interface LinkShape extends ListShape {
  /** Where the URL stands; none, `null` and an empty text are the end. */
  readonly next: string;
  /**
   * The input fields to take from its query. The URL itself is never called: it is the server's word, and the
   * next request goes where every request goes.
   */
  readonly inputs: readonly string[];
}

const at = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (value as Values | null | undefined)?.[key], body);

const itemsAt =
  (pointer: string) =>
  (body: unknown): readonly unknown[] =>
    (at(body, pointer) ?? []) as readonly unknown[];

/** Pages with numbers, the first of which is 1. */
export function byPage({
  page,
  size = '',
  items: list,
  last,
  sizes: [usual, most] = [1, Infinity],
}: PageShape): PageOrder {
  const items = (body: unknown): readonly unknown[] => (at(body, list) ?? []) as readonly unknown[];
  const next = (body: unknown, input: Values): Values | undefined => {
    const { length } = items(body);
    const number = Number(input[page] ?? 1);
    const count = last && (at(body, last) as number | undefined);
    const more = count ? number < count : length >= Math.min(Number(input[size] ?? usual), most);
    return length && more ? { ...input, [page]: number + 1 } : undefined;
  };
  return { items, next, inputs: [page], told: !!last };
}

/** Pages with numbers, the first of which is 0. */
export function byIndex(shape: PageShape): PageOrder {
  const one = (): number => 1;
  return fromZero(shape, shape.page, shape.last, one, one);
}

/** Pages that begin at an item with a number. */
export function byOffset(shape: OffsetShape): PageOrder {
  return fromZero(
    shape,
    shape.offset,
    shape.total,
    (length) => length,
    (input) => fullPage(shape, input),
  );
}

/** `advance` leads from a page to the next, `step` back to the one before. */
function fromZero(
  shape: SizedShape,
  field: string,
  total: string | undefined,
  advance: (length: number) => number,
  step: (input: Values) => number,
): PageOrder {
  const items = itemsAt(shape.items);
  const next = (body: unknown, input: Values): Values | undefined => {
    const { length } = items(body);
    const following = Number(input[field] ?? 0) + advance(length);
    const count = total && (at(body, total) as number | undefined);
    const more = count ? following < count : length >= fullPage(shape, input);
    return length && more ? { ...input, [field]: following } : undefined;
  };
  return { items, next, inputs: [field], first: 0, step, told: !!total };
}

/** How many items a page has that is not the last. */
function fullPage({ size = '', sizes: [usual, most] = [1, Infinity] }: SizedShape, input: Values): number {
  return Math.min(Number(input[size] ?? usual), most);
}

/** Pages that begin at a place that only the server understands. */
export function byCursor({ items: list, cursor, next: pointer = '', key, more }: CursorShape): PageOrder {
  const items = itemsAt(list);
  const placeIn = (body: unknown): unknown =>
    (key === undefined ? at(body, pointer) : at(items(body).at(-1), `/${key}`)) ?? '';
  const next = (body: unknown, input: Values): Values | undefined => {
    const place = placeIn(body);
    const isMore = more === undefined || at(body, more);
    // At their end some servers give the place that they were asked for, with nothing behind it.
    const isStill = place === input[cursor] && items(body).length === 0;
    return isMore && place !== '' && !isStill ? { ...input, [cursor]: place } : undefined;
  };
  const mark = (body: unknown): unknown => [placeIn(body), items(body).length === 0];
  return { items, next, inputs: [cursor], first: Infinity, mark, told: true };
}

/** Pages of which each has the URL of the next. */
export function byLink({ items, next: pointer, inputs }: LinkShape): PageOrder {
  const linkIn = (body: unknown): unknown => at(body, pointer) ?? '';
  const next = (body: unknown, input: Values): Values | undefined => {
    const link = linkIn(body);
    if (typeof link !== 'string' || link === '') return undefined;
    const query = new URLSearchParams(link.replace(/^[^?]*|#.*$/g, ''));
    return { ...input, ...Object.fromEntries(inputs.map((name) => [name, query.get(name) ?? undefined])) };
  };
  return { items: itemsAt(items), next, inputs, first: Infinity, mark: linkIn, told: true };
}
