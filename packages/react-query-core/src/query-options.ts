import type { CoreClient, Input, Operation, OperationError, PaginatedOperation } from '@sdkwright/runtime';
import type {
  DataTag,
  QueryFunction,
  QueryFunctionContext,
  SkipToken,
  UseQueryOptions,
} from '@tanstack/react-query';
import { claim, scopeOf } from './cache-scope.ts';
import { filled, type Run, type Values } from './filled-input.ts';
import { operationKey, type OperationKey, type OperationPath, type Unkeyed } from './query-key.ts';

/** What TanStack's `queryOptions` gives, with data and error types of the operation. */
export interface OperationQueryOptions<R, E> extends UseQueryOptions<R, OperationError<E>, R, OperationKey> {
  queryKey: DataTag<OperationKey, R, OperationError<E>>;
  queryFn: QueryFunction<R, OperationKey>;
}

/** The same where the input may be `skipToken`; no options for a hook that suspends. */
export interface SkippableQueryOptions<R, E> extends UseQueryOptions<R, OperationError<E>, R, OperationKey> {
  queryKey: DataTag<OperationKey, R, OperationError<E>>;
}

/** What a query holds: `null` where the operation answers without data. */
export type QueryData<R> = R extends void ? null : R;

/** The input, which may be left out where nothing in it is required, and what follows it. */
export type InputArgs<I, Options extends unknown[] = []> = {} extends I
  ? [input?: I, ...Options]
  : [input: I, ...Options];

/**
 * Makes the options of one query: `useQuery(getTasksQueryOptions(client, { project_id: 1 }))`. `skipToken` in the
 * place of the input keeps the query from running.
 */
export interface QueryOptionsFactory<I, R, E> {
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    ...args: InputArgs<Input<I, Given>>
  ): OperationQueryOptions<R, E>;
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    ...args: InputArgs<Input<I, Given> | SkipToken>
  ): SkippableQueryOptions<R, E>;
}

/**
 * A query that is aborted aborts its request. An answer without a body is `null`: TanStack refuses `undefined`.
 * `unkeyed` names the fields that are no part of the key: those that are sent as headers or cookies.
 */
export function queryOptionsFactory<I, R, E, Res, Item>(
  operation: PaginatedOperation<I, R, E, Res, Item>,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): QueryOptionsFactory<I, QueryData<R>, E>;
export function queryOptionsFactory<I, R, E, Res>(
  operation: Operation<I, R, E, Res>,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): QueryOptionsFactory<I, QueryData<R>, E>;
export function queryOptionsFactory(run: Run, root: string, path: OperationPath, unkeyed?: Unkeyed): object {
  return (client: CoreClient, input?: Values | SkipToken) => {
    // `skipToken` is the one symbol that can stand here.
    const isSkipped = typeof input === 'symbol';
    return {
      queryKey: operationKey(
        scopeOf(client, root),
        path,
        isSkipped ? undefined : { ...filled(client, run, input), ...unkeyed },
      ),
      queryFn: isSkipped
        ? input
        : async (context: QueryFunctionContext) => {
            claim(context.client, client);
            return (await run(client, input, { signal: context.signal })) ?? null;
          },
    };
  };
}
