import type { CoreClient, OperationError } from '@sdkwright/runtime';
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import type { CacheEffectOptions, MutationInput, MutationOptionsFactory } from './mutation-options.ts';

/** All that `useMutation` takes but key and function, and the client to use instead of the provider's. */
export interface MutationHookOptions<I, R, E, Context>
  extends
    Omit<UseMutationOptions<R, OperationError<E>, MutationInput<I>, Context>, 'mutationKey' | 'mutationFn'>,
    CacheEffectOptions {
  readonly client?: CoreClient;
}

/** `useMutation` for one operation. */
export interface MutationHook<I, R, E> {
  <Context = unknown>(
    options?: MutationHookOptions<I, R, E, Context>,
  ): UseMutationResult<R, OperationError<E>, MutationInput<I>, Context>;
}

export function mutationHook<I, R, E>(
  factory: MutationOptionsFactory<I, R, E>,
  context: ClientContext,
): MutationHook<I, R, E>;
export function mutationHook(factory: (...args: never) => unknown, context: ClientContext): object {
  return function useOperationMutation({
    client,
    cacheEffects,
    ...options
  }: CacheEffectOptions & { client?: CoreClient } = {}) {
    // The overload's types have checked the client; in here it is any API's.
    const own: UseMutationOptions = Reflect.apply(factory, undefined, [
      context.useClient(client),
      { cacheEffects },
    ]);
    return useMutation({ ...options, ...own });
  };
}
