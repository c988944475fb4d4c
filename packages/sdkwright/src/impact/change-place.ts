import { aspectOf } from '../diff/snippet-answers.ts';
import type { Change } from '../diff/change.ts';
import type { SdkModel } from '../model/sdk-model.ts';

/** An exported type, and the way down to the field that a change is about. */
export interface Place {
  readonly owner: string;
  readonly path: readonly string[];
}

/** Where the types show what a change is about; undefined where it is about an operation or the API as a whole. */
export function placeOf(model: SdkModel, change: Change): Place | undefined {
  const steps = change.path ?? [];
  if (change.schema !== undefined) return { owner: change.schema, path: fieldsOf(steps) };
  const operation = model.operations.find(({ id }) => id === change.operation);
  if (!operation || steps.length === 0) return undefined;
  const { typeName } = operation;
  if (change.direction === 'request') return { owner: `${typeName}Input`, path: fieldsOf(steps) };
  const aspect = aspectOf(change);
  if (aspect === 'items') return undefined;
  if (aspect === 'error') {
    const below = fieldsOf(steps.slice(1));
    return { owner: `${typeName}Error`, path: below.length === 0 ? ['status'] : ['body', ...below] };
  }
  const suffix = { result: 'Result', body: 'Response', events: 'Event' }[aspect];
  return { owner: typeName + suffix, path: fieldsOf(aspect === 'result' ? steps : steps.slice(1)) };
}

/** Items of lists and values of records are no fields. */
function fieldsOf(steps: readonly string[]): string[] {
  return steps.filter((step) => !step.startsWith('['));
}
