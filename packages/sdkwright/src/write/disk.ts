import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { File } from '../emit/file.ts';
import { touchedBy, type WritePlan } from './plan.ts';

// One file after another: handing a small one over to a thread takes longer than writing it, and there are thousands.

/** The folders below the output folder that belong to the generator, derived from what it emits. */
export function ownedFolders(files: readonly File[]): string[] {
  const folders = files.flatMap((file) => {
    const end = file.path.indexOf('/src/generated/');
    return end === -1 ? [] : [`${file.path.slice(0, end)}/src/generated`];
  });
  return [...new Set(folders)].toSorted();
}

/** Reads every file of the owned folders, and each emitted file outside of them. Missing ones are left out. */
export function readGenerated(out: string, files: readonly File[]): Map<string, string> {
  const owned = ownedFolders(files);
  const listed = owned.flatMap((folder) => listFiles(out, folder));
  const loose = files
    .map((file) => file.path)
    .filter((path) => !owned.some((folder) => path.startsWith(`${folder}/`)));
  const contents = [...listed, ...loose].map((path) => [path, readIfPresent(join(out, path))] as const);
  return new Map(contents.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** Carries the plan out. Each file is replaced as a whole, so a crash leaves the old or the new one, never half. */
export function applyPlan(out: string, files: readonly File[], plan: WritePlan): void {
  const paths = new Set(touchedBy(plan));
  const touched = files.filter(({ path }) => paths.has(path));
  for (const folder of new Set(touched.map(({ path }) => dirname(path)))) makeFolder(join(out, folder));
  for (const { path, content } of touched) replaceInFolder(join(out, path), content);
  for (const path of plan.deleted) rmSync(join(out, path));
}

/** Writes to these files; where that fails they are as they were before, and the failure is thrown. */
export function allOrNothing(paths: readonly string[], write: () => void): void {
  const before = paths.map((path) => [path, readIfPresent(path)] as const);
  try {
    write();
  } catch (cause) {
    for (const [path, content] of before) restore(path, content);
    throw cause;
  }
}

function restore(path: string, content: string | undefined): void {
  if (readIfPresent(path) === content) return;
  if (content === undefined) rmSync(path);
  else replaceFile(path, content);
}

function listFiles(out: string, folder: string): string[] {
  const entries = ifPresent(() => readdirSync(join(out, folder), { recursive: true, withFileTypes: true }));
  return (entries ?? [])
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function readIfPresent(path: string): string | undefined {
  return ifPresent(() => readFileSync(path, 'utf8'));
}

function ifPresent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Writes a file as a whole, its folder too where there is none: a crash leaves the old or the new one, never half. */
export function replaceFile(path: string, content: string): void {
  makeFolder(dirname(path));
  replaceInFolder(path, content);
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

function replaceInFolder(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
