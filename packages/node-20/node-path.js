import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Path of the program. */
export const nodePath = join(
  dirname(createRequire(import.meta.url).resolve('node/package.json')),
  'bin',
  'node',
);
