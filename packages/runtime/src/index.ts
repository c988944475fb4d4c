export { bind, type Bound } from './bind.ts';
export type { Call, Outcome } from './call.ts';
export { Client, type RawRequest } from './client.ts';
export { createClient, type CoreClient } from './core-client.ts';
export type {
  ApiDescription,
  Draft,
  EnvelopeKeys,
  FieldGroup,
  Location,
  Method,
  OperationSpec,
  RateLimit,
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
  SdkError,
  ServerError,
  TimeoutError,
  UnexpectedApiError,
  UnprocessableEntityError,
} from './errors.ts';
export type { ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export {
  asBody,
  asProperties,
  commaSeparated,
  inBody,
  inCookie,
  inHeader,
  inPath,
  inQuery,
} from './locations.ts';
export { log, type Logger, type LogLevel } from './log.ts';
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
export type { CallOptions, ClientOptions, CoreOptions, Fetch, TokenSource } from './options.ts';
export { byPage, previousPage, type PageShape, type PaginatedCall, type Pagination } from './page.ts';
export { prefetched } from './prefetch.ts';
export { apiKey, type Signer } from './sign.ts';
export { schemaSet, type Report, type SchemaSet, type ValidationOptions } from './validate.ts';
export type { ErrorKind, RequestContext } from './sdk-error.ts';
