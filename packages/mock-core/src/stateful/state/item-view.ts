import { isObject } from '../../read-document.ts';
import { fits } from '../inference/fits.ts';
import type { Copy, Resource } from '../inference/inferred-api.ts';
import { itemsOf, shapeOf, type JsonObject } from '../inference/json-schema.ts';
import { sample } from '../inference/sample.ts';
import { allItems, itemWithId, resourceAt, type ScopeValues, type Store, type StoredItem } from './store.ts';

/**
 * An item as it is now: with the names and addresses that it repeats of others, and with its counts. They are looked
 * up for each answer, so that renaming a project shows in everything that repeats its name.
 */
export function viewOf(store: Store, resource: Resource, item: StoredItem): JsonObject {
  const fields = structuredClone(item.fields);
  refreshCopies(store, resource, { fields, scope: item.scope }, 'present');
  return { ...fields, ...countsNow(store, resource, item) };
}

/**
 * Gives what an item repeats of others the value that it has there now. An item shows what it is documented to show:
 * only its own fields are `present` ones; what is new takes `all` that there is to repeat.
 */
export function refreshCopies(
  store: Store,
  resource: Resource,
  { fields, scope }: Pick<StoredItem, 'fields' | 'scope'>,
  which: 'present' | 'all',
): void {
  for (const { within, key, resource: path, copies } of resource.references) {
    const other = resourceAt(store, path);
    const part = within === undefined ? [fields] : fields[within];
    const schemas = within === undefined ? resource.fields : elementShape(store, resource, within);
    for (const target of Array.isArray(part) ? part : []) {
      if (!isObject(target)) continue;
      const shown = copies.filter(({ field }) => which === 'all' || Object.hasOwn(target, field));
      copyInto(store, { target, schemas, copies: shown }, itemWithId(store, other, target[key], scope));
    }
  }
}

interface CopyTarget {
  readonly target: JsonObject;
  readonly schemas: Readonly<Record<string, unknown>>;
  readonly copies: readonly Copy[];
}

function copyInto(store: Store, { target, schemas, copies }: CopyTarget, found?: StoredItem): void {
  if (found === undefined) return;
  for (const { field, from } of copies) {
    const value = found.fields[from];
    if (value !== undefined && fits(store.document, schemas[field], value)) target[field] = value;
  }
}

function elementShape(store: Store, resource: Resource, field: string): Readonly<Record<string, unknown>> {
  return shapeOf(store.document, itemsOf(store.document, resource.fields[field]))?.properties ?? {};
}

/** What is stored of a count is what the document shows beyond the items it shows: see `storedCounts`. */
function countsNow(store: Store, resource: Resource, item: StoredItem): JsonObject {
  const counts = resource.counts.flatMap(({ field }) => {
    const beyond = item.fields[field];
    return typeof beyond === 'number'
      ? [[field, Math.max(0, beyond + countOf(store, resource, item, field))]]
      : [];
  });
  return Object.fromEntries(counts);
}

function countOf(store: Store, resource: Resource, item: StoredItem, field: string): number {
  const count = resource.counts.find((one) => one.field === field);
  if (count === undefined || resource.idField === undefined) return 0;
  const id = item.fields[resource.idField];
  return allItems(store, resourceAt(store, count.resource)).filter(
    (counted) =>
      !counted.archived && counted.fields[count.key] === id && isSameScope(counted.scope, item.scope),
  ).length;
}

function isSameScope(left: ScopeValues, right: ScopeValues): boolean {
  return Object.entries(left).every(([name, value]) => right[name] === undefined || right[name] === value);
}

/** Takes the items that there are off the counts that the document shows, so that a count moves with the state. */
export function storedCounts(store: Store, resource: Resource, item: StoredItem): void {
  for (const { field } of resource.counts) {
    const shown = item.fields[field];
    if (typeof shown === 'number') item.fields[field] = shown - countOf(store, resource, item, field);
  }
}

/** The element for an id in an array of objects: `project_id: 101` in `projects: [{ project_id, project_name }]`. */
export function elementFor(
  store: Store,
  resource: Resource,
  field: string,
  key: string,
  id: unknown,
): JsonObject | undefined {
  const schema = itemsOf(store.document, resource.fields[field]);
  const shape = shapeOf(store.document, schema);
  const value = [id, Number(id), String(id)].find((one) => fits(store.document, shape?.properties[key], one));
  if (shape === undefined || value === undefined) return undefined;
  const required = shape.required.filter((name) => name !== key);
  const others = required.map((name) => [name, plainest(store, shape.properties[name])] as const);
  return { [key]: value, ...Object.fromEntries(others) };
}

function plainest(store: Store, schema: unknown): unknown {
  return fits(store.document, schema, null) ? null : sample(store.document, schema);
}

/** An item as an answer of this schema shows it: without what only other answers have, with all that it requires. */
export function asAnswered(store: Store, resource: Resource, schema: unknown, view: JsonObject): JsonObject {
  const shape = shapeOf(store.document, schema);
  if (shape === undefined || Object.keys(shape.properties).length === 0) return view;
  const kept = Object.entries(view)
    .filter(([name]) => Object.hasOwn(shape.properties, name) || !Object.hasOwn(resource.fields, name))
    .map(([name, value]) => [name, allowed(store, shape.properties[name] ?? {}, value)] as const);
  const missing = shape.required.filter((name) => view[name] === undefined);
  const filled = missing.map((name) => [name, plainest(store, shape.properties[name])] as const);
  return Object.fromEntries([...kept, ...filled]);
}

/** An answer that is stricter than the others, such as one whose `revoked` is always true, says its own word. */
function allowed(store: Store, schema: unknown, value: unknown): unknown {
  return fits(store.document, schema, value) ? value : (sample(store.document, schema) ?? value);
}
