import type { RateLimit } from './descriptor.ts';
import type { Hooks } from './hooks.ts';

/** The part of the platform's `fetch` that the runtime uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A token, or where to get one. A function is asked before every attempt. After a 401 it is asked once more,
 * with the token that was rejected: a new one is tried, once.
 */
export type TokenSource = string | ((rejected?: string) => string | Promise<string>);

/** What one call may decide for itself. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call: waiting for the rate limit, all attempts, the body. Default: no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds for one attempt, the body included. Default 30,000; 0 means no limit. */
  readonly attemptTimeout?: number | undefined;
  /** How many times a failed attempt is repeated. Default 2. */
  readonly retries?: number | undefined;
  /** Headers to add. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Lets the server see repetitions of one request, and with that a POST or PATCH be repeated. */
  readonly idempotencyKey?: string | undefined;
  /** The function to send with. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Paginated calls: ask for the next page while the items of this one are read. Default false. */
  readonly prefetch?: boolean | undefined;
}

/** What all calls of a client share. Every option of a call is its default here. */
export interface ClientOptions extends Omit<CallOptions, 'signal' | 'idempotencyKey'> {
  readonly token?: TokenSource | undefined;
  /** Default: the server that the document names. */
  readonly baseUrl?: string | undefined;
  /** Default: what the document says of the API. `false` turns the waiting off. */
  readonly rateLimit?: RateLimit | false | undefined;
  readonly hooks?: readonly Hooks[] | undefined;
}
