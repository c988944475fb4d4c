import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Links of a built site that lead to no page, to no file, or to no heading of their page, each with the page that has
 * it. VitePress looks for pages only.
 */
export async function brokenLinks(folder: string): Promise<string[]> {
  const pages = new Map<string, string>();
  for await (const path of glob('**/*.html', { cwd: folder }))
    pages.set(addressOf(path), await readFile(join(folder, path), 'utf8'));
  const files = new Set<string>();
  for await (const path of glob('**/*.*', { cwd: folder })) files.add(`/${path}`);
  const broken = [...pages].flatMap(([address, html]) =>
    [...html.matchAll(/(?:href|src)="(\/[^"]*|#[^"]+)"/g)]
      .map(([, link = '']) => (link.startsWith('#') ? address + link : link))
      .filter((link) => !leads(link, pages, files))
      .map((link) => `${address}: ${link}`),
  );
  return [...new Set(broken)].toSorted();
}

/** `packages/client.html` is `/packages/client`, `operations/index.html` is `/operations/`. */
function addressOf(path: string): string {
  return `/${path.replace(/\.html$/, '').replace(/(^|\/)index$/, '$1')}`;
}

function leads(link: string, pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): boolean {
  const [path = '', anchor = ''] = link.split('#');
  const html = pages.get(path);
  if (html === undefined) return files.has(path);
  return anchor === '' || html.includes(`id="${decodeURIComponent(anchor)}"`);
}
