/** `[api, group, method]`, and the input where there is one: a prefix of it aims at a whole branch. */
export type OperationKey = readonly [api: string, group: string, method: string, input?: object];

/**
 * The key of a query. TanStack hashes it with sorted properties and without `undefined`, so equal inputs
 * share an entry however they are written. Headers, tokens and URLs are no part of it.
 */
export function operationKey(prefix: OperationKey, input: object | undefined): OperationKey {
  const [api, group, method] = prefix;
  return input === undefined ? [api, group, method] : [api, group, method, input];
}
