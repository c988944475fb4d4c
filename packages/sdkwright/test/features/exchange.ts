import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** Headers that a call means to send; all others come from fetch. */
const telling = /^(authorization|cookie|content-type|x-.*)$/;

/** A request as text: its first line, the headers that say something, and its body. */
export async function requestText(request: IncomingMessage): Promise<string> {
  const headers = Object.entries(request.headers)
    .filter(([name]) => telling.test(name))
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([name, value]) => `${name}: ${String(value)}`);
  const boundary = /boundary=(\S+)/.exec(request.headers['content-type'] ?? '')?.[1];
  const body = (await text(request)).replaceAll('\r\n', '\n');
  const whole = [`${request.method} ${request.url}`, ...headers, ...(body === '' ? [] : ['', body])].join(
    '\n',
  );
  return (boundary === undefined ? whole : whole.replaceAll(boundary, 'boundary')).trimEnd();
}

/** Sends an answer that is written like a request: a status, headers, an empty line and a body. */
export function sendText(response: ServerResponse, answer: string): void {
  const [head = '', ...body] = answer.split('\n\n');
  const [status = '', ...headers] = head.trim().split('\n');
  response.statusCode = Number(status);
  for (const header of headers) {
    const [name = '', ...value] = header.split(': ');
    response.setHeader(name, value.join(': '));
  }
  response.end(
    body.join('\n\n').trimEnd() + (headers.some((header) => /event-stream/.test(header)) ? '\n\n' : ''),
  );
}

/** A result as JSON; a file is its text, nothing is null, and a bigint is written as TypeScript does. */
export async function plainResult(result: unknown): Promise<unknown> {
  if (result instanceof Blob) return await result.text();
  const withDigits = (_name: string, value: unknown): unknown =>
    typeof value === 'bigint' ? `${value}n` : value;
  return result === undefined ? null : JSON.parse(JSON.stringify(result, withDigits));
}
