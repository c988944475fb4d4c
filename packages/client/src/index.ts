export * from './generated/index.ts';
export type * from '@webwork-sdk/types';
// By name: what the runtime calls so stays so, whatever the document calls its schemas.
export {
  AbortError,
  ApiError,
  AuthenticationError,
  AuthError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  createClient,
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
  type Call,
  type CallOptions,
  type ClientOptions,
  type OperationError,
  type Outcome,
  type PaginatedCall,
} from '@sdkwright/runtime';
