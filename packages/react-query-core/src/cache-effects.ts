import type { QueryClient } from '@tanstack/react-query';

/** What a successful mutation does to the cached entries of one query. Generated, plain data. */
export interface CacheEffect {
  /** Group and method of the query, as in its key. */
  readonly query: readonly [group: string, method: string];
  /** Inputs that must be equal for an entry to be meant; missing: every entry. */
  readonly match?: readonly string[];
  /** The entries are of something that is gone: they are dropped. */
  readonly remove?: true;
  /** The answer is this query's data; the inputs of its key come from the mutation's input and from the answer. */
  readonly fill?: {
    readonly fromInput: readonly string[];
    readonly fromAnswer: Readonly<Record<string, string>>;
  };
}

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
export async function applyCacheEffects(
  queryClient: QueryClient,
  root: string,
  effects: readonly CacheEffect[],
  input: Values,
  answer: unknown,
): Promise<void> {
  await Promise.all(effects.map((effect) => applyEffect(queryClient, root, effect, input, answer)));
}

async function applyEffect(
  queryClient: QueryClient,
  root: string,
  { query, match = [], remove, fill }: CacheEffect,
  input: Values,
  answer: unknown,
): Promise<void> {
  const key = [root, ...query];
  if (fill) {
    const fromAnswer = Object.entries(fill.fromAnswer).map(([name, field]) => [name, fieldOf(answer, field)]);
    queryClient.setQueryData(
      [...key, { ...pick(input, fill.fromInput), ...Object.fromEntries(fromAnswer) }],
      answer,
    );
    return;
  }
  // TanStack matches a part of the input: entries with further inputs are meant too.
  const queryKey = match.length > 0 ? [...key, pick(input, match)] : key;
  if (remove) queryClient.removeQueries({ queryKey });
  else await queryClient.invalidateQueries({ queryKey });
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

function fieldOf(answer: unknown, field: string): unknown {
  return typeof answer === 'object' && answer !== null && field in answer
    ? Reflect.get(answer, field)
    : undefined;
}
