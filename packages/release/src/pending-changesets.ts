import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PendingChangeset {
  /** Relative to the repository: `.changeset/first-release.md`. */
  readonly path: string;
  /** The packages it gives a bump. */
  readonly packages: readonly string[];
}

/** The changesets that the next `changeset version` takes up, by path. */
export async function pendingChangesets(root: string): Promise<PendingChangeset[]> {
  const names = (await readdir(join(root, '.changeset'))).filter(isChangeset).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, '.changeset', name), 'utf8');
      return { path: `.changeset/${name}`, packages: packagesOf(text) };
    }),
  );
}

function isChangeset(name: string): boolean {
  return name.endsWith('.md') && name !== 'README.md';
}

/** The names in the front matter: `"@acme/client": major`. */
function packagesOf(text: string): string[] {
  const [, frontMatter = ''] = /^---\r?\n(.*?)^---/ms.exec(text) ?? [];
  return [...frontMatter.matchAll(/^['"]?([^'":\s]+)['"]?\s*:/gm)].map(([, name = '']) => name);
}
