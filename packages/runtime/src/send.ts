import type { ApiDescription, OperationSpec } from './descriptor.ts';
import type { Emit } from './hooks.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import type { Limiter } from './rate-limit.ts';
import { read, type Reply } from './reply.ts';
import type { PreparedRequest } from './request.ts';
import { nextDelay } from './retry.ts';
import { SdkError, type RequestContext } from './sdk-error.ts';
import { bearer } from './sign.ts';
import { sleep, within } from './within.ts';

/** A call on its way. */
export interface Sending {
  readonly api: ApiDescription;
  readonly spec: OperationSpec;
  readonly request: PreparedRequest;
  readonly options: CallOptions & ClientOptions;
  readonly limiter: Limiter | undefined;
  readonly emit: Emit;
  readonly context: RequestContext & { attempts: number };
  /** The caller asked for the Response, so its body is not ours to read. */
  raw?: boolean;
}

/** A whole reply, or only its head where the caller wants to read the body. */
export type ReplyOrHead = Reply | Pick<Reply, 'response'>;

/** The failure as the caller sees it. */
function errorFrom(reason: unknown, { context, options }: Sending): SdkError {
  if (reason instanceof SdkError) return reason;
  if (reason === 'timeout') return new SdkError('Timeout', 'no answer in time', context);
  if (reason === 'abort') return new SdkError('Abort', 'aborted', context, { cause: options.signal?.reason });
  const { message, cause } = reason as Error;
  return new SdkError(
    'Connection',
    `no answer: ${(cause as Error | undefined)?.message || message}`,
    context,
    { cause: reason },
  );
}

/** Sends once, with a signal that ends the fetch and the reading of the body. */
async function attempt(
  sending: Sending,
  token: string | undefined,
  signal: AbortSignal,
): Promise<ReplyOrHead> {
  const { api, spec, request, options, context, limiter, emit } = sending;
  const headers = { ...request.headers };
  const url =
    (token && spec.auth !== false && (api.auth ?? bearer)(token, headers, context.url)) || context.url;
  context.attempts++;
  emit('onRequest', { headers: Object.keys(headers) });
  const response = await (options.fetch ?? fetch)(url, {
    method: spec.method,
    headers,
    body: request.body,
    signal,
    // A redirect would carry a key in a header of its own, and in some runtimes every header, to any origin.
    redirect: 'manual',
  });
  limiter?.learn(response);
  emit('onResponse', { status: response.status, headers: response.headers });
  return response.ok && sending.raw ? { response } : read(sending, response);
}

/** Attempts until one succeeds, or fails in a way that another would not mend. */
async function persist(sending: Sending, signal: AbortSignal): Promise<ReplyOrHead> {
  const { options, context, limiter, emit } = sending;
  const { token: source, attemptTimeout = 30_000, retries = 2, idempotencyKey } = options;
  const ask = async (rejected?: string): Promise<string | undefined> => {
    try {
      return typeof source === 'function' ? await source(rejected) : source;
    } catch (cause) {
      throw new SdkError('Auth', `no token: ${(cause as Error).message}`, context, { cause });
    }
  };
  let token: string | undefined;
  let fresh: string | undefined;
  let replayed = typeof source !== 'function';
  for (let retry = 0; ;) {
    await limiter?.turn(signal);
    try {
      return await within(attemptTimeout, signal, async (inner) => {
        token = fresh ?? (await ask());
        fresh = undefined;
        return attempt(sending, token, inner);
      });
    } catch (reason) {
      const error = errorFrom(reason, sending);
      if (error.status === 401 && !replayed) {
        replayed = true;
        fresh = await ask(token);
        if (fresh !== token) continue;
      }
      const delay = nextDelay(error, retry, idempotencyKey);
      if (retry++ >= retries || !(delay >= 0)) throw error;
      emit('onRetry', { error, delay });
      await sleep(delay, signal);
    }
  }
}

/** Sends a request as often as its options allow. Rejects with an SdkError and nothing else. */
export async function send(sending: Sending): Promise<ReplyOrHead> {
  const { timeout, signal } = sending.options;
  try {
    return await within(timeout, signal, (inner) => persist(sending, inner));
  } catch (reason) {
    const error = errorFrom(reason, sending);
    sending.emit('onError', { error });
    throw error;
  }
}
