import type { CoreClient, Input, OperationError } from '@sdkwright/runtime';
import {
  useInfiniteQuery,
  type InfiniteData,
  type SkipToken,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import type { InfiniteKey, InfiniteQueryOptionsFactory, PageParam } from './infinite-query-options.ts';
import { operationHook, type AnyFactory } from './operation-hook.ts';
import type { InputArgs } from './query-options.ts';

/** What the operation decides: its key, its function and which page follows which. */
export type OwnInfiniteOptions =
  | 'queryKey'
  | 'queryFn'
  | 'initialPageParam'
  | 'getNextPageParam'
  | 'getPreviousPageParam';

/** All that `useInfiniteQuery` takes but what the operation decides, and the client to use. */
export interface InfiniteQueryHookOptions<Res, E, Data, Given extends PropertyKey = never> extends Omit<
  UseInfiniteQueryOptions<Res, OperationError<E>, Data, InfiniteKey, PageParam>,
  OwnInfiniteOptions
> {
  readonly client?: CoreClient<Given>;
}

/** `useInfiniteQuery` for one operation. */
export interface InfiniteQueryHook<I, Res, E, Given extends PropertyKey = never> {
  <Data = InfiniteData<Res, PageParam>>(
    ...args: InputArgs<Input<I, Given> | SkipToken, [options?: InfiniteQueryHookOptions<Res, E, Data, Given>]>
  ): UseInfiniteQueryResult<Data, OperationError<E>>;
}

export function infiniteQueryHook<I, Res, E, Item, Given extends PropertyKey = never>(
  factory: InfiniteQueryOptionsFactory<I, Res, E, Item>,
  context: ClientContext,
): InfiniteQueryHook<I, Res, E, Given>;
export function infiniteQueryHook(factory: AnyFactory, context: ClientContext): object {
  return operationHook(useInfiniteQuery, factory, context);
}
