import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A Markdown file of the repository, and where the site has it. */
export interface RepositoryPage {
  /** Relative to the root, with forward slashes. */
  readonly source: string;
  /** Address on the site, such as `/packages/client`. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

const patterns = [
  '*.md',
  'docs/!(README).md',
  'spec/*.md',
  'packages/{client,mock,mock-core,react-query,react-query-core,runtime,sdkwright,types}/README.md',
  'packages/*/SKILL.md',
  'packages/react-query/src/generated/CACHE-EFFECTS.md',
  'examples/*/README.md',
];

/** Those that somebody reads who uses or works on the packages; the READMEs of our own workshops are left out. */
export async function readRepositoryPages(root: string): Promise<RepositoryPage[]> {
  const sources: string[] = [];
  for await (const path of glob(patterns, { cwd: root })) sources.push(path.replaceAll('\\', '/'));
  return await Promise.all(
    sources.toSorted().map(async (source) => {
      const text = await readFile(join(root, source), 'utf8');
      return { source, address: addressOf(source), title: titleOf(text, source), text };
    }),
  );
}

/** `README.md` gives `/`, `packages/client/README.md` `/packages/client`, `docs/x-sdk.md` `/x-sdk`. */
export function addressOf(source: string): string {
  if (source === 'README.md') return '/';
  if (source.endsWith('/README.md')) return `/${dirname(source)}`;
  if (source.endsWith('/SKILL.md')) return `/skills/${dirname(source).replace('packages/', '')}`;
  if (source.startsWith('packages/react-query/')) return '/cache-effects';
  const name = source.replace(/^docs\//, '').replace(/\.md$/, '');
  return `/${name.toLowerCase()}`;
}

function titleOf(text: string, source: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? source;
}
