import type { ErrorKind, Failure } from './sdk-error.ts';

/** Literals, so that `status === 404` tells an error of the server from a success that broke its promise. */
export type HttpSuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

// The runtime throws plain Errors that differ by `kind` and `status`. The classes below are names for those:
// `instanceof` reads the two fields, so it holds across realms and duplicate copies of this package, and a
// bundle carries only the classes that it names.

function has(value: unknown, matches: (error: Failure) => boolean): boolean {
  const error = Object(value) as Partial<Failure>;
  return 'kind' in error && 'operation' in error && 'attempts' in error && matches(error as Failure);
}

const isKind = (value: unknown, kind: ErrorKind): boolean => has(value, (error) => error.kind === kind);
const isStatus = (value: unknown, status: number): boolean => has(value, (error) => error.status === status);

/** Every failure of a call. The message ends with `METHOD URL`; no part of it shows a token. */
export class SdkError extends Error implements Failure {
  declare readonly kind: ErrorKind;
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;
  declare readonly status?: number | undefined;
  declare readonly headers?: Headers | undefined;
  declare readonly body?: unknown;
  declare readonly requestId?: string | null | undefined;
  static override [Symbol.hasInstance](value: unknown): value is SdkError {
    return has(value, () => true);
  }
}

/** The server answered with an error status that the document describes. */
export class ApiError<Status extends number = number, Body = unknown> extends SdkError {
  declare readonly kind: 'api';
  declare readonly status: Status;
  declare readonly body: Body;
  declare readonly headers: Headers;
  static override [Symbol.hasInstance](value: unknown): value is ApiError | UnexpectedError {
    return has(value, (error) => error.kind === 'api' || error.kind === 'unexpected');
  }
}

/** The server answered with a status, or a body, that the document does not describe. */
export class UnexpectedError<Status extends number = number> extends SdkError {
  declare readonly kind: 'unexpected';
  declare readonly status: Status;
  /** Parsed where it was JSON, else the text, else undefined. */
  declare readonly body: unknown;
  declare readonly headers: Headers;
  static override [Symbol.hasInstance](value: unknown): value is UnexpectedError {
    return isKind(value, 'unexpected');
  }
}

/** No answer came: refused, reset, cut off, or the name did not resolve. `cause` has the platform's error. */
export class ConnectionError extends SdkError {
  declare readonly kind: 'connection';
  declare readonly status?: undefined;
  static override [Symbol.hasInstance](value: unknown): value is ConnectionError {
    return isKind(value, 'connection');
  }
}

/** The time for the attempt or for the whole call ran out. */
export class TimeoutError extends SdkError {
  declare readonly kind: 'timeout';
  declare readonly status?: undefined;
  static override [Symbol.hasInstance](value: unknown): value is TimeoutError {
    return isKind(value, 'timeout');
  }
}

/** The caller's signal was aborted. `cause` has the signal's reason. */
export class AbortError extends SdkError {
  declare readonly kind: 'abort';
  declare readonly status?: undefined;
  static override [Symbol.hasInstance](value: unknown): value is AbortError {
    return isKind(value, 'abort');
  }
}

/** A success whose body is not what the document promises. */
export class DecodeError extends SdkError {
  declare readonly kind: 'decode';
  declare readonly status: HttpSuccessStatus;
  declare readonly headers: Headers;
  static override [Symbol.hasInstance](value: unknown): value is DecodeError {
    return isKind(value, 'decode');
  }
}

/** A 2xx whose envelope says `success: false`, or has no data where data was promised. */
export class EnvelopeError extends SdkError {
  declare readonly kind: 'envelope';
  declare readonly status: HttpSuccessStatus;
  /** The whole envelope. */
  declare readonly body: unknown;
  declare readonly headers: Headers;
  static override [Symbol.hasInstance](value: unknown): value is EnvelopeError {
    return isKind(value, 'envelope');
  }
}

/** The token function or the OAuth source gave no token; nothing was sent. `cause` has its error. */
export class AuthError extends SdkError {
  declare readonly kind: 'auth';
  declare readonly status?: undefined;
  static override [Symbol.hasInstance](value: unknown): value is AuthError {
    return isKind(value, 'auth');
  }
}

/** 400. */
export class BadRequestError<Body = unknown> extends ApiError<400, Body> {
  static override [Symbol.hasInstance](value: unknown): value is BadRequestError {
    return isStatus(value, 400);
  }
}

/** 401: no token, or one that the server does not take. */
export class AuthenticationError<Body = unknown> extends ApiError<401, Body> {
  static override [Symbol.hasInstance](value: unknown): value is AuthenticationError {
    return isStatus(value, 401);
  }
}

/** 403. */
export class PermissionDeniedError<Body = unknown> extends ApiError<403, Body> {
  static override [Symbol.hasInstance](value: unknown): value is PermissionDeniedError {
    return isStatus(value, 403);
  }
}

/** 404. */
export class NotFoundError<Body = unknown> extends ApiError<404, Body> {
  static override [Symbol.hasInstance](value: unknown): value is NotFoundError {
    return isStatus(value, 404);
  }
}

/** 409. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  static override [Symbol.hasInstance](value: unknown): value is ConflictError {
    return isStatus(value, 409);
  }
}

/** 422. */
export class UnprocessableEntityError<Body = unknown> extends ApiError<422, Body> {
  static override [Symbol.hasInstance](value: unknown): value is UnprocessableEntityError {
    return isStatus(value, 422);
  }
}

/** 429. */
export class RateLimitError<Body = unknown> extends ApiError<429, Body> {
  static override [Symbol.hasInstance](value: unknown): value is RateLimitError {
    return isStatus(value, 429);
  }
}

/** 5xx. */
export class ServerError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  static override [Symbol.hasInstance](value: unknown): value is ServerError {
    return has(value, (error) => typeof error.status === 'number' && error.status >= 500);
  }
}
