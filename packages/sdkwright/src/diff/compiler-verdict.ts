import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SdkModel } from '../model/sdk-model.ts';
import { callPath } from './call-path.ts';
import { packages, type Change, type Package } from './change.ts';
import { whereOf } from './describe.ts';
import type { ModelDiff } from './diff-models.ts';

/** An error in a program of the last release's consumers. */
export interface ConsumerError {
  /** The package whose consumer it is. */
  readonly package: Package;
  /** Name of the operation that is used there, as its types begin: `GetTasks`. Absent outside of one. */
  readonly typeName?: string;
  /** Place and text, as the compiler gave them. */
  readonly text: string;
}

export interface JudgedUpdate {
  /** The models that were compared. */
  readonly before: SdkModel;
  readonly diff: ModelDiff;
  readonly errors: readonly ConsumerError[];
  /** Packages that go major anyhow, by changesets that no release has taken up. */
  readonly alreadyMajor: readonly Package[];
}

/**
 * Holds the bumps of a diff to what the compiler says of programs that were written for the last release. An error
 * without a major is one of two things: what a rule with a minor announces, in a call that it names; or a gap of the
 * diff, which is an error here too. A major without an error has to break on the wire, or somebody has to say how.
 */
export function compilerVerdict(update: JudgedUpdate): Diagnostic[] {
  return packages.flatMap((name) => [...unsaid(update, name), ...unproven(update, name)]);
}

function unsaid({ before, diff, errors, alreadyMajor }: JudgedUpdate, name: Package): Diagnostic[] {
  if (diff.bumps[name] === 'major' || alreadyMajor.includes(name)) return [];
  const own = errors.filter((error) => error.package === name);
  const gaps = own.filter((error) => !isAnnounced(before, diff.changes, error));
  if (gaps.length === 0) return [];
  const shown = gaps.slice(0, 5).map(({ text }) => `\n    ${text}`);
  const more = gaps.length > shown.length ? `\n    and ${gaps.length - shown.length} more` : '';
  return [
    {
      code: 'update-breaks-unsaid',
      severity: 'error',
      message: `consumers of ${name} stop compiling, and the diff gives it a ${diff.bumps[name]}:${shown.join('')}${more}`,
      help: 'Give a changeset of that package a major, commit it, and update again; then teach the diff that change.',
    },
  ];
}

/**
 * Whether a change says that the consumers of that package stop compiling, in the operation where the error is. A
 * schema is met in many calls; errors outside of one operation are not held against a place.
 */
export function isAnnounced(
  model: SdkModel,
  changes: readonly Change[],
  { package: name, typeName }: ConsumerError,
): boolean {
  const announced = changes.filter(({ compile }) => compile.includes(name));
  const operation = model.operations.find((one) => one.typeName === typeName);
  if (!operation) return announced.length > 0;
  const call = callPath(model, operation);
  // Every program names the client.
  return announced.some(
    ({ kind, operation: id, calls }) =>
      kind === 'client-renamed' || id === operation.id || calls.includes(call),
  );
}

/** `GetTasks` for a line in `useGetTasks`, as the consumers have a function for each operation. */
export function typeNameAround(text: string, line: number): string | undefined {
  const above = text.split('\n').slice(0, line);
  const start = above.findLast((each) => each.startsWith('export '));
  return /^export (?:async )?function use([\p{ID_Continue}$]+)/u.exec(start ?? '')?.[1];
}

function unproven({ diff, errors }: JudgedUpdate, name: Package): Diagnostic[] {
  const majors = diff.changes.filter(({ bumps }) => bumps[name] === 'major');
  const isProven = errors.some((error) => error.package === name);
  if (isProven || majors.length === 0 || majors.some(({ wire }) => wire === 'break')) return [];
  const places = majors.slice(0, 5).map((change) => `${whereOf(change)} (${change.title})`);
  return [
    {
      code: 'update-major-unproven',
      severity: 'warning',
      message: `the diff gives ${name} a major, all programs of the last release compile, and nothing breaks on the wire: ${places.join(', ')}`,
      help: 'Say in the changeset what breaks for a consumer who sends or reads it; if nothing does, lower its bump.',
    },
  ];
}
