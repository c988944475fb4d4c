import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import type { SchemaPair } from './comparison.ts';
import { limitChanges } from './limits.ts';
import type { Primitive } from './pair-alternatives.ts';
import { knownValues } from '../model/open-enums.ts';
import { isUnknown, type Alternative, type Form } from '../model/schema-form.ts';

export function compareNull({ direction }: SchemaPair, was: Form, is: Form, subject: Subject): Change[] {
  if (was.nullable === is.nullable || isUnknown(was) || isUnknown(is)) return [];
  if (direction === 'request')
    return [changeOf(is.nullable ? 'request-null-allowed' : 'request-null-refused', subject)];
  return [changeOf(is.nullable ? 'response-null-added' : 'response-null-removed', subject)];
}

/** Types that came and types that went: which of them matters depends on who writes the value. */
export function compareTypes(
  { direction, before, after }: SchemaPair,
  added: readonly Alternative[],
  removed: readonly Alternative[],
  subject: Subject,
): Change[] {
  if (added.length === 0 && removed.length === 0) return [];
  const values = { before: before.schema, after: after.schema };
  if (direction === 'request')
    return [changeOf(removed.length > 0 ? 'request-type-changed' : 'request-type-widened', subject, values)];
  return [changeOf(added.length > 0 ? 'response-type-changed' : 'response-type-narrowed', subject, values)];
}

export function compareEnums(
  { direction }: SchemaPair,
  { values: before }: Primitive,
  { values: after }: Primitive,
  subject: Subject,
): Change[] {
  if (!after) return before ? [changeOf(`${direction}-enum-opened`, subject, { before })] : [];
  if (!before) return [changeOf(`${direction}-enum-closed`, subject, { after })];
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  return [
    ...added.map((value) => changeOf(`${direction}-enum-member-added`, subject, { after: value })),
    ...removed.map((value) => changeOf(`${direction}-enum-member-removed`, subject, { before: value })),
  ];
}

/** What the document knows of a text that may be any: a value that comes or goes was and is allowed. */
export function compareKnownValues(was: Primitive, is: Primitive, subject: Subject): Change[] {
  const known = { before: knownValues(was.place.schema), after: knownValues(is.place.schema) };
  if (!known.before && !known.after) return [];
  const before = known.before ?? was.values ?? [];
  const after = known.after ?? is.values ?? [];
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  return [
    ...added.map((value) => changeOf('known-value-added', subject, { after: value })),
    ...removed.map((value) => changeOf('known-value-removed', subject, { before: value })),
  ];
}

export function compareLimits(
  { direction }: SchemaPair,
  was: Alternative,
  is: Alternative,
  subject: Subject,
): Change[] {
  return limitChanges(was.place.schema, is.place.schema, was.kind === 'number').map(
    ({ keyword, isTighter, before, after }) => {
      const values = {
        ...(before === undefined ? {} : { before: { [keyword]: before } }),
        ...(after === undefined ? {} : { after: { [keyword]: after } }),
      };
      if (direction === 'request')
        return changeOf(isTighter ? 'request-limit-tightened' : 'request-limit-loosened', subject, values);
      // Code that reads a text by its format was made for that one; a number is read as before.
      const isReread =
        keyword === 'format' && was.kind === 'string' && before !== undefined && after !== undefined;
      return changeOf(isReread ? 'response-format-changed' : 'response-limit-changed', subject, values);
    },
  );
}
