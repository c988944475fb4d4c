import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the changelog of a package says about a version: the text of its release on GitHub. */
export async function releaseText(folder: string, version: string): Promise<string> {
  return changelogSection(await readFile(join(folder, 'CHANGELOG.md'), 'utf8'), version);
}

/** The part of a changelog between the heading of a version and that of the one before it; empty where it has none. */
export function changelogSection(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n', 1)[0]?.trim() === version);
  return section?.slice(section.indexOf('\n')).trim() ?? '';
}
