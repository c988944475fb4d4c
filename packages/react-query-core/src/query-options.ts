import type {
  CallOptions,
  CoreClient,
  Input,
  Operation,
  OperationError,
  PaginatedOperation,
} from '@sdkwright/runtime';
import { skipToken, type DataTag, type SkipToken, type UseQueryOptions } from '@tanstack/react-query';
import { operationKey, type OperationKey } from './query-key.ts';

/** What TanStack's `queryOptions` gives, with data and error types of the operation. */
export type OperationQueryOptions<R, E> = UseQueryOptions<R, OperationError<E>, R, OperationKey> & {
  queryKey: DataTag<OperationKey, R, OperationError<E>>;
};

/** What a query holds: `null` where the operation answers without data. */
export type QueryData<R> = R extends void ? null : R;

/** The input of a query; `skipToken` in its place keeps the query from running. */
export type QueryArgs<I, Given extends PropertyKey> =
  {} extends Input<I, Given> ? [input?: Input<I, Given> | SkipToken] : [input: Input<I, Given> | SkipToken];

/** Makes the options of one query: `useQuery(getTasksQueryOptions(client, { project_id: 1 }))`. */
export interface QueryOptionsFactory<I, R, E> {
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    ...args: QueryArgs<I, Given>
  ): OperationQueryOptions<R, E>;
}

/** The operation as the factory runs it, its types already checked where it is generated. */
type Run = (client: CoreClient, input: object | undefined, options: CallOptions) => Promise<unknown>;

/** A query that is aborted aborts its request. An answer without a body is `null`: TanStack refuses `undefined`. */
export function queryOptionsFactory<I, R, E, Res, Item>(
  operation: PaginatedOperation<I, R, E, Res, Item>,
  prefix: OperationKey,
): QueryOptionsFactory<I, QueryData<R>, E>;
export function queryOptionsFactory<I, R, E, Res>(
  operation: Operation<I, R, E, Res>,
  prefix: OperationKey,
): QueryOptionsFactory<I, QueryData<R>, E>;
export function queryOptionsFactory(run: Run, prefix: OperationKey): object {
  return (client: CoreClient, input?: object | SkipToken) => {
    if (input === skipToken) return { queryKey: operationKey(prefix, undefined), queryFn: skipToken };
    return {
      queryKey: operationKey(prefix, input),
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (await run(client, input, { signal })) ?? null,
    };
  };
}
