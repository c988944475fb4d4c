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
  /** Where it is not the name of the class in lower case. */
  readonly kind?: ErrorKind | undefined;
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly body?: unknown;
  /** The server's id of the request, its `x-request-id`; null where it gave none. */
  readonly requestId?: string | null | undefined;
  readonly cause?: unknown;
}

/**
 * A failure of a call. These are plain Errors, told apart by `kind` and `status`; the classes in `errors.ts` are
 * names for what the two say. The message ends with `METHOD URL`.
 */
export interface Failure extends Error, RequestContext, ReplyDetails {
  readonly kind: ErrorKind;
  readonly cause?: unknown;
}

/** Makes the failures of one call. `name` is that of the error class without `Error`. */
export type Fail = (name: Capitalize<ErrorKind>, what: string, details?: ReplyDetails) => Failure;

/** For the `catch` of a body that is read after its headers came. */
export const disconnected =
  (fail: Fail) =>
  (cause: unknown): never => {
    throw fail('Connection', String(cause), { cause });
  };
