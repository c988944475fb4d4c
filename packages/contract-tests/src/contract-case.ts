import type { WebWork } from '@webwork-sdk/client';
import { runMutation, runQuery, type MutationOptions, type QueryOptions } from './run-react-query.ts';

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
  /** The parsed JSON; the text of anything else, such as a form. Default: no body. */
  readonly body?: unknown;
  readonly contentType?: string;
  /** The header parameters, names in lower case. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ExpectedResponse {
  readonly status: number;
  /** The document's example. */
  readonly body?: unknown;
  /** What awaiting the call gives. */
  readonly data?: unknown;
  /** The `Prefer` header that gets this answer from Prism, where it is not the first one: `code=202`. */
  readonly prefer?: string;
}

/** A documented failure; the harness provokes it with the input of the first call. */
export interface ContractError {
  readonly status: number;
  /** The document's example. */
  readonly body?: unknown;
}

interface CaseFacts {
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
  /** Whether the bearer token has to be sent; if not, it must not be. */
  readonly secured: boolean;
  readonly errors: readonly ContractError[];
}

interface CallFacts {
  /** `required` for only what must be there, `all` for everything there is. */
  readonly name: string;
  readonly request: ExpectedRequest;
  readonly response: ExpectedResponse;
}

/** What a call takes beside its input. */
export interface CallOptions {
  readonly headers: Readonly<Record<string, string>>;
}

type Calls<Call> = readonly [Call, ...Call[]];

interface DefinitionOf<Input, Client> extends CaseFacts {
  readonly calls: Calls<CallFacts & { readonly input: Input }>;
  readonly client: (client: Client, input: Input, options: CallOptions) => PromiseLike<unknown>;
}

interface QueryDefinition<Input, Client> extends DefinitionOf<Input, Client> {
  readonly kind: 'query';
  readonly reactQuery: (client: Client, input: Input) => QueryOptions;
}

interface MutationDefinition<Input, Client> extends DefinitionOf<Input, Client> {
  readonly kind: 'mutation';
  readonly reactQuery: (client: Client) => MutationOptions<Input>;
}

/** One operation of the document with all there is to try about it, as the generator writes it. */
export type CaseDefinition<Input, Client = WebWork> =
  | QueryDefinition<Input, Client>
  | MutationDefinition<Input, Client>;

/** A call that brings its input along, so that cases of different inputs fit into one list. */
export interface ContractCall<Client = WebWork> extends CallFacts {
  readonly throughClient: (client: Client, options: CallOptions) => PromiseLike<unknown>;
  readonly throughReactQuery: (client: Client) => Promise<unknown>;
}

/** One operation, ready to be checked. */
export interface ContractCase<Client = WebWork> extends CaseFacts {
  readonly calls: Calls<ContractCall<Client>>;
}

/** Type-checks a case against its operation's input, and then hides that type. */
export function defineCase<Input, Client = WebWork>(
  definition: CaseDefinition<Input, Client>,
): ContractCase<Client> {
  const [first, ...others] = definition.calls;
  const bind = (call: CallFacts & { readonly input: Input }): ContractCall<Client> => ({
    ...call,
    throughClient: (client, options) => definition.client(client, call.input, options),
    throughReactQuery: (client) =>
      definition.kind === 'query'
        ? runQuery(definition.reactQuery(client, call.input))
        : runMutation(definition.reactQuery(client), call.input),
  });
  return { ...definition, calls: [bind(first), ...others.map(bind)] };
}
