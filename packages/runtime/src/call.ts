import type { ApiDescription, OperationSpec } from './descriptor.ts';
import type { OperationError, TransportError } from './operation-error.ts';
import type { CallOptions, CoreOptions } from './options.ts';
import type { Limiter } from './rate-limit.ts';
import { forbidden, prepare, refuse, type Values } from './request.ts';
import type { ErrorKind, Fail, Failure } from './sdk-error.ts';
import { bearer } from './sign.ts';
import { createWithin } from './within.ts';

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

/** The longest wait between two attempts, in milliseconds. */
const longestWait = 8000;

/** Failures that another attempt may mend: connection, timeout, 408, 409, 425, 429, 5xx. */
const mendable = /^(con|tim|40[89]|42[59]|5)/;

/** Codes of failures that come before the first byte is sent: ECONNREFUSED, ENOTFOUND, … and Bun's. */
const neverSent = /refused|notfound|again|connect_t/i;

/** JSON is UTF-8, or broken; an error page may come in any encoding. */
const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });
const lenient = /* @__PURE__ */ new TextDecoder();

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Sends a request as often as its options allow. Throws a TypeError, before anything is sent, when the input
 * is not what `spec` asks for; rejects with a `Failure` and nothing else.
 *
 * One function with functions in it, because all of them speak of the same call: as modules that hand its
 * state to each other they weigh a sixth more in every bundle.
 */
export function startCall(
  api: ApiDescription,
  baseUrl: string,
  shared: CoreOptions,
  limiter: Limiter,
  spec: OperationSpec,
  input: Values,
  own: CallOptions,
): AnyCall {
  const options: CallOptions & CoreOptions = { ...shared, ...own };
  const {
    timeout = Infinity,
    attemptTimeout = 30_000,
    retries = 2,
    idempotencyKey,
    fetch: send = fetch,
  } = options;
  const { id: operation, method, auth = api.auth ?? bearer } = spec;
  const token = auth && options.token;
  const draft = prepare(spec, input, {
    accept: 'application/json',
    // Browsers write their own `User-Agent`; one of ours would only cost a preflight.
    ...(globalThis.location ? {} : { 'user-agent': api.userAgent }),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    ...shared.headers,
    ...own.headers,
  });
  const context = { operation, method, url: baseUrl + draft.path, attempts: 0 };
  const fail: Fail = (name, what, details) =>
    Object.assign(
      new Error(`${operation}: ${what}. ${method} ${context.url}`, details),
      { name: `${name}Error`, kind: name.toLowerCase() as ErrorKind },
      context,
      details,
    );
  const end = performance.now() + timeout;
  const within = createWithin(fail, options.signal, end);
  let raw = false;
  let sent: string | false | undefined;
  /** The 401, and the token that it answered. */
  let refused: Failure | undefined;
  let rejected: string | undefined;
  let response: Response;
  let body: unknown;
  /** For how many milliseconds the server wants to be left alone. */
  let asked: number;
  /** What an error that is not ours is about. */
  let step: 'Auth' | 'Connection';

  const attempt = async (stop: AbortController): Promise<unknown> => {
    step = 'Auth';
    asked = NaN;
    sent = typeof token === 'function' ? await token(rejected) : token;
    if (refused && sent === rejected) throw refused;
    if (sent && forbidden.test(sent)) refuse('token', 'is no header value');
    const headers = { ...draft.headers };
    const url = (auth && auth(sent, headers, context.url, options.keys)) || context.url;
    step = 'Connection';
    context.attempts++;
    // A redirect would carry a key in a header of its own, and in some runtimes every header, to any origin.
    response = await send(
      url,
      { method, headers, body: draft.body as BodyInit, signal: stop.signal, redirect: 'manual' },
      context,
    );
    const { ok, status, headers: got } = response;
    asked = limiter(got);
    if (raw && ok) {
      // From here on the caller reads; what is left to us is to end the body when the caller says so.
      options.signal?.addEventListener('abort', () => stop.abort());
      return response;
    }
    const { success, data: key } = (spec.envelope ?? api.envelope) || {};
    const bytes = await response.arrayBuffer();
    let text = '';
    let cause: Error | undefined;
    try {
      text = (ok ? strict : lenient).decode(bytes);
      body = text || !spec.empty ? JSON.parse(text) : undefined;
    } catch (error) {
      body = text;
      if (ok) cause = error as Error;
    }
    const object = Object(body) as JsonObject;
    const data = key ? object[key] : body;
    const isBroken = success && (object[success] === false || (data === undefined && !spec.empty));
    if (ok && !cause && !isBroken) return data;
    const isExpected =
      object === body && (spec.errors ?? api.errors)?.some((code) => `${status}`.startsWith(`${code}`));
    const said = (cause ?? (object as { message?: unknown })).message ?? (text || response.statusText);
    throw fail(ok ? (cause ? 'Decode' : 'Envelope') : 'Api', `${status} ${said}`.slice(0, 200), {
      status,
      headers: got,
      body,
      cause,
      requestId: got.get('x-request-id'),
      ...(ok || isExpected ? {} : { kind: 'unexpected' }),
    });
  };

  const persist = async (): Promise<unknown> => {
    for (let retry = 0, wait = 0; ;) {
      try {
        do if (wait) await within(wait);
        while ((wait = limiter()));
        return await within(attemptTimeout, attempt);
      } catch (reason) {
        const { url, cause = reason } = Object(reason) as Partial<Failure>;
        const error =
          url === context.url ? (reason as Failure) : fail(step, String(cause), { cause: reason });
        const { status = error.kind } = error;
        const isSafe =
          idempotencyKey ||
          !/^P[OA]/.test(method) ||
          neverSent.test((Object(cause) as { code: string }).code);
        wait = Infinity;
        if (status === 401 && typeof token === 'function' && !refused) {
          refused = error;
          rejected = sent as string;
          wait = 0;
        } else if (retry < retries && isSafe && mendable.test(status as string)) {
          wait = asked >= 0 ? asked : Math.random() * Math.min(longestWait, 500 * 2 ** retry);
          retry++;
        }
        // Who asks for more time, or for more than is left, is not asked again: the caller knows better what to do.
        if (wait > Math.min(longestWait, end - performance.now())) wait = Infinity;
        options.onFailure?.(error, wait);
        if (wait === Infinity) throw error;
      }
    }
  };

  const call = Object.assign(persist(), {
    envelope: () => call.then(() => body),
    response() {
      raw = true;
      return call.then(() => response);
    },
    result: () =>
      call.then(
        (data): Outcome<unknown, unknown> => ({ ok: true, data }),
        (error: TransportError) => ({ ok: false, error }),
      ),
  }) as AnyCall;
  const again = (next: Values): AnyCall => startCall(api, baseUrl, shared, limiter, spec, next, own);
  return (spec.page ?? spec.answer)?.extend(call, input, fail, again) ?? call;
}
