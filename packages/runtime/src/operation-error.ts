import type {
  AbortError,
  ApiError,
  AuthError,
  ConnectionError,
  DecodeError,
  EnvelopeError,
  TimeoutError,
  UnexpectedApiError,
} from './errors.ts';

/** Error statuses in use on the web. `0` is the redirect that a browser hides. */
export type HttpErrorStatus =
  | 0
  | 300
  | 301
  | 302
  | 303
  | 304
  | 305
  | 307
  | 308
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511
  | 520
  | 521
  | 522
  | 523
  | 524
  | 525
  | 526
  | 529
  | 530;

/** The failures that any call can have. */
export type TransportError =
  | ConnectionError
  | TimeoutError
  | AbortError
  | DecodeError
  | EnvelopeError
  | AuthError;

/** `{ status: 404; body: ErrorResponse }` → `ApiError<404, ErrorResponse>`, one by one. */
export type DocumentedError<E> = E extends { status: infer Status extends number; body: infer Body }
  ? ApiError<Status, Body>
  : never;

/** The error statuses that `E` does not list. Literals, so that `status === 404` narrows. */
export type UndocumentedStatus<E> = Exclude<
  HttpErrorStatus,
  E extends { status: infer Status } ? Status : never
>;

/**
 * The closed union of what an operation can fail with: the errors its document lists, a status it does
 * not list, and the faults of transport. `status` or `kind` narrows it.
 */
export type OperationError<E> =
  | DocumentedError<E>
  | UnexpectedApiError<UndocumentedStatus<E>>
  | TransportError;
