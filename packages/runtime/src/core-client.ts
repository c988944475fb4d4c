import { startCall, type AnyCall, type Shared } from './call.ts';
import type { ApiDescription, OperationSpec } from './descriptor.ts';
import type { CallOptions, CoreOptions } from './options.ts';
import { createLimiter } from './rate-limit.ts';
import type { Values } from './request.ts';

/** The smallest client: it runs operations. `Given` names the inputs that calls may leave out. */
export class CoreClient<Given extends PropertyKey = never> {
  /** For the type checker only: a client that is given more inputs can stand for one that is given fewer. */
  declare readonly given?: (given: Given) => void;
  readonly #shared: Shared;

  constructor(api: ApiDescription, options: CoreOptions = {}) {
    const { rateLimit = api.rateLimit } = options;
    this.#shared = { api, options, limiter: createLimiter(rateLimit || { requests: 1e9, seconds: 1 }) };
  }

  /**
   * Runs an operation that is given as data; generated functions and methods end here. Throws a TypeError,
   * before anything is sent, when the input is not what the descriptor asks for.
   */
  call(spec: OperationSpec, input: Values = {}, own: CallOptions = {}): AnyCall {
    return startCall(this.#shared, spec, input, own, (next) => this.call(spec, next, own));
  }
}

/** A client for bundles that import single operations: it knows none of them. */
export function createClient(api: ApiDescription, options?: CoreOptions): CoreClient {
  return new CoreClient(api, options);
}
