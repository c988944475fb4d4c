import type { IncomingMessage } from 'node:http';
import type { OpenRecord } from './recorded-request.ts';

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
