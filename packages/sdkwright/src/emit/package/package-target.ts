import type { Target } from '../targets.ts';

/** The targets that are packages for consumers of the API. */
export type ConsumerTarget = Extract<Target, 'types' | 'client' | 'react-query'>;

/** The targets that are packages of their own. */
export type PackageTarget = Exclude<Target, 'provenance'>;

export function isPackageTarget(target: Target): target is PackageTarget {
  return target !== 'provenance';
}

const descriptions: Readonly<Record<PackageTarget, (title: string) => string>> = {
  types: (title) => `TypeScript types of ${title}.`,
  client: (title) => `Fetch client of ${title}.`,
  'react-query': (title) => `TanStack Query hooks of ${title}.`,
  mock: (title) => `A mock of ${title}, in process, for tests.`,
  'contract-tests': (title) => `Every operation of ${title} through the packages, against the mock.`,
};

/** A line for the manifest and the README. */
export function describe(target: PackageTarget, title: string): string {
  return descriptions[target](title);
}
