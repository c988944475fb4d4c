import { fileURLToPath } from 'node:url';
import type { DefaultTheme, UserConfig } from 'vitepress';
import { siteConfig } from '../src/site-config.ts';
import { siteFiles, writeFiles } from '../src/site-files.ts';
import { readSite, type Site } from '../src/site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = fileURLToPath(new URL('../.workbench/site/', import.meta.url));

/** The pages are made of Markdown all over the repository, and of the document: VitePress reads what this writes. */
async function writePages(): Promise<Site> {
  const site = await readSite(root, { name: 'WebWork', scope: '@webwork-sdk' });
  await writeFiles(pages, siteFiles(site), `${root}docs/screenshots`);
  return site;
}

const site = await writePages();

const config: UserConfig<DefaultTheme.Config> = {
  ...siteConfig(site),
  srcDir: '.workbench/site',
  cacheDir: '.workbench/cache',
  vite: {
    plugins: [
      {
        name: 'pages-while-you-write',
        configureServer({ watcher, config: { logger } }) {
          const sources = new Set(site.sources.map((path) => root + path));
          watcher.add([...sources]);
          watcher.on('change', (path) => {
            // Half a sentence may be no document yet.
            if (sources.has(path)) writePages().catch((error: unknown) => logger.error(String(error)));
          });
        },
      },
    ],
  },
};

export default config;
