import type { IncomingMessage } from 'node:http';

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

/** Records the head of a request; body, status and violations follow as they become known. */
export function recordHead(message: IncomingMessage, path: string): OpenRecord {
  const url = message.url ?? '/';
  return {
    method: message.method ?? 'GET',
    path,
    url,
    query: rawQuery(url),
    headers: joinedHeaders(message.headersDistinct),
    body: '',
    status: undefined,
    violations: [],
  };
}

/** The path of a request target, without its query. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

/** The query of a request target with its question mark; empty when there is none. */
export function queryOf(url: string): string {
  return url.slice(pathOf(url).length);
}

function rawQuery(url: string): [string, string][] {
  const pairs = queryOf(url).slice(1).split('&');
  return pairs.filter((pair) => pair !== '').map(splitPair);
}

function splitPair(pair: string): [string, string] {
  const end = pair.indexOf('=');
  return end === -1 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
}

function joinedHeaders(headers: NodeJS.Dict<string[]>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, values = []]) => [name, values.join(', ')] as const);
  return Object.fromEntries(entries);
}
