export { curlExample } from './curl-example.ts';
export { hashDocument } from './document-hash.ts';
export { MockError, type MockErrorCode } from './mock-error.ts';
export type { OpenApiDocument } from './read-document.ts';
export type { RecordedRequest, Violation } from './recorded-request.ts';
export { startMock, type Mock, type MockOptions, type StatefulOptions } from './start-mock.ts';
export { inferOperations, type OperationInference } from './stateful/infer-operations.ts';
