import process from 'node:process';

/**
 * Aborts at Ctrl+C. What a release runs is in process groups of its own, which the terminal does not reach: whoever
 * gets this signal ends them, and cleans up. The second time ends the process at once.
 */
export function interruption(): AbortSignal {
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  // Not once: other modules end the process where they find no listener but their own.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  return stop.signal;
}
