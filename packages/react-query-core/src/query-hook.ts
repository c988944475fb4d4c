import type { CoreClient, Input, OperationError } from '@sdkwright/runtime';
import { useQuery, type SkipToken, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import { operationHook, type AnyFactory } from './operation-hook.ts';
import type { InputArgs, QueryOptionsFactory } from './query-options.ts';
import type { OperationKey } from './query-key.ts';

/** All that `useQuery` takes but key and function, and the client to use instead of the provider's. */
export interface QueryHookOptions<R, E, Data, Given extends PropertyKey = never> extends Omit<
  UseQueryOptions<R, OperationError<E>, Data, OperationKey>,
  'queryKey' | 'queryFn'
> {
  readonly client?: CoreClient<Given>;
}

/** `useQuery` for one operation: input or `skipToken` first, TanStack's options second. */
export interface QueryHook<I, R, E, Given extends PropertyKey = never> {
  <Data = R>(
    ...args: InputArgs<Input<I, Given> | SkipToken, [options?: QueryHookOptions<R, E, Data, Given>]>
  ): UseQueryResult<Data, OperationError<E>>;
}

export function queryHook<I, R, E, Given extends PropertyKey = never>(
  factory: QueryOptionsFactory<I, R, E>,
  context: ClientContext,
): QueryHook<I, R, E, Given>;
export function queryHook(factory: AnyFactory, context: ClientContext): object {
  return operationHook(useQuery, factory, context);
}
