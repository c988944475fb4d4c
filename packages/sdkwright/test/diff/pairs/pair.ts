import type { Bumps, Package } from '../../../src/diff/change.ts';
import { packages } from '../../../src/diff/change.ts';
import type { JsonObject } from '../../../src/model/json.ts';

/** Two documents and what a consumer notices between them. */
export interface Pair {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** Kind and place of each change, in their order: `input-removed acme.tasks.list status`. */
  readonly changes: readonly string[];
  /** One word where all packages have the same, else three: types, client, react-query. */
  readonly bumps: string;
  /** The packages whose consumers no longer compile: `all`, a list, or nothing. */
  readonly compile: string;
}

export function bumpsIn({ bumps }: Pair): Bumps {
  const [types = 'none', client = types, reactQuery = types] = bumps.split(' ').map(toBump);
  return { types, client, 'react-query': reactQuery };
}

export function compileIn({ compile }: Pair): Package[] {
  return packages.filter((name) => compile === 'all' || compile.split(' ').includes(name));
}

function toBump(word: string): Bumps['types'] {
  if (word === 'major' || word === 'minor' || word === 'patch' || word === 'none') return word;
  throw new Error(`"${word}" is no bump`);
}
