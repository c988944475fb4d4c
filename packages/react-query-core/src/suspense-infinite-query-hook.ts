import type { CoreClient, Input, OperationError } from '@sdkwright/runtime';
import {
  useSuspenseInfiniteQuery,
  type InfiniteData,
  type UseSuspenseInfiniteQueryOptions,
  type UseSuspenseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import type { OwnInfiniteOptions } from './infinite-query-hook.ts';
import type { InfiniteKey, InfiniteQueryOptionsFactory, PageParam } from './infinite-query-options.ts';
import { operationHook, type AnyFactory } from './operation-hook.ts';
import type { InputArgs } from './query-options.ts';

/** All that `useSuspenseInfiniteQuery` takes but what the operation decides, and the client to use. */
export interface SuspenseInfiniteQueryHookOptions<
  Res,
  E,
  Data,
  Given extends PropertyKey = never,
> extends Omit<
  UseSuspenseInfiniteQueryOptions<Res, OperationError<E>, Data, InfiniteKey, PageParam>,
  OwnInfiniteOptions
> {
  readonly client?: CoreClient<Given>;
}

/** `useSuspenseInfiniteQuery` for one operation: its first page is there, or an error boundary has the error. */
export interface SuspenseInfiniteQueryHook<I, Res, E, Given extends PropertyKey = never> {
  <Data = InfiniteData<Res, PageParam>>(
    ...args: InputArgs<Input<I, Given>, [options?: SuspenseInfiniteQueryHookOptions<Res, E, Data, Given>]>
  ): UseSuspenseInfiniteQueryResult<Data, OperationError<E>>;
}

export function suspenseInfiniteQueryHook<I, Res, E, Item, Given extends PropertyKey = never>(
  factory: InfiniteQueryOptionsFactory<I, Res, E, Item>,
  context: ClientContext,
): SuspenseInfiniteQueryHook<I, Res, E, Given>;
export function suspenseInfiniteQueryHook(factory: AnyFactory, context: ClientContext): object {
  return operationHook(useSuspenseInfiniteQuery, factory, context);
}
