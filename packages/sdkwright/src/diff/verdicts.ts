import type { Bump, Bumps, Package } from './change.ts';

/** For rules after which no package's consumers stop compiling, and those after which all may. */
export const nowhere: readonly Package[] = [];
export const everywhere: readonly Package[] = ['types', 'client', 'react-query'];

/** The same bump for all three packages. */
export function each(bump: Bump): Bumps {
  return { types: bump, client: bump, 'react-query': bump };
}

/** A bump for each package, in their order. */
export function bumps(types: Bump, client: Bump, reactQuery: Bump): Bumps {
  return { types, client, 'react-query': reactQuery };
}
