/** What can keep a mock from starting. */
export type MockErrorCode =
  | 'document-unreadable'
  | 'document-not-bundled'
  | 'document-mismatch'
  | 'document-unsupported'
  | 'port-unavailable';

/** Thrown by `startMock` when it cannot serve what it was asked to. The message ends with what to do next. */
export class MockError extends Error {
  override readonly name = 'MockError';
  /** Stable; branch on this, not on the message. */
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
