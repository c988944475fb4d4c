import type { OpenApiDocument } from '../read-document.ts';
import { inferApi } from './inference/infer-api.ts';
import type { Behaviour } from './inference/inferred-api.ts';

/** What a stateful mock makes of one operation. */
export interface OperationInference {
  /** The operationId, else method and path. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** `list`, `list-field` and `get` only read; `example` neither reads nor changes anything. */
  readonly kind: Behaviour['kind'];
  /** Path of the list whose items it reads or changes: `/project-viewers`. Undefined for `example`. */
  readonly resource: string | undefined;
  /** The same in words: `list project viewers`. */
  readonly does: string;
}

/** What a stateful mock of the document makes of each of its operations, in the order they are written. */
export function inferOperations(document: OpenApiDocument): OperationInference[] {
  return inferApi(document).operations.map(({ id, method, path, behaviour, does }) => ({
    id,
    method,
    path,
    kind: behaviour.kind,
    resource: behaviour.kind === 'example' ? undefined : behaviour.resource,
    does,
  }));
}

/** The operations as a table for people: method, path, what it does. */
export function operationTable(operations: readonly OperationInference[]): string {
  const width = Math.max(0, ...operations.map(({ path }) => path.length));
  return operations
    .map(({ method, path, does }) => `${method.padEnd(6)} ${path.padEnd(width)}  ${does}`)
    .join('\n');
}
