import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { run, type CommandResult } from '@webwork-sdk/package-tests';
import { ReleaseError } from './release-error.ts';

/** What a release needs of the outside world. */
export interface ReleaseContext {
  /** The repository. */
  readonly root: string;
  readonly print: (text: string) => void;
  /** Added to the environment of every program that is run; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends what is running. */
  readonly signal?: AbortSignal;
  /** Whether somebody sits at the terminal, whom the registry may ask for a second factor. Default false. */
  readonly interactive?: boolean;
}

/** The longest a single step may take, in milliseconds. */
const deadlineMs = 300_000;

/** The longest a step may take that waits for somebody's second factor. */
const patienceMs = 1_800_000;

/** Runs a program in the repository. A failure is a result. */
export async function attempt(
  context: ReleaseContext,
  file: string,
  args: readonly string[],
): Promise<CommandResult> {
  const { root: cwd, env, signal } = context;
  const result = await run(file, args, { cwd, deadlineMs, ...(env && { env }), ...(signal && { signal }) });
  return { ...result, output: stripVTControlCharacters(result.output).trim() };
}

/** The changesets that this package depends on. */
const changesets = fileURLToPath(import.meta.resolve('@changesets/cli/bin.js'));

/** Runs changesets in the repository. */
export async function attemptChangeset(context: ReleaseContext, command: string): Promise<CommandResult> {
  return await attempt(context, process.execPath, [changesets, command]);
}

/** The same with the terminal, where somebody sits at it; then its words are there and not in the result. */
export async function attemptAtTerminal(context: ReleaseContext, command: string): Promise<CommandResult> {
  const { root: cwd, env, signal, interactive = false } = context;
  if (!interactive) return await attemptChangeset(context, command);
  const settings = {
    cwd,
    deadlineMs: patienceMs,
    interactive,
    ...(env && { env }),
    ...(signal && { signal }),
  };
  return await run(process.execPath, [changesets, command], settings);
}

/** A step of a release: tells that it begins, and that it failed with what the program said. */
export async function step(
  context: ReleaseContext,
  title: string,
  next: string,
  perform: () => Promise<CommandResult>,
): Promise<string> {
  context.print(`${title}\n`);
  const { code, stdout, output } = await perform();
  if (code === 0) return stdout;
  throw new ReleaseError({ code: 'release-step-failed', message: lastLines(output), where: title, next });
}

/** The end of an output, where programs say why they failed. */
export function lastLines(output: string): string {
  return output.split('\n').slice(-30).join('\n');
}
