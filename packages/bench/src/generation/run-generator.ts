import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Run } from './generation-tables.ts';

const run = promisify(execFile);
const worker = fileURLToPath(new URL('generate-process.ts', import.meta.url));

/** Longer than anybody waits. */
const longest = 600_000;

/** Generates once, into a new folder. A string: the first line of what went wrong. */
export async function runGenerator(name: string, document: string, folder: string): Promise<Run | string> {
  await mkdir(folder, { recursive: true });
  const start = performance.now();
  try {
    const args = ['--max-old-space-size=8000', worker, name, document, folder];
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e9, timeout: longest, cwd: folder });
    const seconds = (performance.now() - start) / 1000;
    return { seconds, megabytes: Number(stdout.trim().split('\n').at(-1)) };
  } catch (cause) {
    const error = String(Reflect.get(Object(cause), 'stderr') || cause);
    return error.split('\n').find((line) => /error/i.test(line)) ?? error.slice(0, 200);
  }
}
