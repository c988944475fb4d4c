export { accepts, anyTextAnswer, blobAnswer, eitherAnswer, textAnswer } from './answers.ts';
export { bind } from './bind.ts';
export type { Call, Outcome } from './call.ts';
export { Client, type RawRequest } from './client.ts';
export { createClient, type CoreClient } from './core-client.ts';
export type {
  Answer,
  AnswerSpec,
  ApiDescription,
  ClientDescription,
  Draft,
  EnvelopeKeys,
  FieldGroup,
  Json,
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
  UnexpectedError,
  UnprocessableEntityError,
} from './errors.ts';
export { jsonEvents, textEvents, type EventCall, type ServerEvent } from './events.ts';
export type { DeprecationEvent } from './deprecation.ts';
export { exactEvents, exactJson, exactOrder } from './exact.ts';
export type { ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export {
  asBody,
  asJsonOrParts,
  inBody,
  inDeepForm,
  inForm,
  inJsonOrParts,
  inMultipart,
  jsonBody,
  jsonFields,
  linesBody,
  optionalBody,
  partsOfType,
  rawBody,
  wholeForm,
  type JsonOrParts,
} from './bodies.ts';
export { inCookie, inHeader, inPath, inQuery } from './locations.ts';
export {
  asProperties,
  commaSeparated,
  deepObject,
  headerProperties,
  joined,
  jsonText,
  pathStyle,
  pipeDelimited,
  reservedInQuery,
  spaceDelimited,
  unlessNull,
} from './styles.ts';
export { log, type Logger, type LogLevel } from './log.ts';
export { nested } from './nested.ts';
export {
  operation,
  type Args,
  type EventOperation,
  type Input,
  type ItemOf,
  type Operation,
  paged,
  paginated,
  type PaginatedOperation,
  type PaginatedSpec,
} from './operation.ts';
export type {
  DocumentedError,
  OperationError,
  TransportError,
  UndocumentedStatus,
} from './operation-error.ts';
export type { CallOptions, ClientOptions, CoreOptions, Fetch, TokenSource } from './options.ts';
export { previousPage, type PageOrder, type PaginatedCall } from './page.ts';
export {
  byCursor,
  byIndex,
  byLink,
  byOffset,
  byPage,
  type CursorShape,
  type LinkShape,
  type OffsetShape,
  type PageShape,
} from './pagination.ts';
export { prefetched } from './prefetch.ts';
export { expectRedirect, followRedirects, redirectTarget } from './redirects.ts';
export { relativeServer } from './relative-server.ts';
export { serverUrl } from './server-url.ts';
export { apiKey, basic, bearer, schemes, type Signer } from './sign.ts';
export type { TypedHeaders, WithHeaders } from './typed-headers.ts';
export { schemaSet, type Report, type SchemaSet, type ValidationOptions } from './validate.ts';
export type { ErrorKind, RequestContext } from './sdk-error.ts';
