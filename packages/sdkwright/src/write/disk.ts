import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { File } from '../emit/file.ts';
import { touchedBy, type WritePlan } from './plan.ts';

/** The folders below the output folder that belong to the generator, derived from what it emits. */
export function ownedFolders(files: readonly File[]): string[] {
  const folders = files.flatMap((file) => {
    const end = file.path.indexOf('/src/generated/');
    return end === -1 ? [] : [`${file.path.slice(0, end)}/src/generated`];
  });
  return [...new Set(folders)].toSorted();
}

/** Reads every file of the owned folders, and each emitted file outside of them. Missing ones are left out. */
export async function readGenerated(out: string, files: readonly File[]): Promise<Map<string, string>> {
  const owned = ownedFolders(files);
  const listed = await Promise.all(owned.map((folder) => listFiles(out, folder)));
  const loose = files
    .map((file) => file.path)
    .filter((path) => !owned.some((folder) => path.startsWith(`${folder}/`)));
  const paths = [...listed.flat(), ...loose];
  const contents = await Promise.all(paths.map((path) => readIfPresent(join(out, path))));
  return new Map(
    paths.flatMap((path, index) => (contents[index] === undefined ? [] : [[path, contents[index]] as const])),
  );
}

/** Carries the plan out. Each file is replaced as a whole, so a crash leaves the old or the new one, never half. */
export async function applyPlan(out: string, files: readonly File[], plan: WritePlan): Promise<void> {
  const touched = new Set(touchedBy(plan));
  await all(
    files
      .filter((file) => touched.has(file.path))
      .map((file) => replaceFile(join(out, file.path), file.content)),
  );
  await all(plan.deleted.map((path) => rm(join(out, path))));
}

/** Writes to these files; where that fails they are as they were before, and the failure is thrown. */
export async function allOrNothing(paths: readonly string[], write: () => Promise<void>): Promise<void> {
  const before = await Promise.all(paths.map(async (path) => [path, await readIfPresent(path)] as const));
  try {
    await write();
  } catch (cause) {
    await all(before.map(([path, content]) => restore(path, content)));
    throw cause;
  }
}

async function restore(path: string, content: string | undefined): Promise<void> {
  if ((await readIfPresent(path)) === content) return;
  await (content === undefined ? rm(path) : replaceFile(path, content));
}

/** Waits for each, then throws the first failure: nothing is still being written when that is told. */
async function all(writes: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(writes);
  await Promise.all(writes);
}

async function listFiles(out: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(out, folder), { recursive: true, withFileTypes: true }).catch(
    ignoreMissing,
  );
  return (entries ?? [])
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function readIfPresent(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(ignoreMissing);
}

function ignoreMissing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  throw cause;
}

/** Writes a file as a whole: a crash leaves the old or the new one, never half. */
export async function replaceFile(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}
