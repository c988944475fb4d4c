import { isObject, listAt, numberAt, stringAt, stringsAt, stringsIn } from './json.ts';
import type { Pagination } from './pagination.ts';

/** What `x-sdk.pagination` says; false where it says that a list has no pages, undefined where it says nothing. */
export function toldPagination(value: unknown): Pagination | false | undefined {
  if (value === false) return false;
  return isObject(value) ? readers[stringAt(value, 'style') ?? 'page']?.(value) : undefined;
}

const readers: Readonly<Record<string, (value: unknown) => Pagination | undefined>> = {
  page(value) {
    const page = stringAt(value, 'page');
    const info = stringAt(value, 'info');
    const last = stringAt(value, 'last') ?? (info === undefined ? undefined : `${info}/last_page`);
    if (page === undefined) return undefined;
    const first = numberAt(value, 'first') === 0 ? { first: 0 as const } : {};
    return { style: 'page', page, ...sized(value), ...first, ...(last === undefined ? {} : { last }) };
  },
  offset(value) {
    const offset = stringAt(value, 'offset');
    return offset === undefined
      ? undefined
      : { style: 'offset', offset, ...sized(value), ...stringsAt(value, ['total']) };
  },
  cursor(value) {
    const cursor = stringAt(value, 'cursor');
    return cursor === undefined
      ? undefined
      : { style: 'cursor', cursor, ...itemsOf(value), ...stringsAt(value, ['next', 'key', 'more']) };
  },
  link(value) {
    const next = stringAt(value, 'next');
    return next === undefined
      ? undefined
      : { style: 'link', next, ...itemsOf(value), inputs: stringsIn(listAt(value, 'inputs')) };
  },
};

const itemsOf = (value: unknown): { readonly items: string } => ({ items: stringAt(value, 'items') ?? '' });

function sized(value: unknown): { items: string; size?: string; defaultSize?: number } {
  const defaultSize = numberAt(value, 'defaultSize');
  return {
    ...itemsOf(value),
    ...stringsAt(value, ['size']),
    ...(defaultSize === undefined ? {} : { defaultSize }),
  };
}
