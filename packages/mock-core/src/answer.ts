import type { RecordedRequest, Violation } from './recorded-request.ts';

/** What goes back to the caller, and what is recorded of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
  readonly violations: readonly Violation[];
}

/** A request with its base path taken off, ready to be answered from the document. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path under the base path, and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<NodeJS.Dict<string[]>>;
  readonly body: Uint8Array;
}

/**
 * Answers requests. Prism is one; whatever stands in front of it has the same type.
 * The signal aborts when nobody waits for the answer any more.
 */
export type Backend = (request: ReceivedRequest, signal: AbortSignal) => Promise<Answer>;

/** Problem details (RFC 9457) for what the mock itself has to refuse, readable from a browser too. */
export function problem(
  status: number,
  title: string,
  detail: string,
  violations: readonly Violation[] = [],
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*' },
    body: JSON.stringify({ title, status, detail }),
    violations,
  };
}

export function outsideBasePath(record: RecordedRequest, bases: readonly string[]): Answer {
  const known = bases.map((base) => base || '/').join(' or ');
  const detail = `${record.method} ${record.path} is outside the base path of the document. Call it under ${known}.`;
  return problem(404, 'Outside the base path', detail, [requestViolation(['path'], 'base-path', detail)]);
}

export function malformedJson(record: RecordedRequest): Answer {
  const detail = `The body of ${record.method} ${record.path} is not the JSON that its content type promises.`;
  return problem(400, 'Malformed JSON body', detail, [requestViolation(['body'], 'malformed-json', detail)]);
}

export function bodyTooLarge(record: RecordedRequest, limit: number): Answer {
  const detail = `The body of ${record.method} ${record.path} is larger than ${limit} bytes, the most the mock takes.`;
  return problem(413, 'Body too large', detail, [requestViolation(['body'], 'body-too-large', detail)]);
}

export function deadlineMissed(record: RecordedRequest, deadlineMs: number): Answer {
  const detail = `${record.method} ${record.path} had no answer within the mock's deadline of ${deadlineMs} ms.`;
  return problem(504, 'Deadline missed', detail);
}

export function backendFailed(record: RecordedRequest, cause: unknown): Answer {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return problem(502, 'Prism failed', `Prism could not answer ${record.method} ${record.path}: ${reason}`);
}

function requestViolation(location: readonly string[], code: string, message: string): Violation {
  return { location: ['request', ...location], severity: 'Error', code, message };
}
