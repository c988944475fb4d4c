import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { llmsText } from './llms.ts';
import { siteConfig } from './site-config.ts';
import type { Site } from './site.ts';

interface Places {
  /** The repository. */
  readonly root: string;
  /** Where the built site goes. */
  readonly outDir: string;
}

/** Writes the pages where VitePress reads them; each also as plain Markdown, for programs that read. */
export async function writeSite(site: Site, folder: string, { root, outDir }: Places): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const { address, text } of site.pages) {
    const path = address.endsWith('/') ? `${address}index.md` : `${address}.md`;
    await write(path, text);
    await write(join('public', path), text);
  }
  await write('.vitepress/config.mjs', `export default ${JSON.stringify(siteConfig(site, outDir))};\n`);
  await write(
    'public/llms.txt',
    llmsText(site, (address) => address),
  );
  await cp(join(root, 'docs/screenshots'), join(folder, 'public/screenshots'), { recursive: true });
}
