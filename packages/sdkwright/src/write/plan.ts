import { generatedMark, type File } from '../emit/file.ts';

/** What writing would do to a generated folder. Every path is relative to the output folder; each list is sorted. */
export interface WritePlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** Generated files that the document no longer gives. */
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
  /** Files in a generated folder that no generator wrote; never touched. */
  readonly foreign: readonly string[];
  /** Files of packages that are begun: manifest, README and the like, where there is no manifest yet. */
  readonly begun: readonly string[];
}

/** Compares the emitted files with those on disk. Pure. */
export function planWrite(files: readonly File[], onDisk: ReadonlyMap<string, string>): WritePlan {
  const emitted = new Map(files.filter(({ begun }) => !begun).map(({ path, content }) => [path, content]));
  const ofPackages = files.filter(({ begun }) => begun).map(({ path }) => path);
  const left = [...onDisk].filter(([path]) => !emitted.has(path) && !ofPackages.includes(path));
  return {
    begun: newPackageFiles(ofPackages, onDisk),
    created: pathsWhere(emitted, (path) => !onDisk.has(path)),
    changed: pathsWhere(emitted, (path, content) => onDisk.has(path) && onDisk.get(path) !== content),
    unchanged: pathsWhere(emitted, (path, content) => onDisk.get(path) === content),
    deleted: pathsWhere(left, (_, content) => isGenerated(content)),
    foreign: pathsWhere(left, (_, content) => !isGenerated(content)),
  };
}

/** A folder with a manifest is somebody's package: nothing is begun there, not even what is missing. */
function newPackageFiles(paths: readonly string[], onDisk: ReadonlyMap<string, string>): string[] {
  const manifests = paths.filter((path) => path.endsWith('/package.json') && !onDisk.has(path));
  const folders = manifests.map((path) => path.slice(0, -'package.json'.length));
  return paths
    .filter((path) => !onDisk.has(path) && folders.some((folder) => path.startsWith(folder)))
    .toSorted();
}

/** Every file that carrying a plan out writes or deletes. */
export function touchedBy({ created, changed, deleted, begun }: WritePlan): string[] {
  return [...created, ...changed, ...deleted, ...begun];
}

/** Whether the folder holds exactly what was emitted. */
export function isUpToDate(plan: WritePlan): boolean {
  return [plan.created, plan.changed, plan.deleted, plan.foreign].every((paths) => paths.length === 0);
}

/** The mark stands in the header; further down it would be somebody's words. */
function isGenerated(content: string): boolean {
  return content.slice(0, 200).includes(generatedMark);
}

function pathsWhere(
  entries: Iterable<readonly [string, string]>,
  keep: (path: string, content: string) => boolean,
): string[] {
  return [...entries]
    .filter(([path, content]) => keep(path, content))
    .map(([path]) => path)
    .toSorted();
}
