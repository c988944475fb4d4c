import type { RecordedRequest } from '@webwork-sdk/mock';
import { formPairs, isForm, isJson, parsedJson } from './body-text.ts';
import type { ExpectedRequest, Pair } from './contract-case.ts';
import { differences } from './differences.ts';
import { canonicalWireText } from './wire-text.ts';

export interface Expectation {
  readonly method: string;
  readonly request: ExpectedRequest;
  /** The bearer token to be sent; undefined where none may be. */
  readonly token: string | undefined;
  /** The `Prefer` header that the harness itself sent. */
  readonly prefer?: string | undefined;
}

/** Every way in which a request that arrived is not the one the document asks for; empty when it is. */
export function compareRequest(expected: Expectation, received: RecordedRequest): string[] {
  const { request } = expected;
  return [
    ...differences('method', expected.method, received.method),
    ...differences('path', canonicalWireText(request.path), canonicalWireText(received.path)),
    ...comparePairs('query parameter', request.query, received.query),
    ...differences('content type', request.contentType, received.headers['content-type']),
    ...compareBody(request, received),
    ...compareAuthorization(expected, received),
    ...compareHeaders(expected, received),
    ...received.violations.map(({ location, message }) => `violation at ${location.join('.')}: ${message}`),
  ];
}

/** The order of the values of one name counts, the order of the names does not. */
function comparePairs(what: string, expected: readonly Pair[], received: readonly Pair[]): string[] {
  const want = valuesByName(expected);
  const got = valuesByName(received);
  const names = new Set([...want.keys(), ...got.keys()]);
  return [...names].flatMap((name) => differences(`${what} ${name}`, want.get(name), got.get(name)));
}

function valuesByName(pairs: readonly Pair[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const key = canonicalWireText(name);
    values.set(key, [...(values.get(key) ?? []), canonicalWireText(value)]);
  }
  return values;
}

function compareBody(request: ExpectedRequest, received: RecordedRequest): string[] {
  if (request.body === undefined) return differences('body', undefined, received.body || undefined);
  if (isForm(request.contentType)) {
    return comparePairs('form field', formPairs(String(request.body)), formPairs(received.body));
  }
  const body = isJson(request.contentType) ? parsedJson(received.body) : received.body;
  return differences('body', request.body, body);
}

function compareAuthorization({ token }: Expectation, received: RecordedRequest): string[] {
  const header = received.headers['authorization'];
  const want = token === undefined ? undefined : `Bearer ${token}`;
  if (header === want) return [];
  // Neither text is shown: the received one may be somebody's real token.
  if (header === undefined) return ['authorization: expected the bearer token, received none'];
  return [
    `authorization: expected ${want === undefined ? 'none' : 'the bearer token'}, received something else`,
  ];
}

/** What `fetch` and the connection add by themselves, and what has its own comparison above. */
const ownHeaders = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'sec-fetch-mode',
  'user-agent',
]);

function compareHeaders({ request, prefer }: Expectation, received: RecordedRequest): string[] {
  const want: Readonly<Record<string, string>> = {
    ...request.headers,
    ...(prefer !== undefined && { prefer }),
  };
  const names = new Set([
    ...Object.keys(want),
    ...Object.keys(received.headers).filter((name) => !ownHeaders.has(name)),
  ]);
  return [...names].flatMap((name) => differences(`header ${name}`, want[name], received.headers[name]));
}
