import { isDeepStrictEqual } from 'node:util';
import { QueryClient, type QueryState } from '@tanstack/react-query';
import { ApiError } from '@webwork-sdk/client';
import type { Effects, Mutation } from './cache-effects-mutations.ts';
import { cachedQueries, type CachedQuery, type Client } from './cache-effects-queries.ts';

/** What a mutation did to one entry of the cache, and what it should have done. */
export interface Verdict {
  readonly query: CachedQuery;
  /** Whether a fresh fetch shows something else than the entry did. */
  readonly stale: boolean;
  /** Whether the entry was invalidated, dropped, or filled with what a fresh fetch shows. */
  readonly handled: boolean;
}

/** Fills a cache with every query. */
export async function filledCache(client: Client): Promise<QueryClient> {
  const queryClient = new QueryClient();
  await Promise.all(cachedQueries(client).map((query) => seen(query, queryClient)));
  return queryClient;
}

/** Runs the mutation on a cache that holds every query, and compares each entry with a fresh fetch. */
export async function verdictsOn(
  { run }: Mutation,
  client: Client,
  queryClient: QueryClient,
  effects: Effects = true,
): Promise<Verdict[]> {
  const queries = cachedQueries(client);
  const before = new Map(queries.map((query) => [query, stateOf(query, queryClient)]));
  const created = await run(queryClient, client, effects);
  const all = [...queries, ...created];
  refuseOthers(queryClient, all);
  const fresh = new QueryClient();
  const verdicts = await Promise.all(
    all.map(async (query) => {
      const now = await seen(query, fresh);
      return { query, ...judge(before.get(query), stateOf(query, queryClient), now) };
    }),
  );
  queryClient.clear();
  fresh.clear();
  return verdicts;
}

/** An entry of the cache; undefined where there is none. */
type EntryState = QueryState | undefined;

function judge(before: EntryState, after: EntryState, now: unknown): Pick<Verdict, 'stale' | 'handled'> {
  const filled = after !== undefined && after.dataUpdateCount > (before?.dataUpdateCount ?? 0);
  // What is filled in and not as a fresh fetch shows it is wrong, even if the entry was right before.
  if (filled && !after.isInvalidated && !looksLike(after.data, now)) return { stale: true, handled: false };
  // Nobody looked at what has no entry before or after.
  if (before === undefined && after === undefined) return { stale: false, handled: false };
  return {
    stale: !looksLike(before?.data, now),
    handled: filled || after === undefined || after.isInvalidated,
  };
}

/** What a query shows; undefined where the item is not there. */
async function seen(query: CachedQuery, queryClient: QueryClient): Promise<unknown> {
  try {
    return await query.read(queryClient);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

function stateOf({ queryKey }: CachedQuery, queryClient: QueryClient): EntryState {
  return queryClient.getQueryState(queryKey);
}

/** An entry that was made by the mutation and that is compared with nothing would be a hole in the check. */
function refuseOthers(queryClient: QueryClient, queries: readonly CachedQuery[]): void {
  for (const { queryKey } of queryClient.getQueryCache().getAll())
    if (!queries.some((query) => isDeepStrictEqual(query.queryKey, queryKey)))
      throw new Error(`The mutation made an entry that is not compared: ${JSON.stringify(queryKey)}.`);
}

/**
 * `updated_at` says when something was changed and `timestamp` when it was answered: a person who looks at the rest
 * of an entry sees the same, and every answer differs in them.
 */
const timestamps: ReadonlySet<string> = new Set(['updated_at', 'timestamp']);

function looksLike(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(withoutTimestamps(left), withoutTimestamps(right));
}

function withoutTimestamps(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part: unknown) => (timestamps.has(key) ? undefined : part));
  return text === undefined ? undefined : JSON.parse(text);
}
