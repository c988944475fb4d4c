import type { CoreClient, Input, OperationError, OperationSpec } from '@sdkwright/runtime';
import type {
  DataTag,
  QueryFunction,
  QueryFunctionContext,
  SkipToken,
  UseQueryOptions,
} from '@tanstack/react-query';
import { claim, scopeOf } from './cache-scope.ts';
import { filled, type Values } from './filled-input.ts';
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
 * Of an operation that is given as its descriptor: what types it has is for the caller to say. A query that is
 * aborted aborts its request. An answer without a body is `null`: TanStack refuses `undefined`. `unkeyed` names the
 * fields that are no part of the key: those that are sent as headers or cookies.
 */
export function queryOptionsFactory<I, R, E>(
  spec: OperationSpec,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): QueryOptionsFactory<I, R, E>;
export function queryOptionsFactory(
  spec: OperationSpec,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): object {
  return (client: CoreClient, input?: Values | SkipToken) => {
    // `skipToken` is the one symbol that can stand here.
    const isSkipped = typeof input === 'symbol';
    return {
      queryKey: operationKey(
        scopeOf(client, root),
        path,
        isSkipped ? undefined : { ...filled(client, spec, input), ...unkeyed },
      ),
      queryFn: isSkipped
        ? input
        : async (context: QueryFunctionContext) => {
            claim(context.client, client);
            return (await client.call(spec, input, { signal: context.signal })) ?? null;
          },
    };
  };
}
