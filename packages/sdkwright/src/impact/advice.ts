import type { ChangeKind } from '../diff/catalogue.ts';
import type { Change } from '../diff/change.ts';
import { valueText } from '../diff/describe.ts';
import type { Need } from './impact.ts';

type Advice = (change: Change, field: string) => string;

const rename: Advice = ({ before, after }) => `Write \`${valueText(after)}\` for \`${valueText(before)}\`.`;
const give: Advice = (_, field) => `Give \`${field}\`.`;
const leaveOut: Advice = (_, field) => `Leave \`${field}\` out.`;
const mayBeMissing: Advice = (_, field) => `Mind that \`${field}\` may be missing.`;

/** What to do about the kinds that leave no choice. */
const adviceFor: Partial<Record<ChangeKind, Advice>> = {
  'operation-removed': ({ before }) => `Do without it: the API no longer has ${valueText(before)}.`,
  'operation-renamed': rename,
  'operation-moved': rename,
  'sdk-method-renamed': rename,
  'schema-renamed': rename,
  'schema-removed': () => 'Name the type yourself, or take that of the field it stood for.',
  'enum-constant-removed': () => 'Write the values out: the list is no longer exported.',
  'client-renamed': rename,
  'client-input-removed': (_, field) => `Give \`${field}\` in each call.`,
  'path-parameter-renamed': rename,
  'required-input-added': give,
  'input-required': give,
  'input-removed': leaveOut,
  'request-enum-member-removed': ({ before }) => `Send another value than \`${valueText(before)}\`.`,
  'request-null-refused': (_, field) => `Do not send null as \`${field}\`.`,
  'response-field-removed': (_, field) => `Do not read \`${field}\`: answers no longer have it.`,
  'response-field-optional': mayBeMissing,
  'result-optional': () => 'Mind that there may be no result.',
  'response-null-added': (_, field) => `Mind that \`${field}\` may be null.`,
  'response-enum-member-added': ({ after }, field) =>
    `Mind the value \`${valueText(after)}\` of \`${field}\`.`,
  'pagination-removed': () => 'Await the call; there are no pages to walk.',
  'operation-deprecated': () => 'Look for what replaces it; it goes on working.',
  'field-deprecated': (_, field) => `Look for what replaces \`${field}\`; it goes on working.`,
};

/** The field as people call it, or what has no field. */
function fieldOf({ path, field, schema }: Change): string {
  return path?.findLast((step) => !step.startsWith('[')) ?? field ?? schema ?? 'the result';
}

/** For an object that may get the field from what is spread into it. */
export function spreadAdvice(change: Change): string {
  return `See that \`${fieldOf(change)}\` is in what is spread here.`;
}

/** A sentence for whoever has to do something about a change. */
export function adviceOf(change: Change, need: Need): string {
  const advice = adviceFor[change.kind];
  if (need === 'upgrade') return 'Upgrade; the code stays as it is.';
  if (advice) return advice(change, fieldOf(change));
  if (need === 'look') return 'Nothing has to change.';
  return change.compile.length > 0
    ? 'Change what the compiler marks after the upgrade.'
    : 'Look through it: the compiler does not see this.';
}
