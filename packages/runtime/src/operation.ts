import type { Call } from './call.ts';
import type { CoreClient } from './core-client.ts';
import type { AnswerSpec, OperationSpec } from './descriptor.ts';
import type { EventCall } from './events.ts';
import type { CallOptions } from './options.ts';
import { walk, type PageOrder, type PaginatedCall } from './page.ts';
import type { Values } from './request.ts';

/** The input of an operation, less what the client was given. */
export type Input<I, Given extends PropertyKey> = [Given] extends [never]
  ? I
  : Omit<I, Given> & Partial<Pick<I, Given & keyof I>>;

/** The arguments of an operation behind the client. The input may be left out when nothing in it is required. */
export type Args<I, Given extends PropertyKey = never> =
  {} extends Input<I, Given>
    ? [input?: Input<I, Given>, options?: CallOptions]
    : [input: Input<I, Given>, options?: CallOptions];

/**
 * An operation of the document: its input, its unwrapped result, its documented errors, its whole body, and its
 * answer as it comes, which knows the documented headers.
 * The first signature is for clients that were given no inputs: it costs the type checker next to nothing.
 */
export interface Operation<I, R, E = never, Res = R, Raw extends Response = Response> {
  (client: CoreClient, ...args: Args<I>): Call<R, E, Res, Raw>;
  <Given extends PropertyKey>(client: CoreClient<Given>, ...args: Args<I, Given>): Call<R, E, Res, Raw>;
  /** The descriptor. */
  readonly spec: OperationSpec;
}

/** A descriptor with the order of the pages. */
export interface PaginatedSpec extends OperationSpec {
  readonly page: PageOrder;
}

/** An operation that answers with one page of a list. */
export interface PaginatedOperation<
  I,
  R,
  E = never,
  Res = R,
  Item = ItemOf<R>,
  Raw extends Response = Response,
> {
  (client: CoreClient, ...args: Args<I>): PaginatedCall<R, E, Res, Item, Raw>;
  <Given extends PropertyKey>(
    client: CoreClient<Given>,
    ...args: Args<I, Given>
  ): PaginatedCall<R, E, Res, Item, Raw>;
  readonly spec: PaginatedSpec;
}

/** An operation that may answer with a stream of events. */
export interface EventOperation<I, R, E = never, Res = R, Data = unknown, Raw extends Response = Response> {
  (client: CoreClient, ...args: Args<I>): EventCall<R, E, Res, Data, Raw>;
  <Given extends PropertyKey>(
    client: CoreClient<Given>,
    ...args: Args<I, Given>
  ): EventCall<R, E, Res, Data, Raw>;
  readonly spec: AnswerSpec;
}

/** What a list holds. */
export type ItemOf<R> = R extends readonly (infer Item)[] ? Item : never;

/** Makes the callable operation that a descriptor describes. */
export function operation<I, R, E, Res, Data, Raw extends Response = Response>(
  spec: AnswerSpec,
): EventOperation<I, R, E, Res, Data, Raw>;
export function operation<I, R, E, Res, Raw extends Response = Response>(
  spec: OperationSpec,
): Operation<I, R, E, Res, Raw>;
export function operation(spec: OperationSpec): object {
  return Object.assign(
    (client: CoreClient, input?: Values, options?: CallOptions) => client.call(spec, input, options),
    {
      spec,
    },
  );
}

/** The same for a list in pages. The order is apart from the descriptor: who wants one page only does not carry it. */
export function paginated<I, R, E, Res, Item, Raw extends Response = Response>(
  spec: OperationSpec,
  page: PageOrder,
): PaginatedOperation<I, R, E, Res, Item, Raw>;
export function paginated(spec: OperationSpec, page: PageOrder): object {
  return operation(paged(spec, page));
}

/** A descriptor with the walk over its pages. */
export function paged(spec: OperationSpec, page: PageOrder): PaginatedSpec {
  return { ...spec, page, answer: walk(page) };
}
