import { isObject, type OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation } from './document-operations.ts';
import { atPointer, itemsOf, objectAt, pointerSteps, shapeOf, stringAt } from './json-schema.ts';

/** Where an answer keeps what it is about, below its envelope. */
export interface Payload {
  /** JSON pointer into the body; empty where the body itself is the payload. */
  readonly pointer: string;
  readonly kind: 'list' | 'item';
  /** Of the item, or of one item of the list. */
  readonly schema: unknown;
}

/**
 * Finds the payload in the schema of an answer: where `x-sdk` says it is, else the body itself when it is a list or
 * has an id, else its one property that is a list of objects or an object. Undefined where that is not clear.
 */
export function payloadOf(document: OpenApiDocument, operation: DocumentOperation): Payload | undefined {
  const { answer, extension } = operation;
  const envelope = stringAt(objectAt(objectAt(document, 'x-sdk'), 'envelope'), 'data');
  const told = [
    stringAt(objectAt(extension, 'pagination'), 'items'),
    envelope === undefined ? undefined : `/${envelope}`,
  ];
  const pointer = told.find((one) => one !== undefined && schemaAt(document, answer, one) !== undefined);
  if (pointer !== undefined) return payloadAt(document, schemaAt(document, answer, pointer), pointer);
  return payloadAt(document, answer, '', hasId) ?? onlyPayload(document, answer);
}

function payloadAt(
  document: OpenApiDocument,
  schema: unknown,
  pointer: string,
  accepts: (names: readonly string[]) => boolean = () => true,
): Payload | undefined {
  const items = itemsOf(document, schema);
  if (items !== undefined) {
    return shapeOf(document, items) && { pointer, kind: 'list', schema: items };
  }
  const shape = shapeOf(document, schema);
  if (shape === undefined || !accepts(Object.keys(shape.properties))) return undefined;
  return { pointer, kind: 'item', schema };
}

function hasId(names: readonly string[]): boolean {
  return names.some((name) => /^(?:_?id|uuid|guid|key|slug|name|username)$/i.test(name));
}

function onlyPayload(document: OpenApiDocument, schema: unknown): Payload | undefined {
  const properties = Object.entries(shapeOf(document, schema)?.properties ?? {});
  const inside = properties.flatMap(
    ([name, part]) => payloadAt(document, part, `/${escapeStep(name)}`) ?? [],
  );
  const lists = inside.filter(({ kind }) => kind === 'list');
  const candidates = lists.length > 0 ? lists : inside;
  if (candidates.length === 1) return candidates[0];
  // A body of plain fields is an item whose id is not called so.
  return inside.length === 0 && properties.length > 0 ? payloadAt(document, schema, '') : undefined;
}

/** RFC 6901, section 3. */
function escapeStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The schema of what a JSON pointer leads to in a value of the given schema. */
export function schemaAt(document: OpenApiDocument, schema: unknown, pointer: string): unknown {
  return pointerSteps(pointer).reduce<unknown>(
    (node, step) => (node === undefined ? undefined : shapeOf(document, node)?.properties[step]),
    schema,
  );
}

/** A body with another payload: a copy, with what stood at the pointer replaced. */
export function withPayload(body: unknown, pointer: string, payload: unknown): unknown {
  const steps = pointerSteps(pointer);
  const last = steps.pop();
  if (last === undefined) return payload;
  const copy: unknown = isObject(body) ? structuredClone(body) : {};
  const parent = steps.reduce<unknown>((node, step) => (isObject(node) ? (node[step] ??= {}) : {}), copy);
  if (isObject(parent)) parent[last] = payload;
  return copy;
}

/** The objects that documented examples show as payload, in order. */
export function payloadExamples(operation: DocumentOperation, { pointer, kind }: Payload): unknown[] {
  const found = operation.examples.map((example) => atPointer(example, pointer));
  return (kind === 'list' ? found.flat() : found).filter(isObject);
}
