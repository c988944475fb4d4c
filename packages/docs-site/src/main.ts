import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vitepress';
import { readSite } from './site.ts';
import { writeSite } from './write-site.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = fileURLToPath(new URL('../.workbench/site/', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/', import.meta.url));

const site = await readSite(root, { name: 'WebWork', scope: '@webwork-sdk' });
await writeSite(site, folder, { root, outDir });
if (process.argv.includes('--dev')) {
  const server = await createServer(folder);
  await server.listen();
  server.printUrls();
} else await build(folder);
