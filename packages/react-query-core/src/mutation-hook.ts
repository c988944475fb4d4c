import type { CoreClient, Input, OperationError } from '@sdkwright/runtime';
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import type { CacheEffectOptions, MutationInput, MutationOptionsFactory } from './mutation-options.ts';
import { operationHook, type AnyFactory } from './operation-hook.ts';

/** All that `useMutation` takes but key and function, and the client to use instead of the provider's. */
export interface MutationHookOptions<I, R, E, Context, Given extends PropertyKey = never>
  extends
    Omit<UseMutationOptions<R, OperationError<E>, MutationInput<I>, Context>, 'mutationKey' | 'mutationFn'>,
    CacheEffectOptions {
  readonly client?: CoreClient<Given>;
}

/** `useMutation` for one operation. */
export interface MutationHook<I, R, E, Given extends PropertyKey = never> {
  <Context = unknown>(
    options?: MutationHookOptions<Input<I, Given>, R, E, Context, Given>,
  ): UseMutationResult<R, OperationError<E>, MutationInput<Input<I, Given>>, Context>;
}

export function mutationHook<I, R, E, Given extends PropertyKey = never>(
  factory: MutationOptionsFactory<I, R, E>,
  context: ClientContext,
): MutationHook<I, R, E, Given>;
export function mutationHook(factory: AnyFactory, context: ClientContext): object {
  const useOperation = operationHook(useMutation, factory, context);
  return (options?: object) => useOperation(options, options);
}
