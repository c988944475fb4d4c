import { packages, type Bump, type Bumps, type Change, type Package } from './change.ts';

/** From the lowest to the highest. */
const order: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

export function highest(bumps: readonly Bump[]): Bump {
  return order.findLast((bump) => bumps.includes(bump)) ?? 'none';
}

/** Whether a bump is at least as high as another. */
export function isAtLeast(bump: Bump, floor: Bump): boolean {
  return order.indexOf(bump) >= order.indexOf(floor);
}

/**
 * Per package the highest of its changes. A major goes on to the packages that show the types of the other:
 * the client to those of `types`, `react-query` to those of both.
 */
export function bumpsOf(changes: readonly Pick<Change, 'bumps'>[]): Bumps {
  const own = (name: Package): Bump => highest(changes.map(({ bumps }) => bumps[name]));
  const [types, client, reactQuery] = packages.map(own);
  const ofClient = types === 'major' ? 'major' : (client ?? 'none');
  return {
    types: types ?? 'none',
    client: ofClient,
    'react-query': ofClient === 'major' ? 'major' : (reactQuery ?? 'none'),
  };
}
