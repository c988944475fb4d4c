import type { SdkModel } from '../model/sdk-model.ts';
import { bumpsOf } from './bumps.ts';
import { changeOf } from './catalogue.ts';
import type { Bumps, Change } from './change.ts';
import { diffApi } from './diff-api.ts';
import { diffNotifications } from './diff-notifications.ts';
import { diffOperations } from './diff-operations.ts';
import { comparisonOf, diffSchemas } from './diff-schemas.ts';

/** What a consumer will notice between two releases, and the version that each package has to have. Plain JSON. */
export interface ModelDiff {
  readonly changes: readonly Change[];
  readonly bumps: Bumps;
}

/** Compares two models of one API. Pure; the order of the changes is that of the document. */
export function diffModels(before: SdkModel, after: SdkModel): ModelDiff {
  const comparison = comparisonOf(before, after);
  const told = unique([
    ...diffApi(comparison),
    ...diffOperations(comparison),
    ...diffNotifications(comparison),
    ...diffSchemas(comparison),
  ]);
  const isUntold = told.length === 0 && before.api.hash !== after.api.hash;
  const changes = isUntold ? [changeOf('document-changed', { calls: [], pointers: {} })] : told;
  return { changes, bumps: bumpsOf(changes) };
}

/** What is used in both directions has its prose told once. */
function unique(changes: readonly Change[]): Change[] {
  const keyOf = ({ kind, operation, schema, field, pointers, before, after }: Change): string =>
    JSON.stringify([kind, operation, schema, field, pointers, before, after]);
  return [...new Map(changes.toReversed().map((change) => [keyOf(change), change])).values()].toReversed();
}
