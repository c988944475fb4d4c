import { join, relative } from 'node:path';
import { throwOnErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
import { changesetsOf, mockChangesetOf } from './diff/changesets.ts';
import { diffModels, type ModelDiff } from './diff/diff-models.ts';
import type { File } from './emit/file.ts';
import { compareDocument, modelOf, type GenerateOptions, type GenerateResult } from './generate.ts';
import type { SdkModel } from './model/sdk-model.ts';
import { checkedDocument, mendedDocument, parsedDocument } from './read/read-document.ts';
import { readSource } from './read/source.ts';
import { refuseStrangers } from './successor.ts';
import { allOrNothing, applyPlan, replaceFile } from './write/disk.ts';
import { touchedBy, type WritePlan } from './write/plan.ts';

export interface UpdateOptions extends GenerateOptions {
  /** Path or URL of the document that takes the place of `document`. */
  readonly to: string;
  /** The folder with `.changeset` in it. */
  readonly root: string;
  /** Takes a document of another API, or an older one. Default false. */
  readonly force?: boolean;
  /** Writes nothing. Default false. */
  readonly dryRun?: boolean;
  /**
   * Looks at the update before anything is written, in a dry run too, but not where nothing would be. An error among
   * what it finds refuses it, warnings are told with the rest. Default: nothing is looked at.
   */
  readonly prove?: (update: ProposedUpdate) => Promise<readonly Diagnostic[]>;
}

/** An update that could be written. */
export interface ProposedUpdate {
  readonly before: SdkModel;
  readonly after: SdkModel;
  readonly diff: ModelDiff;
  readonly changesets: readonly File[];
  /** Writes it to another folder that has what is below `root`. */
  readonly writeTo: (root: string) => void;
}

/** What an update found and, unless it was a dry run, did. */
export interface UpdateResult extends GenerateResult {
  readonly diff: ModelDiff;
  /** Drafts for whoever releases, below `root`. */
  readonly changesets: readonly File[];
}

/**
 * Puts a new document in the place of the current one: reads and checks it with the overlay, tells what consumers
 * notice, generates, and writes a changeset for each cause. Everything is settled and proven before anything is
 * written, and taken back where writing fails.
 * @throws SdkwrightError with every problem of the new document or of the overlay on it; where it is not the successor
 * of the current one what `refuseStrangers` throws; every error that `prove` found.
 */
export async function updateDocument(options: UpdateOptions): Promise<UpdateResult> {
  const [current, next, overlay] = await Promise.all([
    readSource(options.document),
    readSource(options.to),
    options.overlay === undefined ? undefined : readSource(options.overlay),
  ]);
  // Before the overlay: on a stranger it would only tell of targets that are not there.
  if (!options.force) refuseStrangers(parsedDocument(current), parsedDocument(next), next.location);
  const { document: was, warnings } = mendedDocument(current, overlay);
  // Who lives with a document that has references to nothing gets updates of it; others are kept from the first one.
  const isMended = warnings.some(({ code }) => code === 'reference-unresolved');
  const is = isMended ? mendedDocument(next, overlay) : checkedDocument(next, overlay);
  const before = await modelOf(was, options);
  const after = await compareDocument(is, options);
  const diff = diffModels(before, after.model);
  const changesets = [
    ...changesetsOf(before, after.model, diff),
    ...(changesMock(options, after.plan) ? [mockChangesetOf(after.model, diff)] : []),
  ];
  const writeTo = (root: string): void => {
    const within = (path: string): string => join(root, relative(options.root, path));
    const out = within(options.out);
    const paths = [
      within(options.document),
      ...touchedBy(after.plan).map((path) => join(out, path)),
      ...changesets.map(({ path }) => join(root, path)),
    ];
    allOrNothing(paths, () => {
      if (next.text !== current.text) replaceFile(within(options.document), next.text);
      applyPlan(out, after.files, after.plan);
      for (const { path, content } of changesets) replaceFile(join(root, path), content);
    });
  };
  const isSame = next.text === current.text && touchedBy(after.plan).length === 0;
  const proposed = { before, after: after.model, diff, changesets, writeTo };
  const found = isSame ? [] : ((await options.prove?.(proposed)) ?? []);
  throwOnErrors(found);
  if (!options.dryRun) writeTo(options.root);
  return { ...after, diagnostics: [...after.diagnostics, ...found], diff, changesets };
}

/** The mock carries the whole document, so it may change where the three packages do not. */
function changesMock({ folders = {} }: UpdateOptions, plan: WritePlan): boolean {
  const generated = `${folders.mock ?? 'mock'}/src/generated/`;
  return touchedBy(plan).some((path) => path.startsWith(generated));
}
