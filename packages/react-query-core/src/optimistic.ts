import type { Query, QueryClient } from '@tanstack/react-query';
import { operationKey, type OperationPath } from './query-key.ts';

/** A change of cached data that a mutation is about to cause. Generated, plain data. */
export interface OptimisticChange {
  readonly query: QueryPath;
  /** Inputs that must be equal for an entry to be meant. */
  readonly match: readonly string[];
  /** In a list: the input with the `id` of the item that is meant. Missing: the data is the item. */
  readonly item?: string;
  /** `merge`: the item takes `fields` of the input. `drop`: it leaves the list. `add`, `remove`: a member of it. */
  readonly kind: 'merge' | 'drop' | 'add' | 'remove';
  readonly fields?: readonly string[];
  /** The field with the members, the input that names one, the field of a member that this is compared with. */
  readonly list?: string;
  readonly id?: string;
  readonly key?: string;
  /** The list in whose cached data an added member is looked up by `id`, and where its fields come from there. */
  readonly from?: QueryPath;
  readonly take?: Readonly<Record<string, string>>;
}

type QueryPath = readonly [group: string, method: string];
type Values = Readonly<Record<string, unknown>>;
type Change = (data: unknown) => unknown;

/** Shows a mutation before the server has answered: `useUpdateTaskMutation({ optimistic })`. */
export type Optimistic = (
  queryClient: QueryClient,
  scope: string,
  path: OperationPath,
  input: Values,
  send: () => Promise<unknown>,
) => Promise<unknown>;

/** What the server said of an entry, and what is shown on top of it. */
interface Layer {
  base: unknown;
  readonly pending: Set<Change>;
}

/** The entries of a cache that show more than the server said. */
interface Layers {
  readonly of: Map<Query, Layer>;
  /** True while this module itself writes. */
  writing: boolean;
  stop: () => void;
}

const caches = new WeakMap<QueryClient, Layers>();

/**
 * `changes` are those of each mutation, by `group.method`; `page` is the field of a page that holds its items.
 * Changes are laid over what the server said last, in the order in which they began: a mutation that fails takes
 * back its own and no other's, and an answer that comes meanwhile goes below those that are under way.
 */
export function createOptimistic(
  changes: Readonly<Record<string, readonly OptimisticChange[]>>,
  page = 'data',
): Optimistic {
  return async (queryClient, scope, path, input, send) => {
    const wanted = changes[path.slice(0, 2).join('.')] ?? [];
    const targets = wanted.flatMap((change) => {
      const queryKey = operationKey(scope, [...change.query, path[2]], pick(input, change.match));
      const found = queryClient.getQueryCache().findAll({ queryKey });
      const apply = changeOf(change, input, () => memberFrom(queryClient, scope, change, input, page), page);
      return found.map((query) => [query, apply] as const);
    });
    // What is under way was asked before the change and would bring the old state back. Nothing else is waited for.
    const underWay = targets.filter(([query]) => query.state.fetchStatus !== 'idle');
    if (underWay.length > 0)
      await Promise.all(
        underWay.map(([{ queryKey }]) => queryClient.cancelQueries({ queryKey, exact: true })),
      );
    const shown = targets.filter(([query]) => query.state.data !== undefined);
    for (const [query, apply] of shown) show(queryClient, query, apply);
    const end = (succeeded: boolean): void => {
      for (const [query, apply] of shown) settle(queryClient, query, apply, succeeded);
    };
    try {
      const answer = await send();
      end(true);
      return answer;
    } catch (error) {
      end(false);
      // The request may have come through all the same; and what was cancelled above is still to be fetched.
      for (const [{ queryKey }] of targets) void queryClient.invalidateQueries({ queryKey, exact: true });
      throw error;
    }
  };
}

function show(queryClient: QueryClient, query: Query, apply: Change): void {
  const layers = layersOf(queryClient);
  const layer = layers.of.get(query) ?? { base: query.state.data, pending: new Set() };
  layers.of.set(query, layer);
  layer.pending.add(apply);
  write(queryClient, layers, query, layer);
}

function settle(queryClient: QueryClient, query: Query, apply: Change, succeeded: boolean): void {
  const layers = layersOf(queryClient);
  const layer = layers.of.get(query);
  if (!layer) return;
  layer.pending.delete(apply);
  if (succeeded) layer.base = apply(layer.base);
  write(queryClient, layers, query, layer);
  if (layer.pending.size === 0) layers.of.delete(query);
  if (layers.of.size === 0) {
    layers.stop();
    caches.delete(queryClient);
  }
}

/** An entry that is gone stays gone. */
function write(queryClient: QueryClient, layers: Layers, query: Query, { base, pending }: Layer): void {
  if (queryClient.getQueryCache().get(query.queryHash) !== query) return;
  layers.writing = true;
  const data = [...pending].reduce<unknown>((shown, apply) => apply(shown), base);
  queryClient.setQueryData(query.queryKey, data);
  layers.writing = false;
}

/** Watches the cache as long as anything is shown: what comes from elsewhere is news of the server. */
function layersOf(queryClient: QueryClient): Layers {
  const known = caches.get(queryClient);
  if (known) return known;
  const layers: Layers = { of: new Map(), writing: false, stop: () => {} };
  layers.stop = queryClient.getQueryCache().subscribe((event) => {
    if (layers.writing || event.type !== 'updated' || event.action.type !== 'success') return;
    const layer = layers.of.get(event.query);
    if (!layer) return;
    layer.base = event.action.data;
    write(queryClient, layers, event.query, layer);
  });
  caches.set(queryClient, layers);
  return layers;
}

function changeOf(
  { item, kind, fields = [], list = '', id = '', key = '' }: OptimisticChange,
  input: Values,
  member: () => Values | undefined,
  page: string,
): Change {
  const changed = (value: Values): Values => {
    if (kind === 'merge') return { ...value, ...pick(input, fields) };
    const members = valuesIn(value[list]);
    const others = members.filter((each) => String(each[key]) !== String(input[id]));
    if (kind === 'remove') return { ...value, [list]: others };
    const added = others.length < members.length ? undefined : member();
    return added ? { ...value, [list]: [...members, added] } : value;
  };
  if (item === undefined) return (data) => (isObject(data) ? changed(data) : data);
  const inList = (items: readonly unknown[]): unknown[] =>
    items.flatMap((each) => {
      if (!isObject(each) || String(each['id']) !== String(input[item])) return [each];
      return kind === 'drop' ? [] : [changed(each)];
    });
  return (data) => withItems(data, page, inList);
}

/** The member as another list shows it; undefined where that list is not in the cache. */
function memberFrom(
  queryClient: QueryClient,
  scope: string,
  { from, take = {}, id = '' }: OptimisticChange,
  input: Values,
  page: string,
): Values | undefined {
  if (!from) return undefined;
  const found: Values[] = [];
  for (const { state } of queryClient.getQueryCache().findAll({ queryKey: operationKey(scope, from) }))
    withItems(state.data, page, (items) => {
      found.push(...valuesIn(items).filter((each) => String(each['id']) === String(input[id])));
      return items;
    });
  const [source] = found;
  return source && Object.fromEntries(Object.entries(take).map(([name, of]) => [name, source[of]]));
}

/** A list as a plain query holds it, or the pages of an infinite one. */
function withItems(
  data: unknown,
  page: string,
  change: (items: readonly unknown[]) => readonly unknown[],
): unknown {
  if (Array.isArray(data)) return change(data);
  if (!isObject(data)) return data;
  const { pages } = data;
  if (Array.isArray(pages)) return { ...data, pages: pages.map((each) => withItems(each, page, change)) };
  return Array.isArray(data[page]) ? { ...data, [page]: change(data[page]) } : data;
}

function pick(values: Values, names: readonly string[]): Values {
  const given = names.filter((name) => values[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, values[name]]));
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valuesIn = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isObject) : []);
