import type { DeprecationEvent } from './deprecation.ts';
import type { SdkError } from './errors.ts';
import type { CallOptions, Fetch } from './options.ts';
import type { RequestContext } from './sdk-error.ts';

/** A request that is about to be sent. */
export interface RequestEvent extends RequestContext {
  /** The names of the headers. Their values are not shown: any of them may be a secret. */
  readonly headers: readonly string[];
  /** Length of the body in UTF-16 units where it is text. The body itself is not shown. */
  readonly size: number | undefined;
}

/** A response whose headers are here. */
export interface ResponseEvent extends RequestContext {
  readonly status: number;
  readonly headers: Headers;
  /** Milliseconds since the request was sent. */
  readonly duration: number;
}

/** A call that failed for good. */
export interface ErrorEvent extends RequestContext {
  readonly error: SdkError;
}

/** An attempt that failed and will be repeated. */
export interface RetryEvent extends ErrorEvent {
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/**
 * Watches the calls of a client. Hooks run in the order they were added and cannot change a call; what one
 * throws is an unhandled rejection, not a failure of the call.
 */
export interface Hooks {
  readonly onRequest?: (event: RequestEvent) => void;
  readonly onResponse?: (event: ResponseEvent) => void;
  readonly onError?: (event: ErrorEvent) => void;
  readonly onRetry?: (event: RetryEvent) => void;
  /** Told once for each operation; where nobody listens, the client warns on the console. */
  readonly onDeprecation?: (event: DeprecationEvent) => void;
}

/** Runs something for each of the hooks. */
export function tellAll(hooks: Iterable<Hooks>, run: (hook: Hooks) => void): void {
  for (const hook of hooks) {
    try {
      run(hook);
    } catch (error) {
      void Promise.reject(error);
    }
  }
}

/** The options of a call with `hooks` in its way. */
export function observed(
  hooks: Iterable<Hooks>,
  options: CallOptions,
): Pick<CallOptions, 'fetch' | 'onFailure'> {
  const tell = (run: (hook: Hooks) => void): void => tellAll(hooks, run);
  const send: Fetch = async (url, init, context) => {
    const size = typeof init.body === 'string' ? init.body.length : undefined;
    const view = { ...context };
    tell((hook) => hook.onRequest?.({ ...view, headers: Object.keys(init.headers ?? {}), size }));
    const began = performance.now();
    const response = await (options.fetch ?? fetch)(url, init, context);
    const { status, headers } = response;
    const duration = performance.now() - began;
    tell((hook) => hook.onResponse?.({ ...view, status, headers, duration }));
    return response;
  };
  const onFailure: CallOptions['onFailure'] = (error, delay) => {
    const { operation, method, url, attempts } = error;
    const event = { operation, method, url, attempts, error };
    tell((hook) => (delay === Infinity ? hook.onError?.(event) : hook.onRetry?.({ ...event, delay })));
    options.onFailure?.(error, delay);
  };
  return { fetch: send, onFailure };
}
