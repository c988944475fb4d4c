import type { RequestContext, SdkError } from './sdk-error.ts';

/** A request that is about to be sent. */
export interface RequestEvent extends RequestContext {
  /** The names of the headers. Their values are not shown: any of them may be a secret. */
  readonly headers: readonly string[];
  /** Length of the body in UTF-16 units, where it is text. The body itself is not shown. */
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
}

/** Tells the hooks of a client what happens to a call. */
export type Emit = (name: keyof Hooks, details: object) => void;
