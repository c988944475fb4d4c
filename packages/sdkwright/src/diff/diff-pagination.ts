import { pointerSegments } from '../model/pointer.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison } from './comparison.ts';
import { isSame } from '../model/same.ts';
import { formOf, type Alternative, type Located } from '../model/schema-form.ts';
import { within } from './subject.ts';

/** Whether a list still has pages, how they follow each other, and what walking them gives. */
export function diffPagination(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  const was = before.pagination;
  const is = after.pagination;
  if (!was) return is ? [changeOf('pagination-added', subject, { after: is })] : [];
  if (!is) return [changeOf('pagination-removed', subject, { before: was })];
  if (isSame(was, is)) return [];
  return [
    changeOf('pagination-changed', subject, { before: was, after: is }),
    ...(was.items === is.items ? [] : compareItems(comparison, before, after, subject)),
  ];
}

/** Another list may hold other things: they are what `for await` gives. */
function compareItems(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  const was = itemsOf(comparison.before, before);
  const is = itemsOf(comparison.after, after);
  if (!was || !is) return [];
  const items = { ...within(subject, 'for await', was.pointer, is.pointer), seenIn: ['client'] as const };
  return compareSchemas(comparison, { before: was, after: is, direction: 'response', above: [] }, items);
}

function itemsOf(model: SdkModel, { success, pagination }: Operation): Located | undefined {
  if (success.schema === undefined) return undefined;
  let place: Located | undefined = { schema: success.schema, pointer: `${success.pointer}/schema` };
  for (const segment of pointerSegments(pagination?.items ?? '') ?? []) {
    const only = onlyForm(model, place);
    place = only?.kind === 'object' ? only.fields.get(segment) : undefined;
  }
  const list = onlyForm(model, place);
  return list?.kind === 'array' ? list.items : undefined;
}

function onlyForm(model: SdkModel, place: Located | undefined): Alternative | undefined {
  return place && formOf(model, place).alternatives[0];
}
