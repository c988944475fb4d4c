import { execFile } from 'node:child_process';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  /** Both streams, for the message of a failed test. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly deadlineMs: number;
}

/** Runs a program to its end, without a shell. A failure is a result; a program that cannot start is an error. */
export function run(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { cwd, deadlineMs: timeout } = options;
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, timeout, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      const result = { stdout, output: [stdout, stderr].filter((text) => text !== '').join('\n') };
      if (error === null) resolve({ code: 0, ...result });
      else if (typeof error.code === 'number') resolve({ code: error.code, ...result });
      else if (error.killed)
        resolve({ code: 1, ...result, output: `${file} ran into its deadline.\n${result.output}` });
      else reject(error);
    });
  });
}
