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
}

/** Compares the emitted files with those on disk. Pure. */
export function planWrite(files: readonly File[], onDisk: ReadonlyMap<string, string>): WritePlan {
  const emitted = new Map(files.map((file) => [file.path, file.content]));
  const left = [...onDisk].filter(([path]) => !emitted.has(path));
  return {
    created: pathsWhere(emitted, (path) => !onDisk.has(path)),
    changed: pathsWhere(emitted, (path, content) => onDisk.has(path) && onDisk.get(path) !== content),
    unchanged: pathsWhere(emitted, (path, content) => onDisk.get(path) === content),
    deleted: pathsWhere(left, (_, content) => isGenerated(content)),
    foreign: pathsWhere(left, (_, content) => !isGenerated(content)),
  };
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
