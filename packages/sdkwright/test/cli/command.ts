import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real `sdkwright` in a folder, as a process of its own; durations are told as `0 ms`. */
export async function sdkwright(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return await new Promise((resolve) => {
    const node = ['--conditions=@sdkwright/source', bin, ...args];
    execFile(process.execPath, node, { cwd: folder, timeout: 45_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? -1);
      resolve({ code, stdout: stdout.replace(/[\d.]+ m?s\b/, '0 ms'), stderr });
    });
  });
}
