import type { CollectedOperation } from './collect-operations.ts';
import { objectAt, stringAt, type JsonObject } from './json.ts';
import { camelCase } from './names.ts';
import { dereference } from './pointer.ts';
import { rawOperation } from './raw-operation.ts';
import type { Operation } from './sdk-model.ts';

/** The operations, each with an id of its own: one whose id another has already is called by method and path. */
export function withOwnIds(operations: readonly CollectedOperation[]): CollectedOperation[] {
  const taken = new Set<string>();
  const wished = new Set(operations.map(({ id }) => id));
  return operations.map((operation) => {
    const id = taken.has(operation.id) ? freeId(operation, new Set([...taken, ...wished])) : operation.id;
    taken.add(id);
    return { ...operation, id };
  });
}

function freeId({ method, path }: CollectedOperation, taken: ReadonlySet<string>): string {
  const base = camelCase(`${method} ${path}`);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}${number}`;
  return id;
}

/** The document with the ids that its operations were given in place of another's. */
export function withIds(document: JsonObject, operations: readonly CollectedOperation[]): JsonObject {
  const renamed = operations.filter(({ id, path, method }) => {
    const wished = stringAt(rawOperation(document, path, method), 'operationId');
    return wished !== undefined && wished !== id;
  });
  if (renamed.length === 0) return document;
  const paths: Record<string, unknown> = { ...objectAt(document, 'paths') };
  for (const { id, path, method } of renamed) {
    const item = dereference(document, paths[path]) ?? {};
    paths[path] = { ...item, [method]: { ...objectAt(item, method), operationId: id } };
  }
  return { ...document, paths };
}

/** The operations that had to be called otherwise than their document says, with the one that has their id. */
export function renamedOperations(
  document: JsonObject,
  operations: readonly Operation[],
): { readonly operation: Operation; readonly wished: string; readonly owner: Operation }[] {
  const owners = new Map(operations.map((operation) => [operation.id, operation]));
  return operations.flatMap((operation) => {
    const wished = stringAt(rawOperation(document, operation.path, operation.httpMethod), 'operationId');
    const owner = wished === undefined ? undefined : owners.get(wished);
    return wished === undefined || !owner || owner === operation ? [] : [{ operation, wished, owner }];
  });
}
