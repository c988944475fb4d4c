import type { GenerateOptions } from '../generate.ts';
import type { Target } from '../emit/targets.ts';

/** The outside world of a command, so that tests can hold it. */
export interface CliContext {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Tells what is being done to whoever watches; missing: nobody does. */
  readonly progress?: (text: string) => void;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Sets the exit code. */
  readonly exit: (code: number) => void;
}

/** The flags as commander hands them over. */
export interface CliFlags {
  readonly out: string;
  readonly scope?: string;
  readonly overlay?: string;
  readonly allowRefs?: readonly string[];
  readonly name?: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly target: readonly Target[];
}

export function toOptions(document: string, flags: CliFlags): GenerateOptions {
  const { target, dryRun: _dryRun, ...rest } = flags;
  return { document, ...rest, targets: target };
}
