import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PendingChangeset {
  /** Relative to the repository: `.changeset/first-release.md`. */
  readonly path: string;
  /** The packages it gives a bump. */
  readonly packages: readonly string[];
  /** Those among them that go major. */
  readonly majors: readonly string[];
}

/** The changesets that the next `changeset version` takes up, by path. */
export async function pendingChangesets(root: string): Promise<PendingChangeset[]> {
  const names = (await readdir(join(root, '.changeset'))).filter(isChangeset).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, '.changeset', name), 'utf8');
      const bumps = bumpsOf(text);
      return {
        path: `.changeset/${name}`,
        packages: bumps.map(([one]) => one),
        majors: bumps.filter(([, bump]) => bump === 'major').map(([one]) => one),
      };
    }),
  );
}

function isChangeset(name: string): boolean {
  return name.endsWith('.md') && name !== 'README.md';
}

/** The lines of the front matter: `"@acme/client": major`. */
function bumpsOf(text: string): [name: string, bump: string][] {
  const [, frontMatter = ''] = /^---\r?\n(.*?)^---/ms.exec(text) ?? [];
  const lines = frontMatter.matchAll(/^['"]?([^'":\s]+)['"]?\s*:\s*['"]?(\w+)/gm);
  return [...lines].map(([, name = '', bump = '']) => [name, bump]);
}
