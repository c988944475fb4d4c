import { jsonLiteral } from '../emit/literal.ts';
import type { Located } from '../model/schema-form.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import type { Change } from './change.ts';
import { readOf } from './reads.ts';
import type { Side } from './snippet-inputs.ts';

/** What of an answer an example looks at. */
export type Aspect = 'result' | 'body' | 'error' | 'items' | 'events';

/** Where the path of a change begins: the first step says so unless it is the result. */
export function aspectOf({ path: [step = ''] = [], kind }: Change): Aspect {
  if (kind === 'events-added' || kind === 'events-removed' || step === 'events()') return 'events';
  if (kind === 'pagination-added' || kind === 'pagination-removed' || step === 'for await') return 'items';
  if (step === 'envelope()') return 'body';
  return step.startsWith('error ') ? 'error' : 'result';
}

/** The documented error that a change is about, on the side that has it. */
export function errorOf(
  { errors }: Operation,
  { path: [step = ''] = [] }: Change,
): Operation['errors'][number] | undefined {
  return errors.find(({ status }) => step === `error ${status}`);
}

/** The expression an example reads below `holder`, and what it makes of it. */
export function readLiteral(
  model: SdkModel,
  place: Located | undefined,
  holder: string,
  change: Change,
  side: Side,
  isLoose = false,
): string {
  if (!place) return holder;
  const path =
    change.schema === undefined && aspectOf(change) !== 'result' ? change.path?.slice(1) : change.path;
  const { text, isWhole } = readOf(model, place, holder, path ?? [], isLoose);
  if (!isWhole) return text;
  return madeOf(text, change, side);
}

function madeOf(text: string, { kind, before, after }: Change, side: Side): string {
  if (kind === 'response-enum-member-removed' && side === 'before')
    return `${text} === ${jsonLiteral(before)}`;
  if (kind === 'response-enum-member-added' && side === 'after') return `${text} === ${jsonLiteral(after)}`;
  const mayBeMissing = ['response-field-optional', 'response-null-added', 'result-optional'].includes(kind);
  return mayBeMissing && side === 'after' ? `${text} ?? 'nothing'` : text;
}

/** The schema of an aspect; undefined where it has none. */
export function placeOf({ success, pagination }: Operation, aspect: Aspect): Located | undefined {
  if (aspect === 'body')
    return success.schema === undefined
      ? undefined
      : { schema: success.schema, pointer: `${success.pointer}/schema` };
  if (aspect === 'events')
    return success.events && { schema: success.events.schema, pointer: `${success.pointer}/events` };
  if (aspect !== 'result' || success.result === undefined || (pagination && aspect !== 'result'))
    return undefined;
  return { schema: success.result, pointer: `${success.pointer}/result` };
}
