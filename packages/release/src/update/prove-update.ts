import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { lintProblems } from '@webwork-sdk/spec-tests';
import { compilerVerdict, type Diagnostic, type Package, type ProposedUpdate } from 'sdkwright';
import { copyFiles } from '../copy-repository.ts';
import { pendingChangesets } from '../pending-changesets.ts';
import { attempt, lastLines, type ReleaseContext } from '../steps.ts';
import { compileConsumers } from './consumer-errors.ts';
import { hasConsumers, keepConsumers } from './last-release.ts';

export interface ProofOptions extends ReleaseContext {
  /** The document, relative to the repository. */
  readonly document: string;
}

/**
 * Proves an update in a copy of the repository: the document is linted, the packages are built, programs that were
 * written for the last release are compiled against them, nothing generated is stale, and the contract tests run.
 * Before the first release the programs are those of the present document. Stops where going on tells nothing more.
 */
export async function proveUpdate(options: ProofOptions, update: ProposedUpdate): Promise<Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), 'spec-update-'));
  try {
    const copy = { ...options, root: folder, env: { ...sharedCache(options.root), ...options.env } };
    await copyFiles(options.root, folder);
    update.writeTo(folder);
    options.print('lint\n');
    const faults = await lintFaults(folder, options.document);
    const isFaulty = faults.some(({ severity }) => severity === 'error');
    return [...faults, ...(isFaulty ? [] : await provePackages(copy, options.root, update))];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What the new document does not touch was built in the repository before, and need not be built in its copy. */
function sharedCache(root: string): Record<string, string> {
  return process.env['TURBO_CACHE_DIR'] === undefined
    ? { TURBO_CACHE_DIR: join(root, '.turbo', 'cache') }
    : {};
}

async function lintFaults(root: string, document: string): Promise<Diagnostic[]> {
  const problems = await lintProblems(join(root, document));
  return problems.map(({ severity, rule, message, pointer }) => ({
    code: 'document-lint',
    severity: severity === 'error' ? 'error' : 'warning',
    message: `${message} (${rule})`,
    help: 'Tell whoever publishes the document. An overlay can mend it until then.',
    location: { file: document, pointer },
  }));
}

async function provePackages(
  copy: ReleaseContext,
  root: string,
  update: ProposedUpdate,
): Promise<Diagnostic[]> {
  const built = [
    ...(await failure(copy, ['install', '--frozen-lockfile', '--prefer-offline'])),
    ...(await failure(copy, ['run', 'check'])),
  ];
  const unbuilt = built.length > 0 ? built : await failure(copy, ['run', 'build']);
  if (unbuilt.length > 0) return unbuilt;
  const verdict = await judge(copy, root, update);
  return [...verdict, ...(await failure(copy, ['--filter', '@webwork-sdk/contract-tests', 'run', 'test']))];
}

async function judge(copy: ReleaseContext, root: string, update: ProposedUpdate): Promise<Diagnostic[]> {
  if (!(await hasConsumers(copy.root))) await keepConsumers(copy.root, update.before);
  copy.print('tsc: the consumers of the last release\n');
  const errors = await compileConsumers(copy);
  const { before, diff } = update;
  return compilerVerdict({ before, diff, errors, alreadyMajor: await waitingMajors(root, update) });
}

/** What goes major with the next release by changesets that were there before this update. */
async function waitingMajors(root: string, { after }: ProposedUpdate): Promise<Package[]> {
  const majors = (await pendingChangesets(root)).flatMap(({ majors: names }) => names);
  return (['types', 'client', 'react-query'] as const).filter((name) =>
    majors.includes(`${after.api.scope}/${name}`),
  );
}

/** A step that fails, as an error with its last words. */
async function failure(copy: ReleaseContext, args: readonly string[]): Promise<Diagnostic[]> {
  const command = `pnpm ${args.join(' ')}`;
  copy.print(`${command}\n`);
  const { code, output } = await attempt(copy, 'pnpm', args);
  if (code === 0) return [];
  return [
    {
      code: 'update-unproven',
      severity: 'error',
      message: `${command} fails with the new document:\n${lastLines(output)}`,
      help: 'Nothing was written. Mend the emitters or the tests first, then update again.',
    },
  ];
}
