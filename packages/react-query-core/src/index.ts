export type { CacheEffect, CacheEffectReason } from './cache-effects.ts';
export { createClientContext, type ClientContext, type ClientProvider } from './client-context.ts';
export {
  queryOptionsFactory,
  type OperationQueryOptions,
  type QueryOptionsFactory,
} from './query-options.ts';
export { queryHook, type QueryHook, type QueryHookOptions } from './query-hook.ts';
export {
  mutationOptionsFactory,
  type CacheEffectOptions,
  type OperationMutationOptions,
  type MutationOptionsFactory,
} from './mutation-options.ts';
export { mutationHook, type MutationHook, type MutationHookOptions } from './mutation-hook.ts';
export { operationKey, type OperationKey } from './query-key.ts';
