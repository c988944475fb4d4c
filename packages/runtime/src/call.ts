import type { OperationError, TransportError } from './operation-error.ts';
import { read, type Reply } from './reply.ts';
import { send, type ReplyOrHead, type Sending } from './send.ts';

/** What `.result()` gives: never thrown, one of two. */
export type Outcome<R, E = never> =
  | { readonly ok: true; readonly data: R }
  | { readonly ok: false; readonly error: OperationError<E> };

/**
 * A request under way. It starts when the call is made, once, whichever way and however often it is read.
 */
export interface Call<R, E = never, Res = R> extends Promise<R> {
  /** The whole body of the success. */
  envelope(): Promise<Res>;
  /**
   * The platform's `Response` as soon as its headers are here, its body unread. Ask for it in the expression
   * that makes the call; later the body has been read. Rejects as the call does.
   */
  response(): Promise<Response>;
  /** The outcome as a value; `error` is the closed union of what this operation can fail with. */
  result(): Promise<Outcome<R, E>>;
}

/** The one implementation of `Call`. The signatures of the operations say what types it has. */
export class RunningCall implements Call<unknown, unknown, unknown> {
  readonly #sending: Sending;
  readonly #reply: Promise<ReplyOrHead>;

  constructor(sending: Sending) {
    this.#sending = sending;
    this.#reply = send(sending);
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  /** A clone is read where the caller has asked for the response too. */
  async #read(): Promise<Reply> {
    const reply = await this.#reply;
    return 'data' in reply ? reply : read(this.#sending, reply.response.clone());
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a call is awaited like the promise it stands for
  then<A = unknown, B = never>(
    onData?: ((data: unknown) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#read()
      .then((reply) => reply.data)
      .then(onData, onError);
  }

  catch<B = never>(onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<unknown> {
    return this.then(null, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<unknown> {
    return this.then().finally(onEnd);
  }

  async envelope(): Promise<unknown> {
    return (await this.#read()).body;
  }

  async response(): Promise<Response> {
    this.#sending.raw = true;
    return (await this.#reply).response;
  }

  result(): Promise<Outcome<unknown, unknown>> {
    return this.then(
      (data): Outcome<unknown, unknown> => ({ ok: true, data }),
      (error: unknown) => ({ ok: false, error: error as TransportError }),
    );
  }
}
