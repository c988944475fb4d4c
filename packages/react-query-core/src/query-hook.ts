import type { CoreClient, OperationError } from '@sdkwright/runtime';
import { useQuery, type SkipToken, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { ClientContext } from './client-context.ts';
import type { QueryOptionsFactory } from './query-options.ts';
import type { OperationKey } from './query-key.ts';

/** All that `useQuery` takes but key and function, and the client to use instead of the provider's. */
export interface QueryHookOptions<R, E, Data> extends Omit<
  UseQueryOptions<R, OperationError<E>, Data, OperationKey>,
  'queryKey' | 'queryFn'
> {
  readonly client?: CoreClient;
}

export type QueryHookArgs<I, R, E, Data> = {} extends I
  ? [input?: I | SkipToken, options?: QueryHookOptions<R, E, Data>]
  : [input: I | SkipToken, options?: QueryHookOptions<R, E, Data>];

/** `useQuery` for one operation: input first, TanStack's options second. */
export interface QueryHook<I, R, E> {
  <Data = R>(...args: QueryHookArgs<I, R, E, Data>): UseQueryResult<Data, OperationError<E>>;
}

export function queryHook<I, R, E>(
  factory: QueryOptionsFactory<I, R, E>,
  context: ClientContext,
): QueryHook<I, R, E>;
export function queryHook(factory: (...args: never) => unknown, context: ClientContext): object {
  return function useOperationQuery(
    input: object | SkipToken | undefined,
    { client, ...options }: { client?: CoreClient } = {},
  ) {
    // The overload's types have checked the arguments; in here they are any operation's.
    const own: UseQueryOptions = Reflect.apply(factory, undefined, [context.useClient(client), input]);
    return useQuery({ ...options, ...own });
  };
}
