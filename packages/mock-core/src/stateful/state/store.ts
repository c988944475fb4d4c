import type { OpenApiDocument } from '../../read-document.ts';
import type { InferredApi, Resource } from '../inference/inferred-api.ts';
import type { JsonObject } from '../inference/json-schema.ts';

/** What the mock remembers. */
export interface Store {
  readonly document: OpenApiDocument;
  readonly api: InferredApi;
  /** The items of each resource by its path, in the order they were made. */
  readonly items: Map<string, StoredItem[]>;
  /** The last id that each resource gave away, as a number. None is given twice. */
  readonly given: Map<string, number>;
}

/** Whether the resource has or had an item. Of what the state never saw, it cannot say that it is not there. */
export function isKnown(store: Store, resource: Resource): boolean {
  return (
    allItems(store, resource).length > 0 || store.given.has(resource.path) || resource.examples.length > 0
  );
}

export interface StoredItem {
  fields: JsonObject;
  /** Archived items are not seen until they are restored. */
  archived: boolean;
  /** Values of the scope that are no fields, as text: `{ workspace_id: '1' }`. */
  readonly scope: ScopeValues;
}

/** A value that is missing stands for any. */
export type ScopeValues = Readonly<Record<string, string | undefined>>;

export function resourceAt(store: Store, path: string): Resource {
  const found = store.api.resources.find((resource) => resource.path === path);
  if (found === undefined) throw new TypeError(`No resource is inferred at ${path}.`);
  return found;
}

/** All that were made and not removed, archived ones included. */
export function allItems(store: Store, resource: Resource): StoredItem[] {
  return store.items.get(resource.path) ?? [];
}

/** The items that a request with this scope sees. */
export function itemsWithin(store: Store, resource: Resource, scope: ScopeValues): StoredItem[] {
  return allItems(store, resource).filter((item) => !item.archived && isWithin(resource, item, scope));
}

/** The item of that id, an archived one included. */
export function itemWithId(
  store: Store,
  resource: Resource,
  id: unknown,
  scope: ScopeValues,
): StoredItem | undefined {
  const { idField } = resource;
  if (idField === undefined) return undefined;
  return allItems(store, resource).find(
    (item) => String(item.fields[idField]) === String(id) && isWithin(resource, item, scope),
  );
}

function isWithin(resource: Resource, item: StoredItem, wanted: ScopeValues): boolean {
  return resource.scope.every(({ name, isField }) => {
    const own = isField ? item.fields[name] : item.scope[name];
    return wanted[name] === undefined || own === undefined || String(own) === wanted[name];
  });
}

/** The scope of a resource among the inputs of a request. */
export function scopeAmong(resource: Resource, inputs: JsonObject): ScopeValues {
  const given = resource.scope.map(({ name }) => [name, inputs[name]] as const);
  return Object.fromEntries(given.map(([name, value]) => [name, isPlain(value) ? String(value) : undefined]));
}

/** The part of a scope that items keep because no field of theirs says it. */
export function keptScope(resource: Resource, scope: ScopeValues): ScopeValues {
  const names = resource.scope.filter(({ isField }) => !isField).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, scope[name]]));
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
