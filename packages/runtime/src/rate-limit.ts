import type { RateLimit } from './descriptor.ts';
import { retryAfter } from './retry.ts';
import { sleep } from './within.ts';

/** Hands out the right to send, in the order it was asked for. */
export interface Limiter {
  /** Resolves when the next request may leave. A turn that is aborted goes to the next in line. */
  turn(signal: AbortSignal): Promise<void>;
  /** Takes in what a response says of the server's own count. */
  learn(response: Response): void;
}

/**
 * Keeps a limit smoothly (generic cell rate algorithm): a sixth of the requests may leave at once, the rest
 * follow one by one, and no span of `seconds` ever holds more than `requests`.
 */
export function createLimiter({ requests, seconds }: RateLimit): Limiter {
  const burst = Math.ceil(requests / 6);
  const interval = (seconds * 1000) / (requests - burst + 1);
  const slack = (burst - 1) * interval;
  let line = Promise.resolve();
  /** Until when the requests that left have used up the rate. */
  let used = 0;
  const wait = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    for (let ms; (ms = used - slack - performance.now()) > 0;) await sleep(ms, signal);
    used = Math.max(used, performance.now()) + interval;
  };
  return {
    turn(signal) {
      const turn = line.then(() => wait(signal));
      line = turn.catch(() => {});
      return turn;
    },
    learn({ ok, headers }) {
      const read = (name: string): number =>
        parseFloat(headers.get(`x-ratelimit-${name}`) ?? headers.get(`ratelimit-${name}`) ?? '');
      const left = read('remaining');
      const reset = read('reset');
      // Seconds from now and seconds since 1970 are both in use under this name.
      const untilReset = (reset > 1e9 ? reset - Date.now() / 1000 : reset) * 1000;
      const asked = ok ? NaN : retryAfter(headers);
      const hold = asked >= 0 ? asked : left > 0 ? (1 - left) * interval : untilReset - left;
      // Never longer than the limit's own span: a server's clock or unit may be off.
      used = Math.max(used, performance.now() + slack + Math.min(hold, seconds * 1000) || 0);
    },
  };
}
