import type { Fail } from './sdk-error.ts';

/**
 * Runs `work` until it settles, but no longer than `ms` milliseconds, than the deadline of the whole call, or
 * than the caller wants; then rejects at once and aborts the controller that the work was given. Without work it
 * waits. Leaves no timer and no listener.
 */
export interface Within {
  (ms: number): Promise<unknown>;
  <T>(ms: number, work: (stop: AbortController) => Promise<T>): Promise<T>;
}

/** setTimeout takes 31 bits of milliseconds: 23 days are as good as no limit. */
const longest = 2e9;

/** Keeps the deadline of one call, on the clock of `performance.now()`, and the wishes of its caller. */
export function createWithin(fail: Fail, caller: AbortSignal | undefined, end: number): Within {
  const within = <T>(ms: number, work?: (stop: AbortController) => Promise<T>): Promise<T | void> =>
    new Promise<T | void>((resolve, reject) => {
      const inner = new AbortController();
      const left = Math.min(end - performance.now(), longest);
      const settle =
        <V>(how: (value: V) => void) =>
        (value: V): void => {
          clearTimeout(timer);
          caller?.removeEventListener('abort', abort);
          how(value);
        };
      const stop = (name: 'Timeout' | 'Abort', what: string): void => {
        settle(reject)(fail(name, what, { cause: caller?.reason }));
        inner.abort();
      };
      const abort = (): void => stop('Abort', 'aborted');
      const expire = (): void =>
        work || ms > left ? stop('Timeout', 'no answer in time') : settle(resolve)();
      const timer = setTimeout(expire, Math.min(ms, left));
      if (caller?.aborted) abort();
      else {
        caller?.addEventListener('abort', abort);
        work?.(inner).then(settle(resolve), settle(reject));
      }
    });
  return within as Within;
}
