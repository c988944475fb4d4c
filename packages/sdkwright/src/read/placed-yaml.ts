import { createRequire } from 'node:module';
import type * as yaml from 'yaml';

const require = createRequire(import.meta.url);

/** The parser that knows the place of every node. It is seventy modules, and few documents need it. */
export function placedYaml(): typeof yaml {
  return require('yaml');
}
