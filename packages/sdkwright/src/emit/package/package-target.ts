import type { Target } from '../targets.ts';

/** The targets that are packages of their own. */
export type PackageTarget = Extract<Target, 'types' | 'client' | 'react-query'>;

export function isPackageTarget(target: Target): target is PackageTarget {
  return target === 'types' || target === 'client' || target === 'react-query';
}

/** A line for the manifest and the README. */
export function describe(target: PackageTarget, title: string): string {
  if (target === 'types') return `TypeScript types of ${title}.`;
  return target === 'client' ? `Fetch client of ${title}.` : `TanStack Query hooks of ${title}.`;
}
