import type { OpenApiDocument } from '../../read-document.ts';
import { fits } from '../inference/fits.ts';
import type { InferredApi, Resource } from '../inference/inferred-api.ts';
import { enumOf, resolved, type JsonObject } from '../inference/json-schema.ts';
import { sample } from '../inference/sample.ts';
import { wordsOf } from '../inference/words.ts';
import { storedCounts } from './item-view.ts';
import { nextId } from './next-id.ts';
import { allItems, keptScope, type ScopeValues, type Store, type StoredItem } from './store.ts';

/** A store with the items that the document shows, and so many more that each list has at least `itemsPerList`. */
export function seededStore(document: OpenApiDocument, api: InferredApi, itemsPerList: number): Store {
  const store: Store = { document, api, items: new Map(), given: new Map() };
  // Parents first: the items below belong to one of theirs.
  for (const resource of api.resources.toSorted(
    (left, right) => left.parents.length - right.parents.length,
  )) {
    const scope = exampleScope(store, resource);
    const shown = shownItems(document, resource);
    store.items.set(
      resource.path,
      shown.map((fields) => toItem(resource, structuredClone(fields), scope)),
    );
    addVariants(store, resource, itemsPerList, scope);
  }
  for (const resource of api.resources)
    for (const item of allItems(store, resource)) storedCounts(store, resource, item);
  return store;
}

function toItem(resource: Resource, fields: JsonObject, scope: ScopeValues): StoredItem {
  return { fields, archived: false, scope: keptScope(resource, scope) };
}

/** Where the examples belong: where the document's own example requests look for them. */
function exampleScope(store: Store, resource: Resource): ScopeValues {
  const values = resource.scope.map(({ name, example }) => [
    name,
    example === undefined ? undefined : String(example),
  ]);
  const parents = resource.parents.flatMap(({ resource: path, parameter }) => {
    const parent = store.api.resources.find((one) => one.path === path);
    const ids =
      parent?.idField === undefined
        ? []
        : (store.items.get(path) ?? []).map(({ fields }) => String(fields[parent.idField ?? '']));
    return ids[0] === undefined ? [] : [[parameter, ids] as const];
  });
  const scope: Record<string, string | undefined> = Object.fromEntries(values);
  // A parent that no example has cannot be reached: the first one that there is takes its place.
  for (const [parameter, ids] of parents)
    if (!ids.includes(scope[parameter] ?? '')) scope[parameter] = ids[0];
  return scope;
}

/**
 * The items of the examples, and one for the requests of the examples: where they name an id that no item is shown
 * with, the first item is there under that id too.
 */
function shownItems(document: OpenApiDocument, resource: Resource): readonly JsonObject[] {
  const { examples, exampleId, idField = '' } = resource;
  const sampled = examples.length > 0 ? [] : sampledItems(document, resource);
  const [first] = [...examples, ...sampled];
  const isShown = examples.some((item) => String(item[idField]) === String(exampleId));
  const id = [exampleId, Number(exampleId), String(exampleId)].find((one) =>
    fits(document, resource.fields[idField], one),
  );
  if (exampleId === undefined || first === undefined || isShown || id === undefined)
    return [...examples, ...sampled];
  return [...examples, { ...first, [idField]: id }];
}

/** One item after the schema, for a document without examples; none where no value is known to be valid. */
function sampledItems(document: OpenApiDocument, resource: Resource): JsonObject[] {
  const values = Object.entries(resource.fields)
    .filter(([, schema]) => resolved(document, schema)['writeOnly'] !== true)
    .map(([name, schema]) => [name, sample(document, schema)] as const)
    .filter(([name, value]) => value !== undefined && fits(document, resource.fields[name], value));
  const item = Object.fromEntries(values);
  const isWhole = [...resource.required, resource.idField].every(
    (name) => name === undefined || name in item,
  );
  return isWhole && values.length > 0 ? [item] : [];
}

function addVariants(store: Store, resource: Resource, count: number, scope: ScopeValues): void {
  const items = allItems(store, resource);
  const models = items.slice();
  const { idField } = resource;
  for (let index = items.length; models.length > 0 && idField !== undefined && index < count; index += 1) {
    const model = structuredClone(models[index % models.length]?.fields ?? {});
    const fields = {
      ...variant(store.document, resource, model, index + 1),
      [idField]: nextId(store, resource),
    };
    items.push(toItem(resource, fields, scope));
  }
}

/** The same item under another name and e-mail address, so that people and filters can tell it apart. */
function variant(
  document: OpenApiDocument,
  resource: Resource,
  model: JsonObject,
  number: number,
): JsonObject {
  const changed = Object.entries(model).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    const other = otherText(name, value, number);
    const isFree = enumOf(document, resource.fields[name]).length === 0;
    return isFree && other !== value ? [[name, other] as const] : [];
  });
  return { ...model, ...Object.fromEntries(changed) };
}

function otherText(name: string, value: string, number: number): string {
  if (/^[^@\s]+@[^@\s]+$/.test(value)) return value.replace('@', `+${number}@`);
  return ['name', 'title', 'lastname'].includes(wordsOf(name).at(-1) ?? '') ? `${value} ${number}` : value;
}
