import type { AnyCall, Call } from './call.ts';
import { createClient, type CoreClient } from './core-client.ts';
import type { ClientDescription, FieldGroup, Method, OperationSpec } from './descriptor.ts';
import { noticing } from './deprecation.ts';
import { observed, type Hooks } from './hooks.ts';
import { log } from './log.ts';
import { asBody } from './bodies.ts';
import { asProperties } from './styles.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import type { Values } from './request.ts';

/** A request that the document does not describe. */
export interface RawRequest {
  /** Any that there is, `PROPFIND` for one. In capitals: servers tell methods apart by their letters. */
  readonly method: Method | (string & {});
  /** Relative to the base URL, starting with `/`. Sent as it is: escape what you put into it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** False when the answer has no envelope to unwrap. */
  readonly envelope?: false;
}

/** What all calls to an API share: where it is, who calls, how patiently, with which inputs, and who watches. */
export class Client<Given extends PropertyKey = never> implements CoreClient<Given> {
  /** For the type checker only: a client that is given more inputs can stand for one that is given fewer. */
  declare readonly given?: (given: Given) => void;
  readonly #core: CoreClient;
  readonly #options: ClientOptions & { readonly body: undefined };
  readonly #given: readonly (readonly [name: string, value: unknown])[];
  readonly #hooks: Set<Hooks>;

  constructor({ api, inputs = [], userAgent }: ClientDescription, options: ClientOptions = {}) {
    this.#hooks = new Set(options.hooks);
    if (options.logger) this.#hooks.add(log(options.logger, options.logLevel));
    this.#options = {
      ...options,
      // Inputs are among the options, and in a request in the making this is none.
      body: undefined,
      fetch: noticing(options.fetch, this.#hooks),
      // Browsers write their own; one of ours would only cost a preflight.
      headers: { ...(globalThis.location ? {} : { 'user-agent': userAgent }), ...options.headers },
    };
    this.#given = Object.entries(options).filter(([name]) => inputs.includes(name));
    this.#core = createClient(api, this.#options);
  }

  /** Adds hooks behind those that are there. Returns a function that removes them. */
  use(hooks: Hooks): () => void {
    this.#hooks.add(hooks);
    return () => void this.#hooks.delete(hooks);
  }

  /** Runs an operation that is given as data; generated functions and methods end here. */
  call(spec: OperationSpec, input: Values = {}, own: CallOptions = {}): AnyCall {
    let options: CallOptions = own;
    if (this.#hooks.size > 0) options = { ...own, ...observed(this.#hooks, { ...this.#options, ...own }) };
    const { validate = 'off', schemas, fetch: send = globalThis.fetch } = { ...this.#options, ...options };
    if (schemas && validate !== 'off')
      options = { ...options, fetch: schemas.validated(this.#options, send) };
    return this.#core.call(spec, this.filled(spec, input), options);
  }

  /** Calls what the document lacks, with the retries, the token and the errors of every other call. */
  request<R = unknown>(
    { path, query, body, ...rest }: RawRequest,
    options?: CallOptions,
  ): Call<R, unknown, unknown> {
    if (!path.startsWith('/')) throw new TypeError(`request: the path must start with '/', not '${path}'`);
    const fields: readonly FieldGroup[] = [
      [asProperties, 0, 'query'],
      [asBody, 0, 'body'],
    ];
    const call = this.call({ ...rest, id: 'request', path, fields, empty: true }, { query, body }, options);
    return call as Call<R, unknown, unknown>;
  }

  /** The input with what the client was given, where the operation has a field for it and the caller no value. */
  filled(spec: OperationSpec, input: Values): Values {
    const takes = (name: string): boolean | undefined =>
      spec.fields?.some(([, , ...names]) => names.includes(name));
    const missing = this.#given.filter(([name]) => input[name] === undefined && takes(name));
    return missing.length > 0 ? { ...input, ...Object.fromEntries(missing) } : input;
  }
}
