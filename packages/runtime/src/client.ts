import { RunningCall, type Call } from './call.ts';
import type { ApiDescription, Method, OperationSpec } from './descriptor.ts';
import type { Hooks } from './hooks.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { nested } from './nested.ts';
import type { Pagination } from './page.ts';
import { createLimiter, type Limiter } from './rate-limit.ts';
import { prepare, type Values } from './request.ts';

/** What HTTP allows in a header value; a line break would start a new header. */
const headerValue = /^[\t -~\x80-\xff]*$/;

/** All headers but the token's, names in lower case. Later ones win. */
function headersOf(id: string, ...lists: (object | undefined)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of lists.flatMap((list) => Object.entries(list ?? {}))) {
    if (!headerValue.test(value as string))
      throw new TypeError(`${id}: header '${name}' has a character that HTTP forbids`);
    if (value) headers[name.toLowerCase()] = value as string;
  }
  return headers;
}

/**
 * The smallest client: it runs operations. `Given` names the inputs that it fills in, which calls may then
 * leave out.
 */
export class CoreClient<Given extends PropertyKey = never> {
  /** For the type checker only: a client that is given more inputs can stand for one that is given fewer. */
  declare readonly given?: (given: Given) => void;
  /** The hooks, in the order in which they run. Add and delete at any time. */
  readonly hooks: Set<Hooks>;
  readonly #api: ApiDescription;
  readonly #options: ClientOptions;
  readonly #inputs: Values;
  readonly #limiter: Limiter | undefined;

  constructor(api: ApiDescription, options: ClientOptions = {}) {
    const { rateLimit = api.rateLimit } = options;
    this.hooks = new Set(options.hooks);
    this.#api = api;
    this.#options = options;
    this.#inputs = Object.fromEntries(
      Object.entries(options).filter(([name]) => (api.inputs as string[] | undefined)?.includes(name)),
    );
    this.#limiter = rateLimit ? createLimiter(rateLimit) : undefined;
  }

  /**
   * Runs an operation that is given as data; generated functions and methods end here. Throws a TypeError,
   * before anything is sent, when the input is not what the descriptor asks for.
   */
  call(spec: OperationSpec, input: Values = {}, own: CallOptions = {}): RunningCall {
    const api = this.#api;
    const options = { ...this.#options, ...own };
    const request = prepare(spec, input, this.#inputs);
    const { baseUrl = api.baseUrl, idempotencyKey } = options;
    const context = { operation: spec.id, method: spec.method, url: baseUrl + request.path, attempts: 0 };
    const headers = headersOf(
      spec.id,
      // Browsers write their own `User-Agent`; one of ours would only cost a preflight.
      { accept: 'application/json', 'user-agent': 'location' in globalThis ? '' : api.userAgent },
      request.headers,
      this.#options.headers,
      own.headers,
      { 'idempotency-key': idempotencyKey },
    );
    const sending = {
      api,
      spec,
      options,
      context,
      request: { ...request, headers },
      limiter: this.#limiter,
      emit: (name: keyof Hooks, details: object): void => {
        for (const hook of this.hooks) hook[name]?.({ ...context, ...details } as never);
      },
    };
    const Call: Pagination['Call'] = spec.page?.Call ?? RunningCall;
    return new Call(sending, input, (next) => this.call(spec, next, own));
  }
}

/** A request that the document does not describe. */
export interface RawRequest {
  readonly method: Method;
  /** Relative to the base URL, starting with `/`. Sent as it is: escape what you put into it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** False when the answer has no envelope to unwrap. */
  readonly envelope?: false;
}

/** What all calls to an API share: where it is, who calls, how patiently. */
export class Client<Given extends PropertyKey = never> extends CoreClient<Given> {
  /** Calls what the document lacks, with the retries, the token and the errors of every other call. */
  request<R = unknown>({ path, query = {}, body, ...rest }: RawRequest, options?: CallOptions): Call<R> {
    const spec: OperationSpec = {
      ...rest,
      id: 'request',
      path,
      query: Object.keys(query).map((name) => ({ name, required: false })),
      body: 'optional',
      input: nested,
      empty: true,
    };
    return this.call(spec, { query, body }, options) as Call<R>;
  }
}

/** A client for bundles that import single operations: it knows none of them. */
export function createClient<Inputs extends object, Given extends keyof Inputs>(
  api: ApiDescription<Inputs>,
  options: ClientOptions & Required<Pick<Inputs, Given>>,
): CoreClient<Given>;
export function createClient<Inputs extends object>(
  api: ApiDescription<Inputs>,
  options?: ClientOptions & Partial<Inputs>,
): CoreClient;
export function createClient(api: ApiDescription, options?: ClientOptions): CoreClient {
  return new CoreClient(api, options);
}
