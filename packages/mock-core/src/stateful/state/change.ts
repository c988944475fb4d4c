import { isObject } from '../../read-document.ts';
import { fits } from '../inference/fits.ts';
import type {
  Behaviour,
  CreateBehaviour,
  ElementBehaviour,
  ItemBehaviour,
  Resource,
  SetBehaviour,
  UpdateBehaviour,
} from '../inference/inferred-api.ts';
import type { JsonObject } from '../inference/json-schema.ts';
import { elementFor, refreshCopies } from './item-view.ts';
import type { Query } from './list-page.ts';
import { newItem, sentValues, unknownCopies } from './new-item.ts';
import {
  allItems,
  isKnown,
  itemWithId,
  resourceAt,
  scopeAmong,
  type ScopeValues,
  type Store,
  type StoredItem,
} from './store.ts';

/** What a request asks for, with its body parsed. */
export interface StateRequest {
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The fields of a body that is an object. */
  readonly body: JsonObject;
  /** The last parameter of the item's path. */
  readonly id: string | undefined;
}

/** The item that a request was about; in words, what there is not. */
export type Found = StoredItem | { readonly missing: string };

export type ItemChange = Exclude<Behaviour, { kind: 'list' | 'list-field' | 'example' }>;

/** Does to the state what the behaviour says, all at once or, where something is missing, nothing. */
export function changed(store: Store, behaviour: ItemChange, request: StateRequest): Found {
  const resource = resourceAt(store, behaviour.resource);
  switch (behaviour.kind) {
    case 'create':
      return created(store, resource, behaviour, request);
    case 'add':
    case 'take':
      return withElement(store, resource, behaviour, request);
    case 'update':
    case 'set':
      return withFields(store, resource, behaviour, request);
    case 'get':
    case 'remove':
    case 'archive':
    case 'restore':
      return keptOrNot(store, resource, behaviour, request);
  }
}

/** The item that the path names, unless it is archived. */
export function seenItem(
  store: Store,
  resource: Resource,
  request: StateRequest,
  id: unknown = request.id,
): Found {
  const item = itemWithId(store, resource, id, requestScope(resource, request));
  return item === undefined || item.archived ? missing(resource, id) : item;
}

export function requestScope(resource: Resource, { path, query, body }: StateRequest): ScopeValues {
  return scopeAmong(resource, { ...body, ...query, ...path });
}

export function missing(resource: Resource, id: unknown): { readonly missing: string } {
  return { missing: `There is no ${resource.singular} ${String(id)}.` };
}

function created(store: Store, resource: Resource, behaviour: CreateBehaviour, request: StateRequest): Found {
  const scope = requestScope(resource, request);
  const item = newItem(store, resource, behaviour, request.body, scope);
  const { idField } = resource;
  const same = idField === undefined ? undefined : itemWithId(store, resource, item.fields[idField], scope);
  const others = allItems(store, resource).filter((one) => one !== same);
  store.items.set(resource.path, [...others, item]);
  return item;
}

function withFields(
  store: Store,
  resource: Resource,
  behaviour: UpdateBehaviour | SetBehaviour,
  request: StateRequest,
): Found {
  const { sent } = behaviour;
  const isInBody = behaviour.kind === 'update' && behaviour.idIn === 'body';
  const input = sent.find(({ field }) => field === resource.idField)?.input;
  const id = isInBody && input !== undefined ? request.body[input] : request.id;
  const item = seenItem(store, resource, request, id);
  if ('missing' in item) return item;
  const { [resource.idField ?? '']: _, ...values } = {
    ...(behaviour.kind === 'set' ? behaviour.values : {}),
    ...sentValues(store, resource, sent, request.body, item.scope),
  };
  Object.assign(item.fields, structuredClone(values), unknownCopies(store, resource, values, item.scope));
  return item;
}

function withElement(
  store: Store,
  resource: Resource,
  behaviour: ElementBehaviour,
  request: StateRequest,
): Found {
  const item = seenItem(store, resource, request);
  if ('missing' in item) return item;
  const { field, key, input, kind, mustExist } = behaviour;
  const id = request.path[input] ?? request.body[input];
  const stored = item.fields[field];
  const elements: unknown[] = Array.isArray(stored) ? stored : [];
  const others = elements.filter((element) => !isObject(element) || String(element[key]) !== String(id));
  if (kind === 'take') {
    if (Array.isArray(stored)) item.fields[field] = others;
    return item;
  }
  const unknown = mustExist ? unknownElement(store, resource, field, item, id) : undefined;
  if (unknown !== undefined) return unknown;
  const element = elementFor(store, resource, field, key, id);
  const isNew = others.length === elements.length && element !== undefined;
  if (!isNew || !fits(store.document, resource.fields[field], [...elements, element])) return item;
  // Only the new element takes all that it can repeat; the others show what they showed.
  refreshCopies(store, resource, { fields: { [field]: [element] }, scope: item.scope }, 'all');
  item.fields[field] = [...elements, element];
  return item;
}

function unknownElement(
  store: Store,
  resource: Resource,
  field: string,
  { scope }: StoredItem,
  id: unknown,
): { readonly missing: string } | undefined {
  const reference = resource.references.find(({ within }) => within === field);
  const other = reference && resourceAt(store, reference.resource);
  if (other === undefined) return undefined;
  const found = itemWithId(store, other, id, scope);
  return found === undefined || found.archived ? missing(other, id) : undefined;
}

function keptOrNot(store: Store, resource: Resource, { kind }: ItemBehaviour, request: StateRequest): Found {
  const scope = requestScope(resource, request);
  const item = itemWithId(store, resource, request.id, scope);
  if (item === undefined || (item.archived && kind !== 'restore')) return missing(resource, request.id);
  if (kind === 'archive') item.archived = true;
  if (kind === 'restore') item.archived = false;
  if (kind === 'remove') {
    store.items.set(
      resource.path,
      allItems(store, resource).filter((one) => one !== item),
    );
  }
  return item;
}

/** The item above in the path that is not there, if the state knows any of its kind. */
export function missingParent(
  store: Store,
  resource: Resource,
  request: StateRequest,
): { missing: string } | undefined {
  return resource.parents
    .map(({ resource: path, parameter }) => ({
      parent: resourceAt(store, path),
      id: request.path[parameter],
    }))
    .filter(({ parent }) => isKnown(store, parent))
    .filter(({ parent, id }) => 'missing' in seenItem(store, parent, request, id))
    .map(({ parent, id }) => missing(parent, id))[0];
}
