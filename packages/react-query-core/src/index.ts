export type { CacheEffect, CacheEffectReason } from './cache-effects.ts';
export { setCacheEffects, type ClientCacheEffects, type SetCacheEffects } from './client-cache-effects.ts';
export { cacheScopeSetter, type SetCacheScope } from './cache-scope.ts';
export { clientHook, createClientContext, type ClientContext } from './client-context.ts';
export { clientProvider, type ClientProvider } from './client-provider.ts';
export { keyFactory, keysOfClient, type KeyGroups, type KeyOf } from './key-factory.ts';
export {
  queryOptionsFactory,
  type InputArgs,
  type OperationQueryOptions,
  type QueryOptionsFactory,
  type SkippableQueryOptions,
} from './query-options.ts';
export { queryHook, type QueryHook, type QueryHookOptions } from './query-hook.ts';
export {
  infiniteQueryOptionsFactory,
  type InfiniteKey,
  type InfiniteQueryOptionsFactory,
  type OperationInfiniteQueryOptions,
  type PageParam,
  type SkippableInfiniteQueryOptions,
} from './infinite-query-options.ts';
export {
  infiniteQueryHook,
  type InfiniteQueryHook,
  type InfiniteQueryHookOptions,
} from './infinite-query-hook.ts';
export {
  suspenseInfiniteQueryHook,
  type SuspenseInfiniteQueryHook,
  type SuspenseInfiniteQueryHookOptions,
} from './suspense-infinite-query-hook.ts';
export {
  suspenseQueryHook,
  type SuspenseQueryHook,
  type SuspenseQueryHookOptions,
} from './suspense-query-hook.ts';
export {
  mutationOptionsFactory,
  type CacheEffectOptions,
  type OperationMutationOptions,
  type MutationOptionsFactory,
} from './mutation-options.ts';
export { createOptimistic, type Optimistic, type OptimisticChange } from './optimistic.ts';
export { mutationHook, type MutationHook, type MutationHookOptions } from './mutation-hook.ts';
export {
  exactKey,
  keyVersion,
  operationKey,
  type KeyReplacer,
  type OperationKey,
  type OperationPath,
  type Unkeyed,
} from './query-key.ts';
