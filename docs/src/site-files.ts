import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { llmsText } from './llms.ts';
import type { Site } from './site.ts';

/** Text by path: the pages that VitePress reads, each also as plain Markdown for programs that read. */
export function siteFiles(site: Site): ReadonlyMap<string, string> {
  const pages = site.pages.flatMap(({ address, text }) => {
    const path = `${address.endsWith('/') ? `${address}index` : address}.md`.slice(1);
    return [path, `public/${path}`].map((each) => [each, text] as const);
  });
  return new Map([...pages, ['public/llms.txt', llmsText(site, (address) => address)]]);
}

/** Makes a folder hold these files and the pictures of a repository; what is right already is not touched. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  pictures: string,
): Promise<void> {
  for await (const path of glob('**/*.{md,txt}', { cwd: folder }))
    if (!files.has(path.replaceAll('\\', '/'))) await rm(join(folder, path));
  for (const [path, text] of files) {
    const file = join(folder, path);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await cp(pictures, join(folder, 'public/screenshots'), { recursive: true });
}
