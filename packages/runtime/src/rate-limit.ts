import type { RateLimit } from './descriptor.ts';

/**
 * Without headers: takes the right to send one request, or says in how many milliseconds to ask again; 0 when it was there.
 * With the headers of a reply: obeys what the server says of its limit, and gives the milliseconds that the
 * server wants to be left alone, NaN when it does not say.
 */
export interface Limiter {
  (): number;
  (headers: Headers): number;
}

/**
 * Keeps a limit smoothly (generic cell rate algorithm): a sixth of the requests may leave at once, the rest
 * follow one by one, and no span of `seconds` ever holds more than `requests`. Without numbers, all may leave.
 */
export function createLimiter({ requests = 1e9, seconds = 1 }: Partial<RateLimit>): Limiter {
  const burst = Math.ceil(requests / 6);
  const interval = (seconds * 1000) / (requests - burst + 1);
  /** When the next request may leave; up to a burst of intervals ago. */
  let next = -Infinity;
  const limiter = (headers?: Headers): number => {
    const now = performance.now();
    if (headers) {
      const text = headers.get(
        headers.get('x-ratelimit-remaining') === '0' ? 'x-ratelimit-reset' : 'retry-after',
      );
      if (!text) return NaN;
      // Seconds, or a date (RFC 9110, 10.2.3).
      const hold = Math.max(0, Number(text) * 1000 || Date.parse(text) - Date.now());
      // Not longer than the limit's own span: a server's clock or unit may be off.
      next = Math.max(next, now + Math.min(hold, seconds * 1000) || next);
      return hold;
    }
    // Whole milliseconds: timers cut the rest off, and would ring too early.
    if (next > now) return Math.ceil(next - now);
    next = Math.max(next, now - (burst - 1) * interval) + interval;
    return 0;
  };
  return limiter;
}
