// `pnpm cache:serve`: serves the build cache until it is stopped.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startBuildCache, usage } from '@webwork-sdk/release';
import { repository } from './webwork-options.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    storage: { type: 'string', default: `${repository}.turbo/served` },
  },
});
const { TURBO_TOKEN: token } = process.env;
const cache = await startBuildCache({
  port: Number(values.port),
  storage: values.storage,
  ...(token !== undefined && { token }),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cache.close());
console.log(usage(cache, token !== undefined));
