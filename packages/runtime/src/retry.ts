import type { SdkError } from './sdk-error.ts';

/** The longest wait between two attempts, in milliseconds. */
const longestWait = 8000;

/** Failures that another attempt may mend, by status, or by kind where no status came. */
const mendable = /^(connection|timeout|408|409|425|429|5..)$/;

/** Codes of failures that come before the first byte is sent: Node (undici), Bun. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|ConnectionRefused/;

/** `Retry-After` in milliseconds, from seconds or an HTTP date (RFC 9110, 10.2.3). NaN: the server did not say. */
export function retryAfter(headers: Headers | undefined): number {
  const text = headers?.get('retry-after') ?? '-';
  return Math.max(0, Number(text) * 1000 || Date.parse(text) - Date.now());
}

/**
 * Milliseconds to wait before the next attempt, or NaN when there should be none: exponential backoff with
 * full jitter, or what the server asks for. Who asks for more than eight seconds is not asked again: the
 * caller knows better what to do in so long a time. A POST or PATCH is repeated only where it cannot be done
 * twice: with an idempotency key, or when it never left.
 */
export function nextDelay(
  { kind, status, method, headers, cause }: SdkError,
  retry: number,
  key: unknown,
): number {
  const { cause: inner = cause } = Object(cause) as { cause?: unknown };
  const repeatable =
    key || !/^P[OA]/.test(method) || neverSent.test((Object(inner) as { code?: string }).code ?? '');
  const asked = retryAfter(headers);
  const delay = asked >= 0 ? asked : Math.random() * Math.min(longestWait, 500 * 2 ** retry);
  return repeatable && mendable.test(String(status ?? kind)) && delay <= longestWait ? delay : NaN;
}
