import { createRequire } from 'node:module';
import { headerStyles, pathStyles, valueStyles } from './value-styles.ts';

/*
 * The part of Prism that we call, typed by hand: its own declarations do not compile under our flags (they import
 * packages that Prism does not depend on), and ours must not mention them.
 */

export interface PrismDiagnostic {
  readonly path?: readonly (string | number)[];
  /** `DiagnosticSeverity` of @stoplight/types: Error, Warning, Information, Hint. */
  readonly severity: 0 | 1 | 2 | 3;
  readonly code?: string | number;
  readonly message: string;
}

export interface PrismInput {
  readonly url: {
    readonly path: string;
    readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  };
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Parsed where its content type is JSON, else its text. */
  readonly body?: unknown;
}

export interface PrismResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface PrismOutput {
  readonly output: PrismResponse;
  readonly validations: {
    readonly input: readonly PrismDiagnostic[];
    readonly output: readonly PrismDiagnostic[];
  };
}

/** `ProblemJsonError` of @stoplight/prism-http; plain errors come the same way, without the extra fields. */
export interface PrismProblem extends Error {
  readonly status?: number;
  readonly detail?: string;
  readonly additional?: { readonly validation?: readonly PrismProblemDetail[] };
}

export interface PrismProblemDetail {
  readonly location?: readonly (string | number)[];
  readonly severity: 'Error' | 'Warning' | 'Information' | 'Hint';
  readonly code?: string | number;
  readonly message: string;
}

/** `Either<Error, PrismOutput>` of fp-ts. */
export type PrismResult<Output = PrismOutput> =
  | { readonly _tag: 'Left'; readonly left: PrismProblem }
  | { readonly _tag: 'Right'; readonly right: Output };

export type PrismRequest = (
  input: PrismInput,
  operations: unknown,
  config: PrismRequestConfig,
) => () => Promise<PrismResult>;

/** An operation as Prism knows it, by the words of the document. */
export interface PrismOperation {
  readonly method: string;
  readonly path: string;
}

/** Gives the answer to a request that Prism has checked. */
export type PrismMock = (call: {
  readonly resource: PrismOperation;
  readonly input: { readonly data: PrismInput };
}) => () => PrismResult<PrismResponse>;

export interface PrismServer {
  /** The instance the server answers from; the server looks `request` up on it for each call. */
  readonly prism: { request: PrismRequest };
  listen(port: number, address: string): Promise<string>;
  close(): Promise<void>;
}

/** The configuration of one request: that of the server, with what its `Prefer` header asks for. */
export interface PrismRequestConfig {
  readonly isProxy: false;
  readonly checkSecurity: boolean;
  readonly validateRequest: boolean;
  readonly validateResponse: boolean;
  readonly errors: boolean;
  readonly upstreamProxy: undefined;
  readonly mock: {
    readonly dynamic: boolean;
    readonly seed?: string;
    readonly code?: number;
    readonly exampleKey?: string;
  };
}

export interface PrismModules {
  getHttpOperationsFromSpec(document: object): Promise<unknown>;
  createServer(
    operations: unknown,
    options: { components: { logger: unknown }; cors: boolean; config: PrismRequestConfig },
  ): PrismServer;
  /** Prism without a server; `mock` takes the place of the component that looks answers up. */
  createInstance(
    config: PrismRequestConfig,
    components: { logger: unknown; mock: PrismMock },
  ): { readonly request: PrismRequest };
  createLogger(name: string, options: { level: 'silent' }): unknown;
  /** A value of a schema; undefined where that is too much to say. */
  sample: Sample;
}

export type Sample = (operation: object, schema: object) => unknown;

/** `Either<Error, unknown>` of fp-ts. */
type Sampled = { readonly _tag: 'Left' } | { readonly _tag: 'Right'; readonly right: unknown };

/** Reads a value of a query or a form, written in some style, out of all that were sent. */
export type Deserialize = (
  name: string,
  values: Readonly<Record<string, unknown>>,
  schema: unknown,
  explode?: boolean,
) => unknown;

/** Loads Prism, which takes most of a second: with the first mock, not on import. */
export function loadPrism(): PrismModules {
  const require = createRequire(import.meta.url);
  const http: Pick<
    PrismModules,
    'getHttpOperationsFromSpec' | 'createInstance'
  > = require('@stoplight/prism-http');
  const httpServer: Pick<PrismModules, 'createServer'> = require('@stoplight/prism-http-server');
  const core: Pick<PrismModules, 'createLogger'> = require('@stoplight/prism-core');
  const {
    generateStatic,
  }: {
    generateStatic: (...given: Parameters<Sample>) => Sampled;
  } = require('@stoplight/prism-http/dist/mocker/generator/JSONSchema');
  // How values are read, by place and style: Prism looks it up for each.
  const { query, header, path } = require('@stoplight/prism-http/dist/validator/deserializers');
  Object.assign(query, valueStyles);
  Object.assign(header, headerStyles(header.simple));
  Object.assign(path, pathStyles(path));
  return {
    getHttpOperationsFromSpec: http.getHttpOperationsFromSpec,
    createInstance: http.createInstance,
    createServer: httpServer.createServer,
    createLogger: core.createLogger,
    sample(operation, schema) {
      const sampled = generateStatic(operation, schema);
      return sampled._tag === 'Right' ? sampled.right : undefined;
    },
  };
}
