import type { Comparison } from './comparison.ts';
import { isSame } from '../model/same.ts';
import type { Alternative, Literal } from '../model/schema-form.ts';

export type Primitive = Extract<Alternative, { values?: readonly Literal[] }>;

/** The types that `after` allows and `before` did not, the other way round, and those of both. */
export interface PairedAlternatives {
  readonly added: readonly Alternative[];
  readonly removed: readonly Alternative[];
  readonly kept: readonly (readonly [before: Alternative, after: Alternative])[];
}

type IsMatch = (one: Alternative, other: Alternative) => boolean;

const isSameKind: IsMatch = (one, other) => one.kind === other.kind;
const isEqual: IsMatch = (one, other) =>
  isSameKind(one, other) && isSame(one.place.schema, other.place.schema);

/**
 * Variants of one name belong together, and are left out: named schemas are compared by themselves. Then equal ones
 * belong together; then, of each type, the first with the first.
 */
export function pairAlternatives(
  { names }: Comparison,
  before: readonly Alternative[],
  after: readonly Alternative[],
): PairedAlternatives {
  const isNamed: IsMatch = (one, other) => isKept(names, one.origin, other.origin);
  let removed = mergeLiterals(before.filter((one) => !after.some((other) => isNamed(one, other))));
  let added = mergeLiterals(after.filter((other) => !before.some((one) => isNamed(one, other))));
  const kept: (readonly [Alternative, Alternative])[] = [];
  for (const isMatch of [isEqual, isSameKind]) {
    for (const one of removed) {
      const other = added.find((candidate) => isMatch(one, candidate));
      if (!other) continue;
      kept.push([one, other]);
      removed = removed.filter((candidate) => candidate !== one);
      added = added.filter((candidate) => candidate !== other);
    }
  }
  return { added, removed, kept };
}

/** Whether both are one named schema; what lost its name is not what never had one. */
export function isKept(
  names: Comparison['names'],
  before: string | undefined,
  after: string | undefined,
): boolean {
  return before !== undefined && after !== undefined && names.get(before) === after;
}

/** `enum: [a]` or `enum: [b]` is the enum of both; beside a plain string, an enum of strings adds nothing. */
function mergeLiterals(alternatives: readonly Alternative[]): readonly Alternative[] {
  const merged: Alternative[] = [];
  for (const alternative of alternatives) {
    const index = merged.findIndex((candidate) => isSameKind(candidate, alternative));
    const found = merged[index];
    if (found && isPrimitive(found) && isPrimitive(alternative)) merged[index] = joined(found, alternative);
    else merged.push(alternative);
  }
  return merged;
}

function joined(one: Primitive, other: Primitive): Primitive {
  const { values, ...open } = one;
  return values && other.values ? { ...open, values: [...new Set([...values, ...other.values])] } : open;
}

export function isPrimitive(alternative: Alternative): alternative is Primitive {
  return ['string', 'number', 'boolean'].includes(alternative.kind);
}
