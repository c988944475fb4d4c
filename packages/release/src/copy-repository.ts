import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.ts';

/** Copies every file that git knows or would take, as it is now. */
export async function copyFiles(root: string, folder: string): Promise<void> {
  const listed = await git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z');
  const gone = new Set((await git(root, 'ls-files', '--deleted', '-z')).split('\0'));
  const paths = listed.split('\0').filter((path) => path !== '' && !gone.has(path));
  for (const path of new Set(paths)) await cp(join(root, path), join(folder, path));
}

/** The same, as a repository with one commit of them. */
export async function copyRepository(root: string, folder: string): Promise<void> {
  await copyFiles(root, folder);
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await commitAll(folder, 'The repository as it is');
}

/** A commit that needs no settings of the machine and runs no hooks of it. */
export async function commitAll(folder: string, message: string): Promise<void> {
  const settings = {
    'user.name': 'Rehearsal',
    'user.email': 'rehearsal@localhost',
    'commit.gpgsign': 'false',
    'core.hooksPath': '/dev/null',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await git(folder, 'add', '--all');
  await git(folder, ...flags, 'commit', '--quiet', '--message', message);
}
