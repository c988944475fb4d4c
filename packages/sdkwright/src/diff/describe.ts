import { isObject } from '../model/json.ts';
import { singleLine } from '../emit/literal.ts';
import { highest } from './bumps.ts';
import { packages, type Bump, type Change, type Package } from './change.ts';

/** A value longer than this says less than its place. */
const longest = 60;

/** Where a consumer meets the change: `webwork.tasks.list status`, `Task.status`, or every call. */
export function whereOf({ calls, schema, field }: Change): string {
  if (schema !== undefined) return field === undefined ? schema : joined(schema, field);
  const [call = 'every call'] = calls;
  return field === undefined ? call : `${call} ${field}`;
}

function joined(schema: string, field: string): string {
  return field.startsWith('[') ? schema + field : `${schema}.${field}`;
}

/** The highest bump that the change alone asks for. */
export function bumpOf({ bumps }: Change): Bump {
  return highest(packages.map((name) => bumps[name]));
}

/** The packages whose next release has the change in it. */
export function touchedBy({ bumps }: Change): Package[] {
  return packages.filter((name) => bumps[name] !== 'none');
}

/** A value on one line, shortened; empty where there is none. */
export function valueText(value: unknown): string {
  if (value === undefined) return '';
  const text = singleLine(isPlain(value) ? String(value) : JSON.stringify(value));
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function isPlain(value: unknown): boolean {
  return !isObject(value) && !Array.isArray(value);
}

/** The changes by their bump, the highest first; within one bump in the document's order. */
export function byBump(changes: readonly Change[]): readonly (readonly [Bump, readonly Change[]])[] {
  return (['major', 'minor', 'patch', 'none'] as const)
    .map((bump) => [bump, changes.filter((change) => bumpOf(change) === bump)] as const)
    .filter(([, ofBump]) => ofBump.length > 0);
}
