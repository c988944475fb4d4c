import process from 'node:process';
import type { CliContext } from './context.ts';

/** The real outside world: this process. Exit codes are set, not forced, so that output is flushed. */
export const processContext: CliContext = {
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  ...(process.stderr.isTTY ? { progress: (text) => void process.stderr.write(text) } : {}),
  now: () => performance.now(),
  exit: (code) => {
    process.exitCode = code;
  },
};
