import { request as httpRequest, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Answer, Backend, ReceivedRequest } from './answer.ts';
import { boundedDocument } from './bounded-document.ts';
import { dropUncheckedSecurity } from './checkable-security.ts';
import { describeResponses } from './described-responses.ts';
import { encodeAnswers } from './encoded-answers.ts';
import { encodeValues } from './encoded-values.ts';
import { framingHeaders, dropFramingHeaders } from './framing-headers.ts';
import { MockError } from './mock-error.ts';
import {
  loadPrism,
  type PrismModules,
  type PrismRequest,
  type PrismRequestConfig,
  type PrismResult,
  type PrismServer,
} from './prism-modules.ts';
import { violationsOf, withHeaderSafeMessages } from './prism-violations.ts';
import { addQueries, asPost } from './query-operations.ts';
import { withoutLostReferences } from './outer-references.ts';
import { isObject, type OpenApiDocument } from './read-document.ts';
import type { Violation } from './recorded-request.ts';
import { withListsAsParts } from './repeated-parts.ts';
import type { State } from './stateful/state/state.ts';
import { withMemory } from './stateful/stateful-prism.ts';

/** Names the request on its way through Prism, so that its violations can be told from those of another. */
const idHeader = 'x-mock-request-id';

export interface PrismBackend {
  readonly answer: Backend;
  close(): Promise<void>;
}

export interface PrismOptions {
  readonly dynamic: boolean;
  readonly seed: string | undefined;
  /** What the mock remembers; undefined for one that forgets. */
  readonly state: State | undefined;
}

/** Starts Prism's own HTTP server on a free private port and answers through it. */
export async function startPrism(document: OpenApiDocument, options: PrismOptions): Promise<PrismBackend> {
  const prism = loadPrism();
  const config = configOf(options);
  const server = await createPrismServer(prism, document, config);
  const found = new Map<string, Violation[]>();
  const plain = server.prism.request;
  const answering = options.state === undefined ? plain : withMemory(prism, plain, config, options.state);
  server.prism.request = reportingViolations(answering, found);
  const url = new URL(await server.listen(0, '127.0.0.1'));
  let count = 0;
  return {
    close: () => server.close(),
    async answer(request, signal) {
      const id = String((count += 1));
      found.set(id, []);
      try {
        const response = await forward(url, asPost(await withListsAsParts(request)), id, signal);
        return await toAnswer(response, found.get(id) ?? []);
      } finally {
        found.delete(id);
      }
    },
  };
}

async function createPrismServer(
  prism: PrismModules,
  document: OpenApiDocument,
  config: PrismRequestConfig,
): Promise<PrismServer> {
  return prism.createServer(await readOperations(prism, document), {
    components: { logger: prism.createLogger('mock', { level: 'silent' }) },
    cors: true,
    config,
  });
}

function configOf({ dynamic, seed }: PrismOptions): PrismRequestConfig {
  return {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic, ...(seed !== undefined && { seed }) },
  };
}

async function readOperations(prism: PrismModules, document: OpenApiDocument): Promise<unknown> {
  try {
    // Prism resolves references in place; the caller's document stays as it was.
    const own = structuredClone(boundedDocument(withoutLostReferences(document)));
    describeResponses(own);
    addQueries(own);
    const operations = await prism.getHttpOperationsFromSpec(own);
    const known = [operations].flat().filter(isObject);
    encodeValues(known);
    encodeAnswers(known, prism.sample);
    dropFramingHeaders(known);
    dropUncheckedSecurity(known);
    return operations;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError('document-unsupported', `Prism cannot serve this document: ${reason}`, { cause });
  }
}

/** The `sl-violations` header is cut at 8 kB and lost where Prism answers with its own problem; the result has it all. */
function reportingViolations(request: PrismRequest, found: Map<string, Violation[]>): PrismRequest {
  return (input, operations, config) => async () => {
    const result = await resultOf(() => request(input, operations, config)());
    const id = input.headers?.[idHeader];
    if (id !== undefined && found.has(id)) found.set(id, violationsOf(result));
    return withHeaderSafeMessages(result);
  };
}

/** Prism awaits nothing here: what it throws would end the process. */
async function resultOf(ask: () => Promise<PrismResult>): Promise<PrismResult> {
  try {
    return await ask();
  } catch (cause) {
    return { _tag: 'Left', left: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}

function forward(
  url: URL,
  request: ReceivedRequest,
  id: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers: Record<string, string[] | string | number> = { [idHeader]: id };
  for (const [name, values] of Object.entries(request.headers)) {
    if (values !== undefined && !framingHeaders.includes(name)) headers[name] = values;
  }
  if (request.headers['accept']) headers['accept'] = withJson(request.headers['accept'].join());
  // A known length, because Prism hangs on a chunked JSON body that turns out to be empty.
  if (request.body.length > 0) headers['content-length'] = request.body.length;
  return new Promise((resolve, reject) => {
    const { hostname, port } = url;
    const outgoing = httpRequest({
      hostname,
      port,
      path: request.target,
      method: request.method,
      headers,
      signal,
    });
    outgoing.once('response', resolve).once('error', reject).end(request.body);
  });
}

/** Whoever takes JSON by a name of its own, such as that of a version of the API, takes JSON: Prism compares names. */
function withJson(accept: string): string {
  return /\+json\b/i.test(accept) ? `${accept}, application/json;q=0.1` : accept;
}

async function toAnswer(response: IncomingMessage, violations: Violation[]): Promise<Answer> {
  const body = await buffer(response);
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined && !framingHeaders.includes(name)) headers[name] = value;
  }
  return { status: response.statusCode ?? 500, headers, body, violations };
}
