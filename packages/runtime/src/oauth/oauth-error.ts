/** The authorization server refused, or its answer made no sense. Holds no token and no secret. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  /** `invalid_grant`, `invalid_client`, … (RFC 6749, section 5.2); `invalid_response` where the answer is none of these. */
  readonly code: string;
  readonly status: number | undefined;

  constructor(code: string, description: string, status?: number) {
    super(`${code}: ${description}`);
    this.code = code;
    this.status = status;
  }
}
