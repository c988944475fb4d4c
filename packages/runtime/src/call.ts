import type { OperationError } from './operation-error.ts';

/** What `.result()` gives: never thrown, one of two. */
export type Outcome<R, E = never> =
  | { readonly ok: true; readonly data: R }
  | { readonly ok: false; readonly error: OperationError<E> };

/** A request under way. It starts when the call is made, once, whichever way and however often it is read. */
export interface Call<R, E = never, Res = R, Raw extends Response = Response> extends Promise<R> {
  /** The whole body of the success. */
  envelope(): Promise<Res>;
  /**
   * The platform's `Response` as soon as its headers are here, its body unread. Ask for it in the expression
   * that makes the call; later the body has been read. Rejects as the call does.
   */
  response(): Promise<Raw>;
  /** The outcome as a value; `error` is the closed union of what this operation can fail with. */
  result(): Promise<Outcome<R, E>>;
}

/** A call whose types only its operation knows. */
export type AnyCall = Call<unknown, unknown, unknown>;
