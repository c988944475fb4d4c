import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  /** Both streams, for the message of a failed test. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly deadlineMs: number;
  /** Added to the environment of this process; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the program before its deadline. */
  readonly signal?: AbortSignal;
  /** Gives it the terminal, to ask and be answered; nothing of what it prints is in the result. Default false. */
  readonly interactive?: boolean;
}

/**
 * Runs a program to its end, without a shell. A failure is a result; a program that cannot start is an error. At the
 * deadline, and on the signal, all that the program started ends with it.
 */
export function run(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { cwd, deadlineMs, env, signal, interactive = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: interactive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its children can be reached too; only the group of the terminal may read there.
      detached: !interactive && process.platform !== 'win32',
    });
    const stdout = collected(child, 'stdout');
    const stderr = collected(child, 'stderr');
    let ending = '';
    const end = (why: string): void => {
      ending = `${file} ${why}.\n`;
      if (interactive) child.kill();
      else killGroup(child);
    };
    const timer = setTimeout(() => end('ran into its deadline'), deadlineMs);
    const stop = (): void => end('was stopped');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    const settled = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    child.once('error', (error) => {
      settled();
      reject(error);
    });
    child.once('close', (code) => {
      settled();
      const texts = [stdout(), stderr()].filter((text) => text !== '');
      resolve({ code: code ?? 1, stdout: stdout(), output: ending + texts.join('\n') });
    });
  });
}

function collected(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = [];
  child[name]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}
