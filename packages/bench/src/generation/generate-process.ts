import process from 'node:process';
import { generate } from 'sdkwright';
import { peers, type Generate } from '../peers.ts';

const generators: Readonly<Record<string, Generate>> = {
  ...peers,
  sdkwright: async (document, out) => {
    const targets = ['types', 'client', 'react-query'] as const;
    await generate({ document, out, scope: '@bench', name: 'Bench', targets });
  },
};

// One generation in a process of its own, as on a command line: what it loads and what it holds are its own.
const [name = '', document = '', folder = ''] = process.argv.slice(2);
await generators[name]?.(document, folder);
process.stdout.write(`\n${process.resourceUsage().maxRSS / 1024}\n`);
process.exit();
