import { startCall, type AnyCall } from './call.ts';
import type { ApiDescription, OperationSpec } from './descriptor.ts';
import type { CallOptions, CoreOptions } from './options.ts';
import { createLimiter } from './rate-limit.ts';
import { refuse, type Values } from './request.ts';

/** What an operation needs of a client. `Given` names the inputs that the client fills in where calls do not. */
export interface CoreClient<Given extends PropertyKey = never> {
  /** For the type checker only: a client that is given more inputs can stand for one that is given fewer. */
  readonly given?: (given: Given) => void;
  /**
   * Runs an operation that is given as data; generated functions and methods end here. Throws a TypeError,
   * before anything is sent, when the input is not what the descriptor asks for.
   */
  readonly call: (spec: OperationSpec, input?: Values, own?: CallOptions) => AnyCall;
  /** The input as it is sent: with what the client was given, where the caller has no value. Missing: nothing was. */
  readonly filled?: (spec: OperationSpec, input: Values) => Values;
}

/**
 * A client for bundles that import single operations: it knows none of them. Throws a TypeError when the base
 * URL has a password in it: URLs stand in messages and logs.
 */
export function createClient(api: ApiDescription, options: CoreOptions = {}): CoreClient {
  const { rateLimit = api.rateLimit, baseUrl } = options;
  if (/^\w+:\/\/[^/]*@/.test(`${baseUrl}`)) refuse('baseUrl', 'has a password');
  const limiter = createLimiter(rateLimit || {});
  return {
    call: (spec, input = {}, own = {}) =>
      startCall(
        api,
        (baseUrl ?? spec.server ?? api.baseUrl).replace(/\/$/, ''),
        options,
        limiter,
        spec,
        input,
        own,
      ),
  };
}
