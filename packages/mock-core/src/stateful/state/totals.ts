import { isObject, type OpenApiDocument } from '../../read-document.ts';
import { fits } from '../inference/fits.ts';
import type { Paging } from '../inference/inferred-api.ts';
import { atPointer, type JsonObject } from '../inference/json-schema.ts';
import { schemaAt } from '../inference/payload.ts';
import { wordsOf } from '../inference/words.ts';
import type { Page } from './list-page.ts';

/** Where an answer keeps its totals, and what its schema lets them be. */
export interface TotalsPlace {
  readonly document: OpenApiDocument;
  /** Of the whole answer. */
  readonly schema: unknown;
  /** Pointer of the list, which holds no totals. */
  readonly payload: string;
  readonly info: Paging['info'];
}

/** A body whose totals tell of this page, in whatever of the usual names the document shows them. */
export function withTotals(body: unknown, place: TotalsPlace, page: Page): unknown {
  if (place.info === null || place.payload === '') return body;
  const copy = structuredClone(body);
  const pointers = place.info === undefined ? pointersWithTotals(copy) : [place.info];
  for (const pointer of pointers) {
    const info = pointer === '' ? copy : atPointer(copy, pointer);
    if (isObject(info)) fillTotals(info, pointer, place, page);
  }
  return copy;
}

/** The body itself and the objects in it, two levels deep. The list is none. */
function pointersWithTotals(node: unknown, pointer = '', depth = 0): string[] {
  if (!isObject(node) || depth > 2) return [];
  const inner = Object.entries(node).flatMap(([name, value]) =>
    pointersWithTotals(value, `${pointer}/${name}`, depth + 1),
  );
  return [pointer, ...inner];
}

function fillTotals(info: JsonObject, pointer: string, { document, schema }: TotalsPlace, page: Page): void {
  const hasPage = Object.keys(info).some((name) => /total|page|more|count|next|cursor/i.test(name));
  if (!hasPage) return;
  for (const name of Object.keys(info)) {
    const total = totals[wordsOf(name).join('')];
    if (total === undefined) continue;
    const own = schemaAt(document, schema, `${pointer}/${name}`) ?? {};
    const value = [total(page), null].find((one) => one !== undefined && fits(document, own, one));
    if (value !== undefined) info[name] = value;
  }
}

const lastOf = ({ first, size, total }: Page): number =>
  Math.max(first, first + Math.ceil(total / Math.max(size, 1)) - 1);
const hasMore = ({ start, items, total }: Page): boolean => start + items.length < total;
const count = ({ total }: Page): number => total;
const size = (page: Page): number => page.size;
const number = (page: Page): number => page.number;
const next = (page: Page): number | undefined => (hasMore(page) ? page.number + 1 : undefined);
const cursor = (page: Page): string | undefined =>
  hasMore(page) ? String(page.start + page.items.length) : undefined;

/** What totals are called, without the spaces between their words. */
const totals: Readonly<Record<string, (page: Page) => unknown>> = {
  total: count,
  totalcount: count,
  totalitems: count,
  totalresults: count,
  totalelements: count,
  itemcount: count,
  count,
  perpage: size,
  pagesize: size,
  limit: size,
  currentpage: number,
  page: number,
  pagenumber: number,
  lastpage: lastOf,
  totalpages: (page) => lastOf(page) - page.first + 1,
  pagecount: (page) => lastOf(page) - page.first + 1,
  pages: (page) => lastOf(page) - page.first + 1,
  from: ({ items, start }) => (items.length > 0 ? start + 1 : undefined),
  to: ({ items, start }) => (items.length > 0 ? start + items.length : undefined),
  offset: ({ start }) => start,
  hasmore: hasMore,
  hasnext: hasMore,
  hasnextpage: hasMore,
  nextpage: next,
  nextcursor: cursor,
  nextpagetoken: cursor,
  nexttoken: cursor,
  cursor,
};
