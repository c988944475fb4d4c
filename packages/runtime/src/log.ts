import { deprecationLine } from './deprecation.ts';
import type { Hooks } from './hooks.ts';

/** Where log lines go; `console` is one. */
export interface Logger {
  error(line: string): void;
  warn(line: string): void;
  info(line: string): void;
  debug(line: string): void;
}

/**
 * `error`: calls that failed. `warn`: attempts that are repeated and deprecations, too. `info`: responses. `debug`: requests.
 */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

/** Hooks that write one line per event, down to `level`. Bodies appear as their lengths, headers not at all. */
export function log(logger: Logger, level: LogLevel = 'info'): Hooks {
  const lowest = levels.indexOf(level);
  const write = (at: LogLevel, line: string): void => {
    if (levels.indexOf(at) <= lowest) logger[at](line);
  };
  return {
    onRequest: ({ operation, method, url, attempts, size = 0 }) =>
      write('debug', `${operation}: ${method} ${url} attempt ${attempts}, ${size} characters`),
    onResponse: ({ operation, method, url, status, headers, duration }) => {
      const length = headers.get('content-length') ?? 'unknown';
      const id = headers.get('x-request-id') ?? 'no id';
      write(
        'info',
        `${operation}: ${status} in ${Math.round(duration)} ms, length ${length}, ${id}. ${method} ${url}`,
      );
    },
    onRetry: ({ error, delay }) => write('warn', `${error.message} (again in ${Math.round(delay)} ms)`),
    onDeprecation: (event) => write('warn', deprecationLine(event)),
    onError: ({ error }) => write('error', `${error.name}: ${error.message}`),
  };
}
