/**
 * Runs `work` until it settles, `ms` milliseconds pass, or `outer` is aborted. In the last two cases it
 * rejects with 'timeout' or 'abort', at once, and aborts the signal that the work was given with that reason.
 * Leaves no timer and no listener.
 */
export function within<T>(
  ms: number | undefined,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const abort = (): void => inner.abort('abort');
  outer?.addEventListener('abort', abort);
  // setTimeout takes 31 bits: a longer time, Infinity included, would fire at once.
  const timer = ms && ms < 2 ** 31 ? setTimeout(() => inner.abort('timeout'), ms) : undefined;
  if (outer?.aborted) abort();
  return new Promise<T>((resolve, reject) => {
    const { signal } = inner;
    signal.onabort = () => reject(signal.reason);
    if (signal.aborted) reject(signal.reason);
    else work(signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  });
}

/** Waits, unless `signal` is aborted first. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  within<void>(ms, signal, () => new Promise(() => {})).catch((reason: unknown) => {
    if (reason !== 'timeout') throw reason;
  });
