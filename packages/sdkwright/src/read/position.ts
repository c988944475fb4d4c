import { isObject } from '../model/json.ts';
import type { SourceLocation } from '../diagnostics/diagnostic.ts';
import { pointerOf } from '../model/pointer.ts';
import type { DocumentFile } from './referenced-files.ts';

/** A place in one of the files of a document. */
export interface Position {
  readonly file: DocumentFile;
  readonly segments: readonly string[];
}

export function below({ file, segments }: Position, key: string | number): Position {
  return { file, segments: [...segments, String(key)] };
}

/** The same text for the same place. */
export function keyOf({ file, segments }: Position): string {
  return file.address + pointerOf(...segments);
}

export function locationOf({ file, segments }: Position): SourceLocation {
  return { file: file.source.location, pointer: pointerOf(...segments) };
}

/** Own fields and items only; undefined where there is none. */
export function childOf(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) return value[Number(segment)];
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
