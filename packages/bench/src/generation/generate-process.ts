import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { peers, type Generate } from '../peers.ts';

const generators: Readonly<Record<string, Generate>> = {
  ...peers,
  // No peer: the engine that prints sdkwright's types, by itself and with types alone.
  'openapi-typescript': async (document, out) => {
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    await writeFile(join(out, 'openapi.ts'), astToString(await openapiTS(pathToFileURL(document))));
  },
  // Its command, since that keeps compiled code for the next run. The peers' commands do no such thing, and load what
  // their functions load and more.
  sdkwright: async (document, out) => {
    const flags = ['--out', out, '--scope', '@bench', '--name', 'Bench'];
    process.argv.splice(2, Infinity, 'generate', document, ...flags);
    await import(new URL('bin.js', import.meta.resolve('sdkwright')).href);
  },
};

// One generation in a process of its own, as on a command line: what it loads and what it holds are its own.
const [name = '', document = '', folder = ''] = process.argv.slice(2);
await generators[name]?.(document, folder);
process.stdout.write(`\n${process.resourceUsage().maxRSS / 1024}\n`);
process.exit();
