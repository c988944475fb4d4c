import type { Filter, ListBehaviour, Paging, Resource } from '../inference/inferred-api.ts';
import type { JsonObject } from '../inference/json-schema.ts';

/** A part of a list, and where it stands in the whole. */
export interface Page {
  readonly items: readonly JsonObject[];
  /** How many items come before it. */
  readonly start: number;
  readonly total: number;
  /** How many items a page can have. */
  readonly size: number;
  /** Its number, and that of the first page. */
  readonly number: number;
  readonly first: number;
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The page that the query asks for of the items that its filters let through. */
export function pageOf(
  { filters, paging }: Pick<ListBehaviour, 'filters' | 'paging'>,
  { idField }: Pick<Resource, 'idField'>,
  views: readonly JsonObject[],
  query: Query,
): Page {
  const chosen = views.filter((view) => filters.every((filter) => passes(filter, view, query)));
  const asked = integerAt(query, paging.size) ?? paging.defaultSize ?? Math.max(chosen.length, 1);
  const size = Math.max(asked, 1);
  const first = paging.firstPage;
  const start = startOf(paging, size, query, chosen, idField);
  const number = first + Math.floor(start / size);
  return { items: chosen.slice(start, start + size), start, total: chosen.length, size, number, first };
}

function startOf(
  paging: Paging,
  size: number,
  query: Query,
  chosen: readonly JsonObject[],
  idField: string | undefined,
): number {
  const after = textAt(query, paging.after);
  if (after !== undefined && idField !== undefined) {
    const index = chosen.findIndex((item) => String(item[idField]) === after);
    return index === -1 ? chosen.length : index + 1;
  }
  const page = integerAt(query, paging.page);
  const skipped = page === undefined ? undefined : (page - paging.firstPage) * size;
  const starts = [integerAt(query, paging.cursor), integerAt(query, paging.offset), skipped, 0];
  return Math.max(0, starts.find((start) => start !== undefined) ?? 0);
}

function passes({ parameter, field, match }: Filter, view: JsonObject, query: Query): boolean {
  const given = query[parameter];
  if (given === undefined) return true;
  const wanted = typeof given === 'string' ? [given] : given;
  const own = view[field];
  const texts = (Array.isArray(own) ? own : [own]).flatMap((value) => (isText(value) ? [String(value)] : []));
  return wanted.some((value) => texts.some((text) => matches(match, text, value)));
}

function matches(match: Filter['match'], text: string, wanted: string): boolean {
  switch (match) {
    case 'equals':
      return text === wanted;
    case 'contains':
      return text.toLowerCase().includes(wanted.toLowerCase());
    // Dates and times of ISO 8601 stand in their order as text, and a day holds all its times.
    case 'from':
      return text >= wanted;
    case 'to':
      return text.slice(0, wanted.length) <= wanted;
  }
}

function isText(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function textAt(query: Query, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : query[name];
  return typeof value === 'string' ? value : undefined;
}

function integerAt(query: Query, name: string | undefined): number | undefined {
  const value = textAt(query, name);
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}
