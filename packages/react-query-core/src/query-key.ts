/**
 * The version of the shape that keys have. It changes when entries of a persisted cache could no longer be found or
 * would be taken for others, and so in no patch release: make it part of the persister's `buster`.
 */
export const keyVersion = 1;

/** What `JSON.stringify` asks for each value. */
export type KeyReplacer = (name: string, value: unknown) => unknown;

/** Group and method of an operation, and how the values of its input stand in a key where that is not as JSON has them. */
export type OperationPath = readonly [group: string, method: string, replacer?: KeyReplacer | undefined];

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
export function operationKey(
  scope: string,
  [group, method, replacer]: OperationPath,
  input: unknown = {},
): OperationKey {
  const text = JSON.stringify(input, replacer);
  return text === '{}' ? [scope, group, method] : [scope, group, method, JSON.parse(text) as object];
}

/** For an API whose integers may be bigints: one that a number writes alike is that number in a key, others are text. */
export const exactKey: KeyReplacer = (_name, value) => {
  if (typeof value !== 'bigint') return value;
  const text = `${value}`;
  return `${Number(text)}` === text ? Number(text) : text;
};
