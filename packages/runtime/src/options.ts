import type { RateLimit } from './descriptor.ts';
import type { Hooks } from './hooks.ts';
import type { SdkError } from './errors.ts';
import type { Logger, LogLevel } from './log.ts';
import type { RequestContext } from './sdk-error.ts';
import type { ValidationOptions } from './validate.ts';

/** The part of the platform's `fetch` that the runtime uses. */
export type Fetch = (url: string, init: RequestInit, context: RequestContext) => Promise<Response>;

/**
 * A token, or where to get one. A function is asked before every attempt. After a 401 it is asked once more,
 * with the token that was rejected: a new one is tried, once.
 */
export type TokenSource = string | ((rejected?: string) => string | Promise<string>);

/** What one call may decide for itself. A value of undefined asks for the default told here, not for the client's. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call: waiting for the rate limit, all attempts, the body. Default: no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds for one attempt, the body included. Default 30,000; Infinity for no limit. */
  readonly attemptTimeout?: number | undefined;
  /** How many times a failed attempt is repeated. Default 2. */
  readonly retries?: number | undefined;
  /** Headers to add, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Lets the server see repetitions of one request, and with that a POST or PATCH be repeated. */
  readonly idempotencyKey?: string | undefined;
  /** The function to send with. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Told of every attempt that failed, and how many milliseconds later the next follows; Infinity: none. */
  readonly onFailure?: ((error: SdkError, delay: number) => void) | undefined;
}

/** What all calls of a client share. Every option of a call is its default here. */
export interface CoreOptions extends Omit<CallOptions, 'signal' | 'idempotencyKey'> {
  readonly token?: TokenSource | undefined;
  /** Credentials of further security schemes, by the names that the document gives them. */
  readonly keys?: Readonly<Record<string, string>> | undefined;
  /** Default: the server that the document names. No place for a password: URLs stand in messages. */
  readonly baseUrl?: string | undefined;
  /** Default: what the document says of the API. `false` turns the waiting off. */
  readonly rateLimit?: RateLimit | false | undefined;
}

/** What a client with all comforts takes. */
export interface ClientOptions extends CoreOptions, ValidationOptions {
  /** Run in this order, before those that are added later. */
  readonly hooks?: readonly Hooks[] | undefined;
  /** Gets a line per event; `console` is one. */
  readonly logger?: Logger | undefined;
  /** How much the logger gets. Default `info`. */
  readonly logLevel?: LogLevel | undefined;
}
