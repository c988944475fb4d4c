import type { WebWork } from '@webwork-sdk/client';

/** A name and a value as they stand in a query. */
export type Pair = readonly [name: string, value: string];

/** The request that the document asks for. */
export interface ExpectedRequest {
  /** Under the base path. */
  readonly path: string;
  /**
   * As on the wire. What `encodeURIComponent` would change may be written either way, but for `,`, `|`, `+` and `%`:
   * there the raw character separates the items of a list and the escaped one is part of a value.
   */
  readonly query: readonly Pair[];
  /** The parsed JSON; the text of anything else, such as a form; undefined for no body. */
  readonly body: unknown;
  readonly contentType: string | undefined;
  /** The header parameters, names in lower case. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** False where the document asks for no authentication. Default: a bearer token. */
  readonly auth?: false;
}

export interface ExpectedResponse {
  readonly status: number;
  /** The document's example. */
  readonly body: unknown;
  /** What awaiting the call gives. */
  readonly data: unknown;
  /** The `Prefer` header that gets this answer from Prism, where it is not the first one: `code=202`. */
  readonly prefer?: string;
}

export interface ContractCall {
  /** `required` for only what must be there, `all` for everything there is. */
  readonly name: string;
  readonly input: unknown;
  readonly request: ExpectedRequest;
  readonly response: ExpectedResponse;
}

/** A documented failure; the harness provokes it with the input of the first call. */
export interface ContractError {
  readonly status: number;
  /** The document's example. */
  readonly body: unknown;
}

/** What a call takes beside its input. */
export interface CallOptions {
  readonly headers: Readonly<Record<string, string>>;
}

/** The part of TanStack's query options that every version of them has. */
export interface QueryOptions {
  readonly queryKey: readonly unknown[];
  readonly queryFn?: ((context: never) => unknown) | symbol | undefined;
}

/** The part of TanStack's mutation options that every version of them has. */
export interface MutationOptions {
  readonly mutationFn?: ((input: never, context: never) => Promise<unknown>) | undefined;
}

/*
 * An input is `never` to the functions below, because a list of operations has no other type that each of them
 * accepts. The generated files check their inputs themselves, with `satisfies`.
 */
interface CaseOf<Client> {
  /** The document's `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Every parameter there is: `query:page`, `path:viewerId`, `header:x-trace`. */
  readonly parameters: readonly string[];
  /** Every field at the top of the body. */
  readonly bodyFields: readonly string[];
  /** Every documented status. */
  readonly statuses: readonly number[];
  readonly calls: readonly [ContractCall, ...ContractCall[]];
  readonly errors: readonly ContractError[];
  readonly client: (client: Client, input: never, options: CallOptions) => PromiseLike<unknown>;
}

interface QueryCase<Client> extends CaseOf<Client> {
  readonly kind: 'query';
  readonly reactQuery: (client: Client, input: never) => QueryOptions;
}

interface MutationCase<Client> extends CaseOf<Client> {
  readonly kind: 'mutation';
  readonly reactQuery: (client: Client, input: never) => MutationOptions;
}

/** One operation of the document with all there is to try about it. The generator writes them. */
export type OperationCase<Client = WebWork> = QueryCase<Client> | MutationCase<Client>;
