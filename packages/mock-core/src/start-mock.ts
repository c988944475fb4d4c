import { basePaths } from './base-path.ts';
import { hashDocument } from './document-hash.ts';
import { startFront } from './front.ts';
import { MockError } from './mock-error.ts';
import { startPrism } from './prism-backend.ts';
import { readDocument, type OpenApiDocument } from './read-document.ts';
import type { OpenRecord, RecordedRequest } from './recorded-request.ts';
import { inferOperations, operationTable } from './stateful/infer-operations.ts';
import { inferApi } from './stateful/inference/infer-api.ts';
import { createState, type State } from './stateful/state/state.ts';

export interface MockOptions {
  /** The port on 127.0.0.1. Default 0: any free one. */
  readonly port?: number;
  /** True makes every answer up from its schema; false, the default, answers with the document's examples. */
  readonly dynamic?: boolean;
  /** Makes dynamic answers repeatable: equal requests with an equal seed get equal answers. */
  readonly seed?: string | number;
  /**
   * What to serve: a parsed OpenAPI 3.x document, or the path or `file:` URL of one in YAML or JSON, with every `$ref`
   * inside the document.
   */
  readonly document: string | URL | OpenApiDocument;
  /**
   * The `hashDocument` that the document must have, so that no test runs against another document than that which
   * packages were generated from. Default `false`: any document is served.
   */
  readonly expectedHash?: string | false;
  /**
   * True makes the mock remember what was created, changed and deleted, as far as the document lets it infer what its
   * operations do: see `Mock.inferred()`. Default false: every answer is the document's example.
   */
  readonly stateful?: boolean | StatefulOptions;
  /** Milliseconds after which a request without an answer gets a 504. Default 10,000. */
  readonly deadlineMs?: number;
}

export interface StatefulOptions {
  /**
   * How many items each list has at least in the beginning, so that lists have several pages. The document's examples
   * come first, then variants of them with other ids, names and e-mail addresses. Default: the examples alone.
   */
  readonly itemsPerList?: number;
}

/** A running mock. */
export interface Mock {
  /** Where the document is served, base path included and no slash at the end: a client's base URL. */
  readonly url: string;
  /** The document it serves. */
  readonly document: OpenApiDocument;
  /** The requests received since the start or the last `clear()`, in the order they arrived. */
  readonly requests: readonly RecordedRequest[];
  /** Forgets the requests received so far. */
  clear(): void;
  /**
   * What each operation does in a stateful mock, as a table for people: method, path and words such as
   * `list project viewers` or, where nothing can be inferred, `as documented example`.
   */
  inferred(): string;
  /** Puts a stateful mock back to how it was in the beginning. A mock without a state has nothing to put back. */
  reset(): void;
  /** Stops the mock, cuts open connections and frees the port. Calling it again does nothing more. */
  close(): Promise<void>;
}

/**
 * Starts Prism in this process and serves the document on 127.0.0.1 under its own base path.
 *
 * @throws MockError `document-mismatch` when the document has another hash than it must have, and the other
 * `MockErrorCode`s when the document cannot be served or the port cannot be had.
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const document = await readDocument(options.document);
  checkHash(document, options.expectedHash ?? false);
  const seed = options.seed === undefined ? undefined : String(options.seed);
  const state = stateFor(document, options.stateful ?? false);
  const prism = await startPrism(document, { dynamic: options.dynamic ?? false, seed, state });
  const bases = basePaths(document);
  const requests: OpenRecord[] = [];
  try {
    const { port = 0, deadlineMs = 10_000 } = options;
    const front = await startFront({ port, bases, deadlineMs, backend: prism.answer, requests });
    let closing: Promise<unknown> | undefined;
    return {
      url: front.origin + bases[0],
      document,
      requests,
      clear: () => void requests.splice(0),
      inferred: () => operationTable(inferOperations(document)),
      reset: () => state?.reset(),
      close: async () => void (await (closing ??= Promise.all([front.close(), prism.close()]))),
    };
  } catch (error) {
    await prism.close();
    throw error;
  }
}

function stateFor(document: OpenApiDocument, stateful: boolean | StatefulOptions): State | undefined {
  if (stateful === false) return undefined;
  const { itemsPerList = 0 } = stateful === true ? {} : stateful;
  return createState(document, inferApi(document), itemsPerList);
}

function checkHash(document: OpenApiDocument, expected: string | false): void {
  if (expected === false) return;
  const actual = hashDocument(document);
  if (actual === expected) return;
  throw new MockError(
    'document-mismatch',
    `the document has the hash ${short(actual)}, but the packages were generated from ${short(expected)}. ` +
      'Generate them again if the document changed, or install the version of the mock that matches them. ' +
      'To mock another document on purpose, pass its hash or `false` as `expectedHash`.',
  );
}

function short(hash: string): string {
  return hash.slice(0, 'sha256:'.length + 12);
}
