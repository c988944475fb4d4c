import type { CoreClient, Input, OperationError } from '@sdkwright/runtime';
import {
  useSuspenseQuery,
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
} from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import { operationHook, type AnyFactory } from './operation-hook.ts';
import type { InputArgs, QueryOptionsFactory } from './query-options.ts';
import type { OperationKey } from './query-key.ts';

/** All that `useSuspenseQuery` takes but key and function, and the client to use instead of the provider's. */
export interface SuspenseQueryHookOptions<R, E, Data, Given extends PropertyKey = never> extends Omit<
  UseSuspenseQueryOptions<R, OperationError<E>, Data, OperationKey>,
  'queryKey' | 'queryFn'
> {
  readonly client?: CoreClient<Given>;
}

/** `useSuspenseQuery` for one operation: its data is there, or an error boundary has the error. */
export interface SuspenseQueryHook<I, R, E, Given extends PropertyKey = never> {
  <Data = R>(
    ...args: InputArgs<Input<I, Given>, [options?: SuspenseQueryHookOptions<R, E, Data, Given>]>
  ): UseSuspenseQueryResult<Data, OperationError<E>>;
}

export function suspenseQueryHook<I, R, E, Given extends PropertyKey = never>(
  factory: QueryOptionsFactory<I, R, E>,
  context: ClientContext,
): SuspenseQueryHook<I, R, E, Given>;
export function suspenseQueryHook(factory: AnyFactory, context: ClientContext): object {
  return operationHook(useSuspenseQuery, factory, context);
}
