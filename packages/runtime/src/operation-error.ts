import type {
  AbortError,
  ApiError,
  AuthenticationError,
  AuthError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  DecodeError,
  EnvelopeError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedError,
  UnprocessableEntityError,
} from './errors.ts';
import type { TypedHeaders } from './typed-headers.ts';

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

/** The class of each status that has one, so that `instanceof` narrows as `status` does. */
interface ErrorOfStatus<Body> {
  400: BadRequestError<Body>;
  401: AuthenticationError<Body>;
  403: PermissionDeniedError<Body>;
  404: NotFoundError<Body>;
  409: ConflictError<Body>;
  422: UnprocessableEntityError<Body>;
  429: RateLimitError<Body>;
  500: ServerError<500, Body>;
  501: ServerError<501, Body>;
  502: ServerError<502, Body>;
  503: ServerError<503, Body>;
  504: ServerError<504, Body>;
}

/** `{ status: 404; body: ErrorResponse }` → `NotFoundError<ErrorResponse>`, an `ApiError<404, …>`, one by one. */
export type DocumentedError<E> = E extends { headers: infer H; status: infer Status; body: infer Body }
  ? { readonly headers: TypedHeaders<H> } & DocumentedError<{ status: Status; body: Body }>
  : E extends { status: infer Status extends number; body: infer Body }
    ? Status extends keyof ErrorOfStatus<Body>
      ? ErrorOfStatus<Body>[Status]
      : ApiError<Status, Body>
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
export type OperationError<E> = DocumentedError<E> | UnexpectedError<UndocumentedStatus<E>> | TransportError;
