import { isQuery, parentOf, queriedItem } from './cache-effects.ts';
import { fieldAt, type JsonObject } from './json.ts';
import { objectShape } from './object-shape.ts';
import { dereference } from './pointer.ts';
import type { Queries } from './queries.ts';
import type { Operation, OptimisticChange, Schema } from './sdk-model.ts';

/**
 * What can be shown of a mutation before the server has answered: the fields of an item that it writes, the item
 * that it deletes, the one that it adds to a list within the item or takes from it. Told from paths and schemas:
 * the item is at the path up to its last parameter, and goes by the field `id` in lists.
 */
export function optimisticChanges(
  document: JsonObject,
  mutation: Operation,
  operations: readonly Operation[],
  queries: Queries,
): OptimisticChange[] {
  const item = isQuery(mutation) ? undefined : queriedItem(mutation.path, queries);
  if (item === undefined) return [];
  const [action, member, ...deeper] = mutation.path.slice(item.length + 1).split('/');
  if (deeper.length > 0 || (member !== undefined && !member.startsWith('{'))) return [];
  const detail = queries.at.get(item);
  const list = queries.at.get(parentOf(item));
  const schema = detail?.success.result ?? itemsOf(document, list?.success.result);
  const shape = schema === undefined ? undefined : objectShape(document, schema);
  const fields = new Map(shape?.properties);
  const id = item.slice(item.lastIndexOf('{') + 1, -1);
  if (!fields.has('id')) return [];
  const change =
    action === undefined || action === ''
      ? itemChange(mutation, fields)
      : memberChange(document, mutation, action, id, fields, operations);
  if (!change) return [];
  const lists =
    list && itemsOf(document, list.success.result) ? [{ query: list.id, item: id, ...change }] : [];
  const details = detail && change.kind !== 'drop' ? [{ query: detail.id, ...change }] : [];
  return [...details, ...lists].map((each) => ({
    match: matchOf(each.query, mutation, operations),
    ...each,
  }));
}

type Change = Omit<OptimisticChange, 'query' | 'match' | 'item'>;

function itemChange({ httpMethod, input }: Operation, item: ReadonlyMap<string, Schema>): Change | undefined {
  if (httpMethod === 'DELETE') return { kind: 'drop' };
  if (httpMethod !== 'PUT' && httpMethod !== 'PATCH') return undefined;
  const written = input.layout === 'flat' ? input.fields.filter((field) => field.in === 'body') : [];
  const fields = written.map(({ name }) => name).filter((name) => item.has(name));
  return fields.length === 0 ? undefined : { kind: 'merge', fields };
}

/** `assign-project` with a `project_id` changes `projects`; `assign/{userId}` changes `assignees`. */
function memberChange(
  document: JsonObject,
  { input, httpMethod }: Operation,
  action: string,
  id: string,
  item: ReadonlyMap<string, Schema>,
  operations: readonly Operation[],
): Change | undefined {
  const [verb = ''] = action.split('-');
  const isRemoval = httpMethod === 'DELETE' || /^un|^remove/.test(verb);
  const root = verb.replace(/^un/, '').replace(/e$/, '');
  for (const { name } of input.fields) {
    const noun = name.replace(/_?ids?$/i, '');
    const field = [`${noun}s`, noun, `${root}ees`].find((each) => itemsOf(document, item.get(each)));
    if (name === id || noun === name || field === undefined) continue;
    const members = objectShape(document, itemsOf(document, item.get(field)) ?? {});
    const names = members?.properties.map(([key]) => key) ?? [];
    const key = ['id', name].find((each) => names.includes(each));
    if (key === undefined) continue;
    const change = { list: field, id: name, key } as const;
    if (isRemoval) return { kind: 'remove', ...change };
    const from = operations.find(
      ({ group, path, httpMethod: method }) =>
        method === 'GET' && group === `${noun}s` && !path.includes('{'),
    );
    const source = from && objectShape(document, itemsOf(document, from.success.result) ?? {});
    const take = source && takenFields(names, noun, new Set(source.properties.map(([each]) => each)));
    return from && take && { kind: 'add', ...change, from: from.id, take };
  }
  return undefined;
}

/** `project_name` of a member is the `name` of the project; undefined where one has no such source. */
function takenFields(
  names: readonly string[],
  noun: string,
  source: ReadonlySet<string>,
): Record<string, string> | undefined {
  const pairs = names.map((name) => {
    const short = name.startsWith(`${noun}_`) ? name.slice(noun.length + 1) : name;
    return [name, [name, short].find((each) => source.has(each))] as const;
  });
  return pairs.some(([, found]) => found === undefined)
    ? undefined
    : Object.fromEntries(pairs.map(([name, found]) => [name, found ?? name]));
}

function itemsOf(document: JsonObject, schema: unknown): Schema | undefined {
  const items = fieldAt(dereference(document, schema), 'items');
  return typeof items === 'object' && items !== null ? (items as JsonObject) : undefined;
}

/** Inputs that both take, but for the page and filters of a list: they say which entries are meant. */
function matchOf(queryId: string, mutation: Operation, operations: readonly Operation[]): string[] {
  const effect = mutation.cacheEffects.find(({ query }) => query === queryId);
  if (effect) return [...effect.match];
  const query = operations.find(({ id }) => id === queryId);
  const taken = new Set(mutation.input.fields.map(({ name }) => name));
  return (query?.input.fields ?? [])
    .filter(({ name, in: place }) => place === 'path' && taken.has(name))
    .map(({ name }) => name);
}
