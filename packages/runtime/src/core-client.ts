import type { AnyCall, Outcome } from './call.ts';
import type { ApiDescription, Draft, OperationSpec } from './descriptor.ts';
import type { CallOptions, CoreOptions } from './options.ts';
import { checkHeaders, place, refuse, type Values } from './request.ts';
import type { ErrorKind, Fail, Failure } from './sdk-error.ts';
import { bearer } from './sign.ts';

/** What an operation needs of a client. `Given` names the inputs that the client fills in where calls do not. */
export interface CoreClient<Given extends PropertyKey = never> {
  /** For the type checker only: a client that is given more inputs can stand for one that is given fewer. */
  readonly given?: (given: Given) => void;
  /**
   * Sends the request of an operation that is given as data, as often as the options allow; generated functions
   * and methods end here. Throws a TypeError, before anything is sent, when the input is not what the descriptor
   * asks for; rejects with a `Failure` and nothing else.
   */
  readonly call: (spec: OperationSpec, input?: Values, own?: CallOptions) => AnyCall;
  /** The input as it is sent: with what the client was given, where the caller has no value. Missing: nothing was. */
  readonly filled?: (spec: OperationSpec, input: Values) => Values;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * A client for bundles that import single operations: it knows none of them. Throws a TypeError when the base
 * URL has a password in it: URLs stand in messages and logs.
 *
 * Functions in functions, because all of them speak of the same client and the same call: as modules that hand
 * that to each other they weigh a sixth more, in every bundle of every page.
 */
export function createClient(api: ApiDescription, shared: CoreOptions = {}): CoreClient {
  const { rateLimit = api.rateLimit, baseUrl } = shared;
  if (/\/\/[^/]*@/.test(baseUrl as string)) refuse('baseUrl', 'has a password');

  // The limit is kept smoothly (generic cell rate algorithm): a sixth of the requests may leave at once, the rest
  // follow one by one, and no span of `seconds` ever holds more than `requests`. Without numbers, all may leave.
  const { requests = 1e9, seconds = 1 } = rateLimit || {};
  const slack = Math.ceil(requests / 6) - 1;
  const interval = (seconds * 1000) / (requests - slack);
  /** When the next request may leave, less what may leave at once. */
  let next = -Infinity;

  const call: CoreClient['call'] = (spec, input = {}, own = {}) => {
    const { id: operation, method, auth = api.auth ?? bearer } = spec;
    const { idempotencyKey } = own;
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...((idempotencyKey && { 'idempotency-key': idempotencyKey }) as object),
      ...shared.headers,
      ...own.headers,
    };
    const draft: Draft & CallOptions & CoreOptions = {
      ...shared,
      ...own,
      path: spec.path,
      headers,
      json: api.json ?? JSON,
    };
    try {
      place(draft, spec.fields ?? [], input);
      checkHeaders(headers);
    } catch (error) {
      throw new TypeError(`${operation}: ${(error as Error).message}`);
    }
    const { retries = 2, attemptTimeout = 30_000, timeout = Infinity, fetch: send = fetch, signal } = draft;
    const token = auth && draft.token;
    const url = (baseUrl ?? spec.server ?? api.baseUrl).replace(/\/$/, '') + draft.path;
    const context = { operation, method, url, attempts: 0 };
    const fail: Fail = (name, what, details) =>
      Object.assign(
        new Error(`${operation}: ${what}. ${method} ${url}`, details),
        { name: `${name}Error`, kind: name.toLowerCase() as ErrorKind },
        context,
        details,
      );
    const end = performance.now() + timeout;
    /** Whether the answer is wanted as it comes, and whether the caller has it. */
    let raw: boolean | undefined;
    let taken: boolean | undefined;
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

    /**
     * Runs `work` until it settles, but no longer than `ms` milliseconds, than the deadline of the whole call, or
     * than the caller wants; then rejects at once and aborts what the work was given. Without work it waits.
     */
    const within = (ms: number, work?: (stop: AbortController) => Promise<unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const inner = new AbortController();
        const left = end - performance.now();
        const settle =
          <Value>(how: (value: Value) => void) =>
          (value: Value): void => {
            clearTimeout(timer);
            // Where the caller reads the body, all that is left to us is to end it when the caller says so.
            if (!taken) signal?.removeEventListener('abort', abort);
            how(value);
          };
        const stop = (name: 'Timeout' | 'Abort', what: string) => (): void => {
          settle(reject)(fail(name, what, { cause: signal?.reason }));
          inner.abort();
        };
        const abort = stop('Abort', 'aborted');
        const timer = setTimeout(
          work || ms > left ? stop('Timeout', 'timed out') : settle(resolve),
          // It takes 31 bits of milliseconds: 23 days are as good as no limit.
          Math.min(ms, left, 2e9),
        );
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
        else work?.(inner).then(settle(resolve), settle(reject));
      });

    const attempt = async (stop: AbortController): Promise<unknown> => {
      step = 'Auth';
      asked = NaN;
      sent = typeof token === 'function' ? await token(rejected) : token;
      if (refused && sent === rejected) throw refused;
      const all = { ...headers };
      const signed = auth && auth(sent, all, url, draft.keys);
      checkHeaders(all);
      step = 'Connection';
      context.attempts++;
      // A redirect would carry a key in a header of its own, and in some runtimes every header, to any origin.
      response = await send(
        signed || url,
        { method, headers: all, body: draft.body as BodyInit, signal: stop.signal, redirect: 'manual' },
        context,
      );
      const { ok, status, headers: got } = response;
      const pause =
        got.get('x-ratelimit-remaining') === '0'
          ? got.get('x-ratelimit-reset')
          : !ok && got.get('retry-after');
      if (pause) {
        // Seconds, or a date (RFC 9110, 10.2.3).
        asked = Math.max(0, +pause * 1000 || Date.parse(pause) - Date.now());
        // Not longer than the limit's own span: a server's clock or unit may be off.
        next = Math.max(next, performance.now() + Math.min(asked, seconds * 1000) || next);
      }
      if (raw && ok) {
        taken = true;
        return response;
      }
      const [key, success] = (spec.envelope ?? api.envelope) || [];
      const bytes = await response.arrayBuffer();
      let text = '';
      let cause: Error | undefined;
      try {
        // JSON is UTF-8, or broken; an error page may come in any encoding.
        text = new TextDecoder('utf-8', { fatal: ok }).decode(bytes);
        body = text || !spec.empty ? draft.json.parse(text) : undefined;
      } catch (error) {
        body = text;
        if (ok) cause = error as Error;
      }
      const object = Object(body) as JsonObject;
      const data = key ? object[key] : body;
      const isBroken = success && (object[success] === false || (data === undefined && !spec.empty));
      if (ok && !cause && !isBroken) return data;
      const isExpected = object === body && (spec.errors ?? api.errors)?.test(`${status}`);
      const said = (cause ?? (object as { message?: unknown })).message ?? (text || response.statusText);
      throw fail(
        ok ? (cause ? 'Decode' : 'Envelope') : isExpected ? 'Api' : 'Unexpected',
        `${status} ${said}`.slice(0, 200),
        { status, headers: got, body, cause, requestId: got.get('x-request-id') },
      );
    };

    const persist = async (): Promise<unknown> => {
      for (let retry = 0, wait = 0; ;) {
        try {
          while ((wait = Math.max(wait, next - performance.now())) > 0) {
            // Whole milliseconds: timers cut the rest off, and would ring too early.
            await within(Math.ceil(wait));
            wait = 0;
          }
          next = Math.max(next, performance.now() - slack * interval) + interval;
          return await within(attemptTimeout, attempt);
        } catch (reason) {
          const { url: where, cause = reason } = Object(reason) as Partial<Failure>;
          const error = where === url ? (reason as Failure) : fail(step, cause as string, { cause: reason });
          const { status = error.kind } = error;
          wait = Infinity;
          if (status === 401 && sent !== token && !refused) {
            refused = error;
            rejected = sent as string;
            wait = 0;
          } else if (
            retry < retries &&
            // What another attempt may mend: connection, timeout, 408, 409, 425, 429, 5xx …
            /^(con|tim|40[89]|42[59]|5)/.test(status as string) &&
            // … and cannot do twice: ECONNREFUSED, ENOTFOUND and their kind come before the first byte is sent.
            (idempotencyKey ||
              !/^P[OA]/.test(method) ||
              /refused|notfound|again|connect_t/i.test((Object(cause) as { code: string }).code))
          ) {
            wait = asked >= 0 ? asked : Math.random() * Math.min(8000, 500 * 2 ** retry);
            retry++;
          }
          // Who asks for more time, or for more than is left, is not asked again: the caller knows better what to do.
          if (wait > Math.min(8000, end - performance.now())) wait = Infinity;
          draft.onFailure?.(error, wait);
          if (wait === Infinity) throw error;
        }
      }
    };

    const promise = Object.assign(persist(), {
      envelope: () => promise.then(() => body),
      response: () => {
        raw = true;
        return promise.then(() => response);
      },
      result: () =>
        promise.then(
          (data): Outcome<unknown, unknown> => ({ ok: true, data }),
          (error) => ({ ok: false, error }),
        ),
    }) as AnyCall;
    return spec.answer?.extend(promise, input, fail, (other) => call(spec, other, own)) ?? promise;
  };
  return { call };
}
