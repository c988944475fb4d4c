import type { Resource } from '../inference/inferred-api.ts';
import { typesOf, unwrapped } from '../inference/json-schema.ts';
import { allItems, type Store } from './store.ts';

/** An id that no item of the resource has had: the next number, or a text of the same make as those before. */
export function nextId(store: Store, resource: Resource): unknown {
  const { idField } = resource;
  if (idField === undefined) return undefined;
  const schema = unwrapped(store.document, resource.fields[idField]);
  const known = [...allItems(store, resource).map(({ fields }) => fields), ...resource.examples];
  const ids = known.map((fields) => fields[idField]);
  const isNumber = typesOf(schema).some((type) => type === 'integer' || type === 'number');
  const highest = Math.max(
    store.given.get(resource.path) ?? 0,
    ...(isNumber ? ids.filter(Number.isSafeInteger) : []).map(Number),
  );
  store.given.set(resource.path, highest + 1);
  if (isNumber) return highest + 1;
  const id = nextText(ids.find((one) => typeof one === 'string') ?? '', schema['format'], highest + 1);
  return ids.includes(id) ? nextId(store, resource) : id;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

function nextText(model: string, format: unknown, count: number): string {
  if (format === 'uuid' || uuid.test(model))
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  const prefix = /^.*[_-]/.exec(model)?.[0] ?? '';
  return prefix + String(count).padStart(Math.max(model.length - prefix.length, 1), '0');
}
