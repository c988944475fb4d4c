import { fits } from '../inference/fits.ts';
import type { CreateBehaviour, Resource, SentField } from '../inference/inferred-api.ts';
import { itemsOf, shapeOf, type JsonObject } from '../inference/json-schema.ts';
import { elementKey } from '../inference/references.ts';
import { sample } from '../inference/sample.ts';
import { isSameName } from '../inference/words.ts';
import { elementFor, refreshCopies } from './item-view.ts';
import { nextId } from './next-id.ts';
import { itemWithId, keptScope, resourceAt, type ScopeValues, type Store, type StoredItem } from './store.ts';

/** The fields of an item that a body sets: those that fit its schema, ids turned into what they stand for. */
export function sentValues(
  store: Store,
  resource: Resource,
  sent: readonly SentField[],
  body: JsonObject,
  scope: ScopeValues,
): JsonObject {
  const entries = sent.flatMap(({ input, field, via }) => {
    if (!Object.hasOwn(body, input)) return [];
    const value = via === undefined ? body[input] : lookedUp(store, via, body[input], scope);
    const stored = asStored(store, resource, field, value);
    return stored === undefined ? [] : [[field, stored] as const];
  });
  return Object.fromEntries(entries);
}

function lookedUp(
  store: Store,
  via: NonNullable<SentField['via']>,
  id: unknown,
  scope: ScopeValues,
): unknown {
  return itemWithId(store, resourceAt(store, via.resource), id, scope)?.fields[via.from];
}

function asStored(store: Store, resource: Resource, field: string, value: unknown): unknown {
  const schema = resource.fields[field];
  if (value === undefined || fits(store.document, schema, value)) return value;
  if (!Array.isArray(value)) return undefined;
  const names = Object.keys(shapeOf(store.document, itemsOf(store.document, schema))?.properties ?? {});
  const key = elementKey(names, field);
  const elements = key === undefined ? [] : value.map((id) => elementFor(store, resource, field, key, id));
  return key !== undefined && elements.every((element) => element !== undefined) ? elements : undefined;
}

/** The item that a creation makes: what was sent, and what the document shows for all that the server sets itself. */
export function newItem(
  store: Store,
  resource: Resource,
  { sent, example = {} }: Pick<CreateBehaviour, 'sent' | 'example'>,
  body: JsonObject,
  scope: ScopeValues,
): StoredItem {
  const given = sentValues(store, resource, sent, body, scope);
  const names = new Set([...Object.keys(example), ...Object.keys(resource.fields)]);
  const fields: JsonObject = {};
  for (const name of names) {
    const value = Object.hasOwn(given, name)
      ? given[name]
      : unsentValue(store, resource, sent, example, name);
    if (value !== undefined) fields[name] = structuredClone(value);
  }
  Object.assign(
    fields,
    scopeFields(store, resource, given, scope),
    unknownCopies(store, resource, given, scope),
  );
  const { idField } = resource;
  if (idField !== undefined && given[idField] === undefined) fields[idField] = nextId(store, resource);
  const item = { fields, archived: false, scope: keptScope(resource, scope) };
  refreshCopies(store, resource, item, 'all');
  return item;
}

/** A task made at `/projects/{projectId}/tasks` has that `project_id`. */
function scopeFields(store: Store, resource: Resource, given: JsonObject, scope: ScopeValues): JsonObject {
  const entries = resource.scope.flatMap(({ name }) => {
    const field = Object.keys(resource.fields).find((one) => isSameName(one, name));
    const text = scope[name];
    if (field === undefined || text === undefined || Object.hasOwn(given, field)) return [];
    const value = [text, Number(text)].find((one) => fits(store.document, resource.fields[field], one));
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The example's name is not that of somebody else, whom the state does not know. */
export function unknownCopies(
  store: Store,
  resource: Resource,
  given: JsonObject,
  scope: ScopeValues,
): JsonObject {
  const fields = resource.references
    .filter(({ within, key }) => within === undefined && Object.hasOwn(given, key))
    .filter(({ key, resource: path }) => !itemWithId(store, resourceAt(store, path), given[key], scope))
    .flatMap(({ copies }) => copies.map(({ field }) => field))
    .filter((field) => !Object.hasOwn(given, field) && fits(store.document, resource.fields[field], null));
  return Object.fromEntries(fields.map((field) => [field, null]));
}

function unsentValue(
  store: Store,
  resource: Resource,
  sent: readonly SentField[],
  example: JsonObject,
  name: string,
): unknown {
  const schema = resource.fields[name];
  if (resource.counts.some(({ field }) => field === name)) return 0;
  const option = sent.find(({ field }) => field === name);
  const isRequired = resource.required.includes(name);
  // Left out by the caller, it is empty; left to the server, it is as documented.
  const shown = option === undefined || isRequired ? example[name] : undefined;
  const candidates = [option?.default, shown, ...(option === undefined && !isRequired ? [] : [null, []])];
  const found = candidates.find((value) => value !== undefined && fits(store.document, schema, value));
  if (found !== undefined || !isRequired) return found;
  return (
    resource.examples.map((item) => item[name]).find((value) => value !== undefined) ??
    sample(store.document, schema)
  );
}
