/** What went wrong, in one word: the discriminant of every error union. */
export type ErrorKind =
  | 'api'
  | 'unexpected'
  | 'connection'
  | 'timeout'
  | 'abort'
  | 'decode'
  | 'envelope'
  | 'auth';

/** The request that an error or an event belongs to. */
export interface RequestContext {
  /** The document's `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** The URL as sent, without the key that some APIs want in the query. */
  readonly url: string;
  /** How many times the request was sent. */
  readonly attempts: number;
}

/** What the server answered, where it answered. */
export interface ReplyDetails {
  readonly kind?: ErrorKind;
  readonly status?: number | undefined;
  readonly headers?: Headers;
  readonly body?: unknown;
  /** The server's id of the request: its `x-request-id` or `request-id`. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** Every failure of a call. The message ends with `METHOD URL`; no part of it shows a token. */
export class SdkError extends Error implements RequestContext, ReplyDetails {
  declare readonly kind: ErrorKind;
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;
  declare readonly requestId?: string | undefined;
  declare readonly status?: number | undefined;
  declare readonly headers?: Headers;
  declare readonly body?: unknown;

  /** `name` is that of the class without `Error`; its lower case is the kind, unless `details` have one. */
  constructor(name: string, what: string, context: RequestContext, details?: ReplyDetails) {
    super(`${context.operation}: ${what}. ${context.method} ${context.url}`, details);
    Object.assign(this, { name: `${name}Error`, kind: name.toLowerCase() }, context, details);
  }
}
