/**
 * The version of the shape that keys have. It changes when entries of a persisted cache could no longer be found or
 * would be taken for others, and so in no patch release: make it part of the persister's `buster`.
 */
export const keyVersion = 1;

/** Group and method of an operation. */
export type OperationPath = readonly [group: string, method: string];

/** Fields of an input that are left out of a key. */
export type Unkeyed = Readonly<Record<string, undefined>>;

/** Scope, group and method, and the input where there is one: a prefix of it aims at a whole branch. */
export type OperationKey = readonly [scope: string, group: string, method: string, input?: object];

/**
 * The key of a query. The input is plain JSON in it: without `undefined`, with dates as text, as it would come back
 * from a persisted cache. TanStack hashes it with sorted properties, so equal inputs share an entry however they are
 * written. Headers, cookies, tokens and URLs are no part of it, as they are
 * of no other HTTP cache's key; what is answered for them is told apart by the client.
 */
export function operationKey(scope: string, path: OperationPath, input: unknown = {}): OperationKey {
  const text = JSON.stringify(input);
  const rest: [input?: object] = text === '{}' ? [] : [JSON.parse(text) as object];
  return [scope, ...path, ...rest];
}
