import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where people read code: the front pages of the repository, its packages and examples, and `docs/`. */
const patterns = ['*.md', 'docs/*.md', 'spec/*.md', 'packages/*/{README,SKILL}.md', 'examples/*/README.md'];

/** Paths of the Markdown files that may hold examples, relative to the root, sorted. */
export async function documentPaths(root: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(patterns, { cwd: root })) paths.push(path.replaceAll('\\', '/'));
  return paths.toSorted();
}

export async function readDocument(root: string, path: string): Promise<string> {
  return await readFile(join(root, path), 'utf8');
}
