import type { Operation, SdkModel } from '../model/sdk-model.ts';
import { shapeOfPath } from '../model/sent-path.ts';

export interface MatchedOperations {
  readonly kept: readonly (readonly [before: Operation, after: Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Operations that are the same one in both models: first by the name that callers write, wherever it leads now;
 * then, of what is left, by method and path.
 */
export function matchOperations(before: SdkModel, after: SdkModel): MatchedOperations {
  const byName = pairBy(before.operations, after.operations, ({ name }) => name);
  const byPlace = pairBy(byName.removed, byName.added, placeOf);
  const partners = new Map([...byName.kept, ...byPlace.kept]);
  return {
    kept: before.operations.flatMap((operation) => {
      const partner = partners.get(operation);
      return partner ? [[operation, partner] as const] : [];
    }),
    removed: byPlace.removed,
    added: byPlace.added,
  };
}

function pairBy(
  before: readonly Operation[],
  after: readonly Operation[],
  keyOf: (operation: Operation) => string,
): MatchedOperations {
  const candidates = new Map(after.map((operation) => [keyOf(operation), operation]));
  const kept = before.flatMap((operation) => {
    const partner = candidates.get(keyOf(operation));
    return partner ? [[operation, partner] as const] : [];
  });
  const partners = new Set(kept.map(([, partner]) => partner));
  return {
    kept,
    removed: before.filter((operation) => !candidates.has(keyOf(operation))),
    added: after.filter((operation) => !partners.has(operation)),
  };
}

/** `GET /tasks/{}`: what a parameter is called says nothing about the place. */
export function placeOf({ httpMethod, path }: Operation): string {
  return `${httpMethod} ${shapeOfPath(path)}`;
}
