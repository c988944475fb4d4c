import { execFile } from 'node:child_process';
import process from 'node:process';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly deadlineMs: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program of this Node to its end. A failure is a result; what is printed after the deadline is lost. */
export function runNode(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { cwd, deadlineMs: timeout, env } = options;
  return new Promise((resolve) => {
    const settings = { cwd, timeout, maxBuffer: 16_000_000, env: { ...process.env, ...env } };
    execFile(process.execPath, args, settings, (error, stdout, stderr) => {
      const ending = error?.killed === true ? `\nended at the deadline of ${timeout} ms` : '';
      resolve({ code: error === null ? 0 : Number(error.code) || 1, stdout, stderr: stderr + ending });
    });
  });
}
