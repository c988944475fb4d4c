import { fieldAt, isObject, listAt, objectAt, stringAt, stringsIn, type JsonObject } from './json.ts';
import type { Queries, Query } from './queries.ts';
import { rawOperation } from './raw-operation.ts';
import type { CacheEffect, Operation } from './sdk-model.ts';
import { sentPath } from './sent-path.ts';

/**
 * Operations that only read are queries; all others are mutations (RFC 9110, section 9.2.1). The document knows better
 * where it says so: of a POST that searches, or a GET that does something.
 */
export function isQuery({ httpMethod, query }: Pick<Operation, 'httpMethod' | 'query'>): boolean {
  return query ?? /^(GET|HEAD|QUERY)$/.test(httpMethod);
}

/**
 * What a mutation does to cached queries, told from the paths, the schemas and the overlay:
 * the list around its item and all below the item go stale, the detail query of a deleted item is removed,
 * and an answer that is the whole item fills its detail query.
 */
export function cacheEffects(
  document: JsonObject,
  mutation: Operation,
  queries: Queries,
  clientInputs: readonly string[],
): CacheEffect[] {
  if (isQuery(mutation)) return [];
  const scope = pathScope(mutation, queries);
  const written = writtenSchemas(mutation);
  const extension = objectAt(
    objectAt(rawOperation(document, mutation.path, mutation.httpMethod), 'x-sdk'),
    'cacheEffects',
  );
  const kept = new Set(stringsIn(listAt(extension, 'keeps')));
  const stale = new Set(stringsIn(listAt(extension, 'invalidates')));
  return queries.all
    .filter(({ operation }) => !kept.has(operation.id))
    .flatMap((query) => {
      const { operation } = query;
      const reason = stale.has(operation.id)
        ? (stringAt(extension, 'reason') ?? 'The overlay says so.')
        : (pathReason(scope, operation) ?? schemaReason(written, query));
      return reason === undefined ? [] : [effectOn(operation, mutation, scope, reason, clientInputs)];
    });
}

/** The list and the item a mutation is about: `/tasks` and `/tasks/{taskId}` for `/tasks/{taskId}/assign/{userId}`. */
interface PathScope {
  readonly collection?: string;
  readonly item?: string;
}

function pathScope(mutation: Operation, queries: Queries): PathScope {
  const path = sentPath(mutation);
  if (mutation.httpMethod === 'POST' && queries.at.has(path)) return { collection: path };
  const item = queriedItem(path, queries);
  return item === undefined ? {} : { item, collection: parentOf(item) };
}

/** The longest start of a path that ends with a parameter and is queried, itself or as a list. */
export function queriedItem(path: string, { at }: Queries): string | undefined {
  return itemPaths(path).find((candidate) => at.has(candidate) || at.has(parentOf(candidate)));
}

/** Every prefix of a path that ends with a parameter, the longest first. */
function itemPaths(path: string): string[] {
  const segments = path.split('/');
  return segments
    .flatMap((segment, index) => (segment.startsWith('{') ? [segments.slice(0, index + 1).join('/')] : []))
    .toReversed();
}

/** The path of the list around an item. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function pathReason({ collection, item }: PathScope, query: Operation): string | undefined {
  const path = sentPath(query);
  if (path === item) return `It is the item at \`${path}\`.`;
  if (path === collection) return `It lists \`${path}\`, where the item is.`;
  if (item !== undefined && path.startsWith(`${item}/`)) return `It is below the item at \`${item}\`.`;
  return undefined;
}

/** What a mutation sends or gets back. The sibling of a schema for requests speaks of the same thing. */
function writtenSchemas(mutation: Operation): ReadonlySet<string> {
  const sent = schemaNames(mutation.body?.schema).flatMap((name) => [name, name.replace(/Request\d*$/, '')]);
  return new Set([...schemaNames(mutation.success.result), ...sent]);
}

function schemaReason(written: ReadonlySet<string>, { schemas }: Query): string | undefined {
  const shared = schemas.find((name) => written.has(name));
  return shared === undefined ? undefined : `Both speak of \`${shared}\`.`;
}

/** The named schema a value is, or is a list of. */
export function schemaNames(schema: unknown): string[] {
  const reference = stringAt(schema, '$ref') ?? stringAt(fieldAt(schema, 'items'), '$ref');
  return reference === undefined ? [] : [reference.slice(reference.lastIndexOf('/') + 1)];
}

function effectOn(
  query: Operation,
  mutation: Operation,
  { item }: PathScope,
  reason: string,
  clientInputs: readonly string[],
): CacheEffect {
  const match = sharedFields(query, mutation, clientInputs);
  const isGone = mutation.httpMethod === 'DELETE' && mutation.path === item;
  if (isGone && `${sentPath(query)}/`.startsWith(`${item}/`))
    return { query: query.id, match, reason, kind: 'remove' };
  const fill = filledFrom(query, mutation);
  if (!fill) return { query: query.id, match, reason, kind: 'invalidate' };
  const [answer] = schemaNames(query.success.result);
  return { query: query.id, match, kind: 'fill', fill, reason: `It answers with the whole \`${answer}\`.` };
}

/** Path parameters and client-wide inputs that both take: they say which entries are meant. */
function sharedFields(query: Operation, mutation: Operation, clientInputs: readonly string[]): string[] {
  const taken = new Set(mutation.input.fields.map(({ name }) => name));
  return query.input.fields
    .filter(
      ({ name, in: location }) => taken.has(name) && (location === 'path' || clientInputs.includes(name)),
    )
    .map(({ name }) => name);
}

/** Where the inputs of a detail query come from; undefined where the answer is no whole item or one is unknown. */
function filledFrom(query: Operation, mutation: Operation): CacheEffect['fill'] {
  const [answer] = directName(mutation.success.result);
  if (answer === undefined || answer !== directName(query.success.result)[0]) return undefined;
  const taken = new Set(mutation.input.fields.map(({ name }) => name));
  const required = query.input.fields.filter((field) => field.required);
  const unknown = required.filter(({ name }) => !taken.has(name));
  if (
    !unknown.every(({ name, in: location }) => location === 'path' && sentPath(query).endsWith(`{${name}}`))
  )
    return undefined;
  return {
    fromInput: required.filter(({ name }) => taken.has(name)).map(({ name }) => name),
    fromAnswer: Object.fromEntries(unknown.map(({ name }) => [name, 'id'])),
  };
}

function directName(schema: unknown): string[] {
  return isObject(schema) && typeof schema['$ref'] === 'string' ? schemaNames(schema) : [];
}
