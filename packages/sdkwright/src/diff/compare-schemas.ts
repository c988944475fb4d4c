import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import { compareProse } from './compare-prose.ts';
import {
  compareEnums,
  compareKnownValues,
  compareLimits,
  compareNull,
  compareTypes,
} from './compare-values.ts';
import type { Comparison, SchemaPair } from './comparison.ts';
import { isPrimitive, pairAlternatives } from './pair-alternatives.ts';
import {
  formOf,
  isUnknown,
  type Alternative,
  type Form,
  type FormField,
  type ObjectAlternative,
} from '../model/schema-form.ts';
import { nameOfRest, within } from './subject.ts';

/** Every change between two schemas and in all below them, but for named schemas, which are compared once. */
export function compareSchemas(comparison: Comparison, pair: SchemaPair, subject: Subject): Change[] {
  const { before, after } = pair;
  const key = `${before.pointer} ${after.pointer}`;
  if (pair.above.includes(key)) return [];
  const here: Subject = { ...subject, pointers: { before: before.pointer, after: after.pointer } };
  const deeper: SchemaPair = { ...pair, above: [...pair.above, key] };
  const was = formOf(comparison.before, before);
  const is = formOf(comparison.after, after);
  return [
    ...compareProse(before.schema, after.schema, here),
    ...compareNull(pair, was, is, here),
    ...compareForms(comparison, deeper, was, is, here),
  ];
}

function compareForms(
  comparison: Comparison,
  pair: SchemaPair,
  was: Form,
  is: Form,
  subject: Subject,
): Change[] {
  if (isUnknown(was) && isUnknown(is)) return [];
  if (isUnknown(is)) return compareTypes(pair, is.alternatives, [], subject);
  if (isUnknown(was)) return compareTypes(pair, [], was.alternatives, subject);
  const { added, removed, kept } = pairAlternatives(comparison, was.alternatives, is.alternatives);
  return [
    ...compareTypes(pair, added, removed, subject),
    ...kept.flatMap(([one, other]) => compareAlternatives(comparison, pair, one, other, subject)),
  ];
}

function compareAlternatives(
  comparison: Comparison,
  pair: SchemaPair,
  was: Alternative,
  is: Alternative,
  subject: Subject,
): Change[] {
  // Its limits are those of the number beside it.
  if (was.kind === 'bigint') return [];
  const limits = compareLimits(pair, was, is, subject);
  if (was.kind === 'array' && is.kind === 'array') {
    const items = within(subject, '[]', was.items.pointer, is.items.pointer);
    return [...limits, ...compareSchemas(comparison, { ...pair, before: was.items, after: is.items }, items)];
  }
  if (was.kind === 'object' && is.kind === 'object')
    return [...limits, ...compareObjects(comparison, pair, was, is, subject)];
  if (isPrimitive(was) && isPrimitive(is))
    return [...compareEnums(pair, was, is, subject), ...compareKnownValues(was, is, subject), ...limits];
  return limits;
}

/** Every field that came, went, became required or optional, and what changed inside of those that stayed. */
export function compareObjects(
  comparison: Comparison,
  pair: SchemaPair,
  was: ObjectAlternative,
  is: ObjectAlternative,
  subject: Subject,
): Change[] {
  const names = [...new Set([...was.fields.keys(), ...is.fields.keys()])];
  // Who writes a field by its name may go on where any name is allowed.
  const anyName = pair.direction === 'request' && is.rest ? { ...is.rest, required: false } : undefined;
  return [
    ...names.flatMap((name) =>
      compareFields(comparison, pair, was.fields.get(name), is.fields.get(name) ?? anyName, name, subject),
    ),
    // A field of any name may always be missing.
    ...compareFields(
      comparison,
      pair,
      was.rest && { ...was.rest, required: false },
      is.rest && { ...is.rest, required: false },
      nameOfRest,
      subject,
    ),
  ];
}

function compareFields(
  comparison: Comparison,
  pair: SchemaPair,
  before: FormField | undefined,
  after: FormField | undefined,
  name: string,
  subject: Subject,
): Change[] {
  const { direction } = pair;
  const there = within(subject, name, before?.pointer, after?.pointer);
  if (before && after)
    return [
      ...compareRequired(pair, before, after, there),
      ...compareSchemas(comparison, { ...pair, before, after }, there),
    ];
  if (after) {
    if (direction === 'response') return [changeOf('response-field-added', there, { after: after.schema })];
    return [
      changeOf(after.required ? 'required-input-added' : 'input-added', there, { after: after.schema }),
    ];
  }
  if (!before) return [];
  const kind = direction === 'response' ? 'response-field-removed' : 'input-removed';
  return [changeOf(kind, there, { before: before.schema })];
}

export function compareRequired(
  { direction }: SchemaPair,
  before: { readonly required: boolean },
  after: { readonly required: boolean },
  subject: Subject,
): Change[] {
  if (before.required === after.required) return [];
  if (direction === 'request')
    return [changeOf(after.required ? 'input-required' : 'input-optional', subject)];
  return [changeOf(after.required ? 'response-field-required' : 'response-field-optional', subject)];
}
