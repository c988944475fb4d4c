import { isObject, type OpenApiDocument } from '../../read-document.ts';
import { fits } from '../inference/fits.ts';
import type {
  AnswerPlace,
  InferredApi,
  InferredOperation,
  ListBehaviour,
  ListFieldBehaviour,
  Resource,
} from '../inference/inferred-api.ts';
import { atPointer, itemsOf, shapeOf, type JsonObject } from '../inference/json-schema.ts';
import { lastParameter } from '../inference/resources.ts';
import { withPayload } from '../inference/payload.ts';
import { isSameName, wordsOf } from '../inference/words.ts';
import { changed, missingParent, requestScope, seenItem, type StateRequest } from './change.ts';
import { asAnswered, refreshCopies, viewOf } from './item-view.ts';
import { pageOf } from './list-page.ts';
import { seededStore } from './seed.ts';
import { itemsWithin, resourceAt, type Store, type StoredItem } from './store.ts';
import { withTotals } from './totals.ts';

/** What the mock remembers of one document. */
export interface State {
  readonly document: OpenApiDocument;
  readonly api: InferredApi;
  /** Does what a valid request asks for and says what the body of its answer is. */
  answer(
    operation: InferredOperation,
    request: Omit<StateRequest, 'id'>,
    documented: DocumentedAnswer,
  ): Outcome;
  /** Puts the seed back. */
  reset(): void;
}

/** The answer that the document shows, whose envelope stays. */
export interface DocumentedAnswer {
  readonly body: unknown;
  readonly schema: unknown;
}

/** The body of the answer; in words, what there is not. */
export type Outcome = { readonly body: unknown } | { readonly missing: string };

/** A state that holds the document's examples, and so many variants of them that lists are as long as asked. */
export function createState(document: OpenApiDocument, api: InferredApi, itemsPerList: number): State {
  let store = seededStore(document, api, itemsPerList);
  return {
    document,
    api,
    answer: ({ behaviour, path }, request, documented) => {
      if (behaviour.kind === 'example') return documented;
      const resource = resourceAt(store, behaviour.resource);
      const id = resource.itemPath === undefined ? undefined : request.path[idParameter(resource, path)];
      const whole = { ...request, id };
      const above = missingParent(store, resource, whole);
      if (above !== undefined) return above;
      if (behaviour.kind === 'list') return listed(store, resource, behaviour, whole, documented);
      if (behaviour.kind === 'list-field') return listedField(store, resource, behaviour, whole, documented);
      const found = changed(store, behaviour, whole);
      return 'missing' in found ? found : answered(store, resource, behaviour, found, whole, documented);
    },
    reset: () => {
      store = seededStore(document, api, itemsPerList);
    },
  };
}

/** Operations may call the id as they like: the parameter is the one that stands where the item's path has its own. */
function idParameter({ path: list }: Resource, path: string): string {
  return lastParameter(path.slice(list.length).split('/').slice(0, 2).join('/'));
}

function listed(
  store: Store,
  resource: Resource,
  behaviour: ListBehaviour,
  request: StateRequest,
  documented: DocumentedAnswer,
): Outcome {
  const { answer } = behaviour;
  if (answer === undefined) return documented;
  const items = itemsWithin(store, resource, requestScope(resource, request));
  const page = pageOf(
    behaviour,
    resource,
    items.map((item) => viewOf(store, resource, item)),
    request.query,
  );
  const shown = page.items.map((view) => asAnswered(store, resource, answer.schema, view));
  const body = withPayload(documented.body, answer.pointer, shown);
  const place = {
    document: store.document,
    schema: documented.schema,
    payload: answer.pointer,
    info: behaviour.paging.info,
  };
  return { body: withTotals(body, place, page) };
}

function listedField(
  store: Store,
  resource: Resource,
  { field, answer }: ListFieldBehaviour,
  request: StateRequest,
  documented: DocumentedAnswer,
): Outcome {
  const item = seenItem(store, resource, request);
  if ('missing' in item || answer === undefined) return 'missing' in item ? item : documented;
  const { [field]: stored } = viewOf(store, resource, item);
  const alone = { fields: { [field]: stored }, scope: item.scope };
  refreshCopies(store, resource, alone, 'all');
  const elements: unknown[] = Array.isArray(stored) ? stored : [];
  const own = shapeOf(store.document, itemsOf(store.document, resource.fields[field]))?.properties ?? {};
  const shown = elements.map((one) =>
    isObject(one) ? asAnswered(store, { ...resource, fields: own }, answer.schema, one) : one,
  );
  return { body: withPayload(documented.body, answer.pointer, shown) };
}

function answered(
  store: Store,
  resource: Resource,
  { kind, answer }: { readonly kind: string; readonly answer: AnswerPlace | undefined },
  item: StoredItem,
  request: StateRequest,
  documented: DocumentedAnswer,
): Outcome {
  if (answer === undefined) return documented;
  if (answer.isItem) {
    const shown = asAnswered(store, resource, answer.schema, viewOf(store, resource, item));
    return { body: withPayload(documented.body, answer.pointer, shown) };
  }
  const shown = atPointer(documented.body, answer.pointer);
  if (!isObject(shown)) return documented;
  const id = kind === 'create' && resource.idField !== undefined ? item.fields[resource.idField] : undefined;
  return {
    body: withPayload(documented.body, answer.pointer, echoed(store, answer.schema, shown, request, id)),
  };
}

/** An object that speaks of what was asked for: `task_id` is the one of the path, a lone new id that of the item. */
function echoed(
  store: Store,
  schema: unknown,
  shown: JsonObject,
  { path, body }: StateRequest,
  id: unknown,
): JsonObject {
  const properties = shapeOf(store.document, schema)?.properties ?? {};
  const inputs = Object.entries({ ...body, ...path });
  const fitting = (name: string, value: unknown): unknown =>
    [value, Number(value), String(value)].find((one) => fits(store.document, properties[name] ?? {}, one));
  const given = Object.keys(shown).flatMap((name) => {
    const input = inputs.find(([one]) => isSameName(one, name));
    const value = input && fitting(name, input[1]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const told = { ...shown, ...Object.fromEntries(given) };
  const free = Object.keys(shown).filter(
    (name) => wordsOf(name).at(-1) === 'id' && !given.some(([one]) => one === name),
  );
  const [own] = free;
  const value = own === undefined || free.length > 1 || id === undefined ? undefined : fitting(own, id);
  return own === undefined || value === undefined ? told : { ...told, [own]: value };
}
