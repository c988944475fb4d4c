import {
  previousPage,
  type CoreClient,
  type Input,
  type OperationError,
  type OperationSpec,
  type PageOrder,
} from '@sdkwright/runtime';
import {
  skipToken,
  type DataTag,
  type InfiniteData,
  type QueryFunction,
  type QueryFunctionContext,
  type SkipToken,
  type UseInfiniteQueryOptions,
} from '@tanstack/react-query';
import { claim, scopeOf } from './cache-scope.ts';
import { filled, type Values } from './filled-input.ts';
import type { InputArgs } from './query-options.ts';
import { operationKey, type OperationPath, type Unkeyed } from './query-key.ts';

/** The fields of the input that say which page is meant, such as `{ page: 2 }`: plain JSON. */
export type PageParam = Values;

/** As the key of the same query on one page, but without the fields that say which, and told apart from it. */
export type InfiniteKey = readonly [
  scope: string,
  group: string,
  method: string,
  input: object,
  kind: 'infinite',
];

/** What TanStack's `infiniteQueryOptions` gives. A page is a whole body: the totals are in it. */
export interface OperationInfiniteQueryOptions<Res, E> extends SkippableInfiniteQueryOptions<Res, E> {
  queryFn: QueryFunction<Res, InfiniteKey, PageParam>;
}

/** The same where the input may be `skipToken`; no options for a hook that suspends. */
export interface SkippableInfiniteQueryOptions<Res, E> extends UseInfiniteQueryOptions<
  Res,
  OperationError<E>,
  InfiniteData<Res, PageParam>,
  InfiniteKey,
  PageParam
> {
  queryKey: DataTag<InfiniteKey, InfiniteData<Res, PageParam>, OperationError<E>>;
}

/**
 * Makes the options of a list that grows by pages: `useInfiniteQuery(getTasksInfiniteQueryOptions(client, input))`.
 * A page in the input is the one to start with; it is no part of the key.
 */
export interface InfiniteQueryOptionsFactory<I, Res, E, Item> {
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    ...args: InputArgs<Input<I, Given>>
  ): OperationInfiniteQueryOptions<Res, E>;
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    ...args: InputArgs<Input<I, Given> | SkipToken>
  ): SkippableInfiniteQueryOptions<Res, E>;
  /** The items of all pages as one list: for `select`, or for `data`. */
  readonly items: (data: InfiniteData<Res, PageParam>) => Item[];
}

/** Of an operation that is given as its descriptor and the order of its pages. */
export function infiniteQueryOptionsFactory<I, Res, E, Item>(
  spec: OperationSpec,
  order: PageOrder,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): InfiniteQueryOptionsFactory<I, Res, E, Item>;
export function infiniteQueryOptionsFactory(
  spec: OperationSpec,
  order: PageOrder,
  root: string,
  path: OperationPath,
  unkeyed?: Unkeyed,
): object {
  const factory = (client: CoreClient, input?: Values | SkipToken): object => {
    const whole = input === skipToken ? {} : filled(client, spec, input);
    const [scope, group, method, rest = {}] = operationKey(
      scopeOf(client, root),
      path,
      part(order, { ...whole, ...unkeyed }, false),
    );
    return {
      queryKey: [scope, group, method, rest, 'infinite'],
      queryFn:
        input === skipToken
          ? input
          : (context: QueryFunctionContext<InfiniteKey, PageParam>) => {
              claim(context.client, client);
              return client
                .call(spec, { ...input, ...context.pageParam }, { signal: context.signal })
                .envelope();
            },
      initialPageParam: part(order, whole, true),
      getNextPageParam: (last: unknown, pages: readonly unknown[], param: PageParam) =>
        isRepeated(order, pages, path)
          ? undefined
          : part(order, order.next(last, { ...whole, ...param }), true),
      getPreviousPageParam: (_first: unknown, _pages: readonly unknown[], param: PageParam) =>
        part(order, previousPage(order, { ...whole, ...param }), true),
    };
  };
  const items = ({ pages }: InfiniteData<unknown>): unknown[] =>
    (isRepeated(order, pages, path) ? pages.slice(0, -1) : pages).flatMap((body) => order.items(body));
  return Object.assign(factory, { items });
}

/** The fields of an input that say which page is meant, or the others. */
function part({ inputs }: PageOrder, input: Values | undefined, which: boolean): Values | undefined {
  return (
    input && Object.fromEntries(Object.entries(input).filter(([name]) => inputs.includes(name) === which))
  );
}

/** A server that ignores which page is asked for repeats the last one for ever. */
function isRepeated(order: PageOrder, pages: readonly unknown[], [, , replacer]: OperationPath): boolean {
  const [last, before] = pages.slice(-2).map((body) => JSON.stringify(order.items(body), replacer));
  // Empty pages repeat nothing: some servers have such between others.
  return last === before && last !== '[]';
}
