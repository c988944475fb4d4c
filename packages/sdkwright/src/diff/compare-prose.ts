import { fieldAt, isObject } from '../model/json.ts';
import type { Schema } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import { isSame } from '../model/same.ts';

const proseFields = ['description', 'title', 'example', 'examples', 'x-evidence', 'x-evidence-note'];

/** What changed of a schema without any value becoming right or wrong: prose, default, standing, access. */
export function compareProse(before: Schema, after: Schema, subject: Subject): Change[] {
  if (!isObject(before) || !isObject(after)) return [];
  const field = (keyword: string): { before: unknown; after: unknown } => ({
    before: fieldAt(before, keyword),
    after: fieldAt(after, keyword),
  });
  const changes: Change[] = [];
  const prose = proseFields.filter((keyword) => !isSame(before[keyword], after[keyword]));
  const [first] = prose;
  if (first !== undefined) changes.push(changeOf('described', subject, field(first)));
  if (!isSame(before['default'], after['default']))
    changes.push(changeOf('default-changed', subject, field('default')));
  const wasDeprecated = before['deprecated'] === true;
  if (wasDeprecated !== (after['deprecated'] === true))
    changes.push(changeOf(wasDeprecated ? 'field-undeprecated' : 'field-deprecated', subject));
  if (accessOf(before) !== accessOf(after))
    changes.push(changeOf('access-changed', subject, { before: accessOf(before), after: accessOf(after) }));
  return changes;
}

function accessOf(schema: Schema): string {
  if (fieldAt(schema, 'readOnly') === true) return 'readOnly';
  return fieldAt(schema, 'writeOnly') === true ? 'writeOnly' : 'both';
}
