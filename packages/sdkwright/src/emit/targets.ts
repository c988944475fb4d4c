/** The packages sdkwright can write; also the names of their folders. */
export type Target = 'types' | 'client' | 'react-query' | 'mock' | 'contract-tests' | 'provenance';

export const targets: readonly Target[] = [
  'types',
  'client',
  'react-query',
  'mock',
  'contract-tests',
  'provenance',
];

/** Folders of the targets below the output folder, where they are not called like the target. */
export type TargetFolders = Readonly<Partial<Record<Target, string>>>;
