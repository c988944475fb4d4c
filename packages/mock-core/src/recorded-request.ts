/** One thing that a request, or the document's answer to it, did against the document. */
export interface Violation {
  /** Where, from `request` or `response` inwards: `['request', 'body', 'title']`. */
  readonly location: readonly string[];
  readonly severity: 'Error' | 'Warning' | 'Information' | 'Hint';
  /** The JSON Schema keyword that failed (`type`, `required`), an HTTP status (401, 415), or the mock's own word. */
  readonly code: string | number;
  readonly message: string;
}

/** A request as it arrived at the mock. It holds the Authorization header: do not print it. */
export interface RecordedRequest {
  /** Upper case. */
  readonly method: string;
  /** Under the base path, percent-encoded as sent: `/project-viewers/100`. The whole path where it is outside. */
  readonly path: string;
  /** The request target as sent, base path and query included: `/api/v2/project-viewers/100?page=2`. */
  readonly url: string;
  /** Names and values in the order and the percent-encoding they were sent in. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Names in lower case; repeated headers joined with a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as UTF-8 text; empty when none was sent. */
  readonly body: string;
  /** The status of the answer; undefined while there is none, and for ever if the caller went away before it. */
  readonly status: number | undefined;
  /** What Prism found, in full; empty when the request and its answer follow the document. */
  readonly violations: readonly Violation[];
}

/** The same record while the mock is still filling it in. */
export type OpenRecord = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };
