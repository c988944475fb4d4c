import { isObject, type OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation, OperationInput } from './document-operations.ts';
import type { Filter, Paging, Resource } from './inferred-api.ts';
import { enumOf, isSameSchema, itemsOf, resolved, stringAt, typesOf, unwrapped } from './json-schema.ts';
import { fieldNamed } from './references.ts';
import { wordsOf } from './words.ts';

const pageNames = ['page', 'pagenumber', 'currentpage', 'pageno'];
const offsetNames = ['offset', 'skip', 'startindex'];
const sizeNames = ['perpage', 'pagesize', 'limit', 'size', 'pagelimit', 'maxresults'];
const afterNames = ['after', 'startingafter', 'afterid'];
const cursorNames = ['cursor', 'pagetoken', 'nexttoken', 'nextcursor', 'continuationtoken', 'marker'];

/** The parameters that page a list: those that `x-sdk.pagination` names, else those with a usual name. */
export function pagingOf(document: OpenApiDocument, { inputs, extension }: DocumentOperation): Paging {
  const query = inputs.filter((input) => input.in === 'query');
  const find = (names: readonly string[]): OperationInput | undefined =>
    query.find(({ name }) => names.includes(wordsOf(name).join('')));
  const told = extension['pagination'];
  const page = isObject(told) ? query.find(({ name }) => name === told['page']) : find(pageNames);
  const size = isObject(told) ? query.find(({ name }) => name === told['size']) : find(sizeNames);
  const sizes = [
    isObject(told) ? told['defaultSize'] : undefined,
    resolved(document, size?.schema)['default'],
  ];
  return {
    page: page?.name,
    firstPage: startsAtZero(document, page) ? 0 : 1,
    offset: isObject(told) ? undefined : find(offsetNames)?.name,
    after: isObject(told) ? undefined : find(afterNames)?.name,
    cursor: isObject(told) ? undefined : find(cursorNames)?.name,
    size: size?.name,
    defaultSize: sizes.find((value) => typeof value === 'number'),
    info: isObject(told) ? (stringAt(told, 'info') ?? null) : undefined,
  };
}

/** The query parameters that page the list. */
export function pagingParameters({ page, offset, after, cursor, size }: Paging): string[] {
  return [page, offset, after, cursor, size].filter((name) => name !== undefined);
}

function startsAtZero(document: OpenApiDocument, page: OperationInput | undefined): boolean {
  const { minimum, default: first } = resolved(document, page?.schema);
  return (first ?? minimum) === 0;
}

/** The query parameters that choose among items, each with the field it is compared with. */
export function filtersOf(
  document: OpenApiDocument,
  { inputs }: DocumentOperation,
  { fields, scope }: Pick<Resource, 'fields' | 'scope'>,
  paging: Paging,
): { readonly filters: Filter[]; readonly ignored: string[] } {
  const known = [...pagingParameters(paging), ...scope.map(({ name }) => name)];
  const query = inputs.filter(({ name, in: place }) => place === 'query' && !known.includes(name));
  const found = query.map((input) => ({ input, field: filteredField(document, input, fields) }));
  return {
    filters: found.flatMap(({ input, field }) =>
      field === undefined
        ? []
        : [{ parameter: input.name, field, match: matchOf(document, input, field, fields) }],
    ),
    ignored: found.filter(({ field }) => field === undefined).map(({ input }) => input.name),
  };
}

/** The field of the same name, also as its last word where both allow the same values: `role`, `current_role`. */
function filteredField(
  document: OpenApiDocument,
  { name, schema }: OperationInput,
  fields: Resource['fields'],
): string | undefined {
  const field = fieldNamed(Object.keys(fields), wordsOf(name));
  if (field === undefined || wordsOf(field).join(' ') === wordsOf(name).join(' ')) return field;
  const values = enumOf(document, schema);
  return values.length > 0 && isSameSchema(values, enumOf(document, fields[field])) ? field : undefined;
}

function matchOf(
  document: OpenApiDocument,
  { name, schema, description }: OperationInput,
  field: string,
  fields: Resource['fields'],
): Filter['match'] {
  const own = unwrapped(document, schema);
  if (own['format'] === 'date' || own['format'] === 'date-time') {
    const words = wordsOf(name);
    if (words.some((word) => ['from', 'start', 'since', 'after', 'min'].includes(word))) return 'from';
    if (words.some((word) => ['to', 'end', 'until', 'before', 'max'].includes(word))) return 'to';
  }
  const isText = typesOf(own).includes('string') && own['format'] === undefined && own['enum'] === undefined;
  const isList = itemsOf(document, fields[field]) !== undefined;
  return isText && !isList && partial.test(description) ? 'contains' : 'equals';
}

/** How documents say that a part of the text is enough. No schema can. */
const partial = /\b(?:contain(?:s|ing)?|holds?|parts? of|partial|substring|includes?|search)\b/i;
