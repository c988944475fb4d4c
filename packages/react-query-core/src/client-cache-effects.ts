import type { CoreClient } from '@sdkwright/runtime';
import type { CacheEffect } from './cache-effects.ts';

/**
 * What the mutations of one client do to the cache. False: nothing. By operationId: false for nothing, a list for
 * what is done on top of the document's effects. A mutation that is not named does what the document says.
 */
export type ClientCacheEffects<MutationId extends string = string> =
  | boolean
  | { readonly [Id in MutationId]?: boolean | readonly CacheEffect[] };

/** Says once for a client what `cacheEffects` would say in each call. Where a call says it too, the call is right. */
export type SetCacheEffects<MutationId extends string = string> = (
  client: CoreClient,
  effects: ClientCacheEffects<MutationId>,
) => void;

/** How the effects of each client's mutations differ from the document's. */
const choices = new WeakMap<
  CoreClient,
  (id: string, effects: readonly CacheEffect[]) => readonly CacheEffect[]
>();

/** A later call replaces what an earlier one said. */
export const setCacheEffects: SetCacheEffects = (client, wanted) => {
  const named: Partial<Record<string, boolean | readonly CacheEffect[]>> =
    typeof wanted === 'boolean' ? {} : wanted;
  choices.set(client, (id, effects) => {
    const own = (Object.hasOwn(named, id) ? named[id] : undefined) ?? wanted;
    if (own === false) return [];
    return Array.isArray(own) ? [...effects, ...own] : effects;
  });
};

/** The effects of a mutation when a call says nothing about them. */
export function effectsOf(
  client: CoreClient,
  id: string,
  effects: readonly CacheEffect[],
): readonly CacheEffect[] {
  return choices.get(client)?.(id, effects) ?? effects;
}
