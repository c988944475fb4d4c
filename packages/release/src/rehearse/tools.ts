import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Check } from './check.ts';
import { pnpmInstall, type ConsumerProject } from './consumer-project.ts';

export interface InstalledMock {
  readonly url: string;
  close(): Promise<void>;
}

/** The longest it may take to listen, in milliseconds. */
const startMs = 30_000;

/** Starts the mock that is installed in a project, not the one of the repository. @throws Error. */
export async function startInstalledMock({ folder }: ConsumerProject): Promise<InstalledMock> {
  const child = spawn(process.execPath, ['mock.mjs'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const close = async (): Promise<void> => {
    child.stdin.end();
    await closed;
  };
  const line = once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(startMs) });
  const [url]: unknown[] = await Promise.race([line, closed]).catch(() => []);
  if (typeof url === 'string') return { url, close };
  child.kill();
  throw new Error(`The installed mock said nothing for ${startMs} ms, or ended.`);
}

/**
 * Whether the installed command line begins a repository whose two commands pass, with the toolkit's packages as they
 * were published.
 */
export async function checkNewRepository(project: ConsumerProject, caches: string): Promise<Check> {
  const what = 'pnpm: sdkwright init, and the two commands of its README';
  const program = join('node_modules', 'sdkwright', 'dist', 'bin.js');
  const args = ['init', 'tasks.yaml', '--out', 'tasks-sdk', '--scope', '@tasks'];
  const begun = await project.run(process.execPath, [program, ...args]);
  if (begun.code !== 0) return { what, faults: begun.output.split('\n') };
  for (const command of [pnpmInstall(caches), ['test']]) {
    const { code, output } = await project.run('pnpm', ['--dir', 'tasks-sdk', ...command]);
    if (code !== 0) return { what, faults: [`pnpm ${command[0]} ended with ${code}`, ...output.split('\n')] };
  }
  return { what, faults: [] };
}

/** Whether the installed command line makes packages from a document. */
export async function checkCommandLine(project: ConsumerProject, document: string): Promise<Check> {
  const program = join('node_modules', 'sdkwright', 'dist', 'bin.js');
  const args = ['generate', document, '--out', 'acme', '--scope', '@acme'];
  const { code, output } = await project.run(process.execPath, [program, ...args]);
  const isDone = code === 0 && output.includes('Generated in');
  return { what: 'pnpm: sdkwright generates', faults: isDone ? [] : output.split('\n') };
}
