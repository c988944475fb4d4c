import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import type { SchemaPair } from './comparison.ts';
import { limitChanges } from './limits.ts';
import type { Primitive } from './pair-alternatives.ts';
import { knownValues } from '../model/open-enums.ts';
import { isUnknown, type Alternative, type Form, type Literal } from '../model/schema-form.ts';

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
  return compareMembers(before, after, `${direction}-enum-member`, subject);
}

type MemberKind = 'request-enum-member' | 'response-enum-member' | 'known-value';

function compareMembers(
  before: readonly Literal[],
  after: readonly Literal[],
  kind: MemberKind,
  subject: Subject,
): Change[] {
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  return [
    ...added.map((value) => changeOf(`${kind}-added`, subject, { after: value })),
    ...removed.map((value) => changeOf(`${kind}-removed`, subject, { before: value })),
  ];
}

/** What the document knows of a text that may be any: a value that comes or goes was and is allowed. */
export function compareKnownValues(was: Primitive, is: Primitive, subject: Subject): Change[] {
  const known = { before: knownValues(was.place.schema), after: knownValues(is.place.schema) };
  if (!known.before && !known.after) return [];
  return compareMembers(
    known.before ?? was.values ?? [],
    known.after ?? is.values ?? [],
    'known-value',
    subject,
  );
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
