import { run } from '@webwork-sdk/package-tests';
import { ReleaseError } from './release-error.ts';

const deadlineMs = 60_000;

/** The output of a git command, without the line break at its end. @throws Error where git fails. */
export async function git(root: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, output } = await run('git', args, { cwd: root, deadlineMs });
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}:\n${output}`);
  return stdout.replace(/\n$/, '');
}

/**
 * A release is made of a commit: what is not in it would be in the packages and nowhere else.
 * @throws ReleaseError `release-tree-dirty` with the files.
 */
export async function refuseDirtyTree(root: string, command: string): Promise<void> {
  const files = (await git(root, 'status', '--porcelain')).split('\n').filter((line) => line !== '');
  if (files.length === 0) return;
  const shown = files.slice(0, 10).map((line) => line.slice(3));
  const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : '';
  throw new ReleaseError({
    code: 'release-tree-dirty',
    message: `${files.length === 1 ? '1 file differs' : `${files.length} files differ`} from the last commit`,
    where: shown.join(', ') + more,
    next: `Commit or stash them, then run \`${command}\` again.`,
  });
}

/** The tags of this clone. */
export async function localTags(root: string): Promise<ReadonlySet<string>> {
  return new Set((await git(root, 'tag', '--list')).split('\n'));
}

/** Where `git push` goes to by default; absent where the repository has no remote of that name. */
export async function originUrl(root: string): Promise<string | undefined> {
  const { code, stdout } = await run('git', ['remote', 'get-url', 'origin'], { cwd: root, deadlineMs });
  return code === 0 ? stdout.trim() : undefined;
}
