import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  backendFailed,
  bodyTooLarge,
  deadlineMissed,
  malformedJson,
  outsideBasePath,
  type Answer,
  type Backend,
} from './answer.ts';
import { pathUnderBase } from './base-path.ts';
import { MockError } from './mock-error.ts';
import { pathOf, queryOf, recordHead } from './record-head.ts';
import type { OpenRecord } from './recorded-request.ts';

export interface FrontOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly bases: readonly string[];
  readonly deadlineMs: number;
  readonly backend: Backend;
  /** Every request is added here as soon as its head has arrived. */
  readonly requests: OpenRecord[];
}

export interface Front {
  /** `http://127.0.0.1:4010`, without a base path. */
  readonly origin: string;
  close(): Promise<void>;
}

/** The server that callers talk to: records, takes the base path off, and sees that every request gets an answer. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const server = createServer((message, response) => {
    void serve(message, response, options);
  });
  const { port } = await listen(server, options.port);
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function listen(server: Server, port: number): Promise<AddressInfo> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const advice = 'Take another port, or leave it out for any free one.';
    throw new MockError('port-unavailable', `cannot listen on 127.0.0.1:${port}: ${reason}. ${advice}`, {
      cause,
    });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError(`No TCP address: ${address}`);
  return address;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const path = pathOf(message.url ?? '/');
  const inner = pathUnderBase(path, options.bases);
  const record = recordHead(message, inner ?? path);
  options.requests.push(record);
  const over = new AbortController();
  const deadline = setTimeout(() => over.abort(), options.deadlineMs);
  response.once('close', () => over.abort());
  const work = answer({ message, record, inner, options, signal: over.signal });
  const result = await Promise.race([work, missed(over.signal, record, options.deadlineMs)]);
  clearTimeout(deadline);
  // When the caller has gone there is nobody to answer, and the record keeps no status.
  if (!response.destroyed) send(response, record, result);
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly record: OpenRecord;
  /** The path under the base path; undefined outside it. */
  readonly inner: string | undefined;
  readonly options: FrontOptions;
  readonly signal: AbortSignal;
}

async function answer({ message, record, inner, options, signal }: Exchange): Promise<Answer> {
  try {
    const body = await readBody(message);
    if (body === undefined) return bodyTooLarge(record, bodyLimit);
    record.body = body.toString('utf8');
    if (inner === undefined) return outsideBasePath(record, options.bases);
    if (isMalformedJson(record)) return malformedJson(record);
    const target = inner + queryOf(record.url);
    return await options.backend(
      { method: record.method, target, headers: message.headersDistinct, body },
      signal,
    );
  } catch (cause) {
    return backendFailed(record, cause);
  }
}

function missed(signal: AbortSignal, record: OpenRecord, deadlineMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(deadlineMissed(record, deadlineMs)), { once: true });
  });
}

/** Prism's own limit, above which it would hang. */
const bodyLimit = 10_000_000;

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read on past the limit and keep nothing: a caller still sending would not see the answer.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}

// Prism never answers a JSON body that it cannot parse.
function isMalformedJson(record: OpenRecord): boolean {
  const type = record.headers['content-type'] ?? '';
  if (record.body === '' || !/^application\/([\w.+-]+\+)?json\b/i.test(type)) return false;
  try {
    JSON.parse(record.body);
    return false;
  } catch {
    return true;
  }
}

function send(response: ServerResponse, record: OpenRecord, result: Answer): void {
  record.status = result.status;
  record.violations = result.violations;
  response.statusCode = result.status;
  for (const [name, value] of Object.entries(result.headers)) response.setHeader(name, value);
  response.end(result.body);
}
