import type { QueryClient } from '@tanstack/react-query';
import { operationKey, type OperationPath } from './query-key.ts';

/** What a successful mutation does to the cached entries of one query. Generated, plain data, short for bundles. */
export type CacheEffect = readonly [
  group: string,
  method: string,
  /** Inputs that must be equal for an entry to be meant; none: every entry. */
  match: readonly string[],
  /**
   * Missing: the entries are fetched again. `null`: what they hold is gone, they are dropped. An object: the answer
   * is the data of the entry that has, beside `match`, these inputs, each from the field of the answer it names.
   */
  answer?: Readonly<Record<string, string>> | null,
];

/** One effect in words: what `why` gives. */
export interface CacheEffectReason {
  /** operationId of the query. */
  readonly query: string;
  readonly kind: 'invalidate' | 'fill' | 'remove';
  /** Inputs that must be equal for an entry to be meant; empty: every entry. */
  readonly match: readonly string[];
  readonly reason: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Brings the cache up to date after a mutation: fills, drops, and fetches again what is on the screen.
 * Resolves when the fetching is done; a fetch that fails is its query's error, not the mutation's.
 */
export function applyCacheEffects(
  queryClient: QueryClient,
  scope: string,
  effects: readonly CacheEffect[],
  input: Values,
  answer: unknown,
  [, , replacer]: OperationPath,
): Promise<unknown> {
  return Promise.all(
    effects.map(([group, method, match, fill]) => {
      const values: Record<string, unknown> = {};
      for (const name of match) values[name] = input[name];
      for (const name in fill) values[name] = (answer as Values | null | undefined)?.[fill[name] as string];
      // TanStack matches a part of the input: entries with further inputs are meant too, infinite ones as well.
      const queryKey = operationKey(scope, [group, method, replacer], values);
      if (fill) return queryClient.setQueryData(queryKey, answer);
      return fill === null
        ? queryClient.removeQueries({ queryKey })
        : queryClient.invalidateQueries({ queryKey });
    }),
  );
}
