import { isQuery, schemaNames } from './cache-effects.ts';
import type { Operation } from './sdk-model.ts';
import { sentPath } from './sent-path.ts';

/** The queries of a document, with what each mutation asks of all of them. */
export interface Queries {
  readonly all: readonly Query[];
  /** By path; the first where there are several. */
  readonly at: ReadonlyMap<string, Operation>;
}

export interface Query {
  readonly operation: Operation;
  /** The named schemas that its result is, or is a list of. */
  readonly schemas: readonly string[];
}

export function queriesOf(operations: readonly Operation[]): Queries {
  const queries = operations.filter(isQuery);
  return {
    all: queries.map((operation) => ({ operation, schemas: schemaNames(operation.success.result) })),
    at: new Map(queries.toReversed().map((operation) => [sentPath(operation), operation])),
  };
}
