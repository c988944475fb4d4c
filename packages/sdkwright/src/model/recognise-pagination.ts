import { fieldAt, numberAt, type JsonObject } from './json.ts';
import { isNullable, objectShape } from './object-shape.ts';
import { dereference } from './pointer.ts';
import type { Pagination } from './pagination.ts';
import type { Operation, Parameter } from './sdk-model.ts';

// Names as many APIs have them, in lower case and without what stands between words.
const parameterNames = {
  page: /^(page|page(number|no|index)|currentpage)$/,
  offset: /^(offset|skip|startat)$/,
  size: /^(perpage|(page)?(size|limit)|maxresults|count|take)$/,
  cursor: /^((page|next)?(cursor|token)|continuationtoken|marker|(page|starting)?after|afterid)$/,
};
/** Behind a dot, what stands in an object of that name. */
const answerNames = {
  next: /^(next(page)?(cursor|token|marker)|endcursor|continuationtoken|cursors\.(next|after))$/,
  more: /^(hasmore|hasnext(page)?|more)$/,
  last: /^(lastpage|(total|num(berof)?)pages|pagecount|totalpagecount)$/,
  total: /^(total(count|items|results|records|elements)?|recordcount|itemcount)$/,
  link: /^(next((page)?(url|uri)|link|href)?|odatanextlink|next\.href)$/,
};
const itemNames = /^(data|items|results|records|entries|values?|rows|content|list)$/;
/** Objects around what is told of a list, and around the list itself. */
const containers =
  /^(meta(data)?|pagination|paging|pager|page(info)?|links|cursors|next|data|result|response)$/;

/** What an answer has: where, under which name, of which type. */
interface AnswerField {
  readonly pointer: string;
  readonly words: readonly string[];
  readonly schema: JsonObject;
}

/** What speaks for pages: parameters by name, places in the answer. */
interface Clues {
  readonly page?: Parameter | undefined;
  readonly offset?: Parameter | undefined;
  readonly cursor?: Parameter | undefined;
  readonly next?: string | undefined;
  readonly more?: string | undefined;
  readonly last?: string | undefined;
  readonly total?: string | undefined;
  readonly link?: string | undefined;
  /** Whether the items have an `id`. */
  readonly hasId: boolean;
  /** The list, and the size of its pages. */
  readonly list: { readonly items: string; readonly size?: string; readonly defaultSize?: number };
  /** Whether pages are counted from 0. */
  readonly isFromZero: boolean;
}

/**
 * How the pages of a list follow each other, where parameters and answer have the names that most APIs use and
 * leave no doubt. What `x-sdk.pagination` says goes before it.
 */
export function recognisePagination(document: JsonObject, operation: Operation): Pagination | undefined {
  const { httpMethod, input, success } = operation;
  if (httpMethod !== 'GET' || input.layout === 'nested' || success.kind !== 'json') return undefined;
  const clues = cluesOf(document, operation);
  if (!clues) return undefined;
  for (const style of [byCursor, byCount, byTotal, byLink, byNumber]) {
    const found = style(clues);
    if (found) return found;
  }
  return undefined;
}

function byCursor({ cursor, next, more, hasId, list: { items } }: Clues): Pagination | undefined {
  if (!cursor) return undefined;
  const start = { style: 'cursor', cursor: cursor.name, items } as const;
  if (next !== undefined) return { ...start, next, ...(more === undefined ? {} : { more }) };
  const isItem = /after/.test(wordOf(cursor.name)) && hasId;
  return isItem && more !== undefined ? { ...start, key: 'id', more } : undefined;
}

function byCount({ page, last, list, isFromZero }: Clues): Pagination | undefined {
  if (!page || last === undefined) return undefined;
  return { style: 'page', page: page.name, ...list, ...(isFromZero ? { first: 0 } : {}), last };
}

function byTotal({ offset, total, list }: Clues): Pagination | undefined {
  return offset && total !== undefined ? { style: 'offset', offset: offset.name, ...list, total } : undefined;
}

function byLink({ page, offset, cursor, link, list: { items } }: Clues): Pagination | undefined {
  const inputs = [page, offset, cursor].flatMap((parameter) => parameter?.name ?? []);
  return link !== undefined && inputs.length > 0 ? { style: 'link', items, next: link, inputs } : undefined;
}

/** Without a word on the end: the first page that is not full is the last. */
function byNumber({ page, offset, list, isFromZero }: Clues): Pagination | undefined {
  if (page) return { style: 'page', page: page.name, ...list, ...(isFromZero ? { first: 0 } : {}) };
  return offset && { style: 'offset', offset: offset.name, ...list };
}

function cluesOf(document: JsonObject, { path, parameters, success }: Operation): Clues | undefined {
  const fields = answerFields(document, success.schema);
  const list = listField(document, success.schema, fields, path);
  if (!list) return undefined;
  const given = (name: keyof typeof parameterNames, ...types: string[]): Parameter | undefined =>
    parameters.find(
      (parameter) =>
        parameter.in === 'query' &&
        parameterNames[name].test(wordOf(parameter.name)) &&
        types.includes(typeOf(dereference(document, parameter.schema))),
    );
  const told = (name: keyof typeof answerNames, ...types: string[]): string | undefined =>
    fields.find(
      ({ words, schema }) =>
        words.some((word) => answerNames[name].test(word)) && types.includes(typeOf(schema)),
    )?.pointer;
  const page = given('page', 'integer', 'number');
  const items = objectShape(document, fieldAt(list.schema, 'items'))?.properties ?? [];
  return {
    page,
    offset: given('offset', 'integer', 'number'),
    cursor: given('cursor', 'string', 'integer'),
    next: told('next', 'string', 'integer'),
    more: told('more', 'boolean'),
    last: told('last', 'integer', 'number'),
    total: told('total', 'integer', 'number'),
    link: told('link', 'string'),
    hasId: items.some(([name]) => name === 'id'),
    list: { items: list.pointer, ...sizeOf(document, given('size', 'integer', 'number')) },
    isFromZero: startsAtZero(dereference(document, page?.schema)),
  };
}

function sizeOf(document: JsonObject, size: Parameter | undefined): { size?: string; defaultSize?: number } {
  if (!size) return {};
  const defaultSize = numberAt(dereference(document, size.schema), 'default');
  return { size: size.name, ...(defaultSize === undefined ? {} : { defaultSize }) };
}

function startsAtZero(schema: JsonObject | undefined): boolean {
  return (numberAt(schema, 'default') ?? numberAt(schema, 'minimum')) === 0;
}

/** The list itself, where there is but one, or but one with a name that lists have. */
function listField(
  document: JsonObject,
  schema: unknown,
  fields: readonly AnswerField[],
  path: string,
): AnswerField | undefined {
  const body = dereference(document, schema);
  if (!body || isNullable(body)) return undefined;
  if (fieldAt(body, 'type') === 'array') return { pointer: '', words: [], schema: body };
  const lists = fields.filter((field) => typeOf(field.schema) === 'array');
  const resource = wordOf(path.split('/').findLast((segment) => segment !== '') ?? '');
  const named = lists.filter(({ words }) => words.some((word) => word === resource || itemNames.test(word)));
  const [only, ...others] = named.length > 0 ? named : lists;
  return others.length === 0 ? only : undefined;
}

/** The fields of a body, those of the objects that hold what is told of a list included. */
function answerFields(document: JsonObject, schema: unknown, at = '', around?: string): AnswerField[] {
  const properties = objectShape(document, schema)?.properties ?? [];
  return properties.flatMap(([name, property]) => {
    const word = wordOf(name);
    const target = dereference(document, property);
    // The runtime reads a pointer as it stands.
    if (!target || /[/~]/.test(name)) return [];
    const field = {
      pointer: `${at}/${name}`,
      words: around === undefined ? [word] : [word, `${around}.${word}`],
      schema: target,
    };
    const isDeep = at.split('/').length > 2;
    return containers.test(word) && !isDeep
      ? [field, ...answerFields(document, target, field.pointer, word)]
      : [field];
  });
}

/** The one type that is not `null`. */
function typeOf(schema: JsonObject | undefined): string {
  const types = [fieldAt(schema, 'type')].flat().filter((type) => type !== 'null');
  return types.length === 1 ? String(types[0]) : '';
}

function wordOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
