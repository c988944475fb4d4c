export { bind, type Bound } from './bind.ts';
export type { Call, Outcome } from './call.ts';
export { commaSeparated } from './comma-separated.ts';
export { Client, CoreClient, createClient, type RawRequest } from './client.ts';
export type {
  ApiDescription,
  BodyEncoder,
  EnvelopeKeys,
  Field,
  FieldEncoder,
  FieldSpec,
  Method,
  OperationSpec,
  RateLimit,
  TakeFields,
} from './descriptor.ts';
export {
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
  UnexpectedApiError,
  UnprocessableEntityError,
} from './errors.ts';
export type { ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export { nested } from './nested.ts';
export {
  operation,
  type Args,
  type Input,
  type ItemOf,
  type Operation,
  type PaginatedOperation,
} from './operation.ts';
export type {
  DocumentedError,
  OperationError,
  TransportError,
  UndocumentedStatus,
} from './operation-error.ts';
export type { CallOptions, ClientOptions, Fetch, TokenSource } from './options.ts';
export { byPage, type PageShape, type PaginatedCall, type Pagination } from './page.ts';
export { apiKey, type Signer } from './sign.ts';
export { SdkError, type ErrorKind, type RequestContext } from './sdk-error.ts';
