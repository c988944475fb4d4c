import type { NamedSchema, Operation, SdkModel } from '../model/sdk-model.ts';
import type { ChangeKind } from './catalogue.ts';
import type { Change, Package } from './change.ts';
import { matchOperations } from './match-operations.ts';
import { matchSchemas } from './match-schemas.ts';
import type { Side } from './snippet-inputs.ts';
import { snippetOf } from './snippets.ts';

export interface Partners {
  readonly before: SdkModel;
  readonly after: SdkModel;
}

/** Examples of one change, each for the side it compiles on. */
export interface Snippets {
  readonly before?: string;
  readonly after?: string;
}

/** After these there is more to write; what was there before says nothing of it. */
const newKinds: ReadonlySet<ChangeKind> = new Set([
  'operation-added',
  'schema-added',
  'enum-constant-added',
  'client-input-added',
  'oauth-endpoint-added',
  'named-server-added',
  'server-variable-added',
  'server-variable-value-added',
  'input-added',
  'response-field-added',
  'result-added',
  'error-added',
  'error-body-added',
  'events-added',
  'pagination-added',
]);

/** What a consumer of a package wrote, and writes now; a side that does not have the thing has no example. */
export function snippetsOf(partners: Partners, change: Change, name: Package): Snippets {
  const snippet = (side: Side): string | undefined => {
    const operation = operationOn(partners, change, side);
    const schema = operation ? undefined : schemaOn(partners, change, side);
    return snippetOf({ model: partners[side], change, side, name, operation, schema });
  };
  const before = newKinds.has(change.kind) ? undefined : snippet('before');
  const after = snippet('after');
  // Where the code stays as it is, once is enough.
  return {
    ...(before === undefined || before === after ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function operationOn({ before, after }: Partners, { operation }: Change, side: Side): Operation | undefined {
  if (operation === undefined) return undefined;
  const { kept, removed, added } = matchOperations(before, after);
  const pair = kept.find(([was]) => was.id === operation);
  if (pair) return side === 'before' ? pair[0] : pair[1];
  return (side === 'before' ? removed : added).find(({ id }) => id === operation);
}

function schemaOn({ before, after }: Partners, { schema }: Change, side: Side): NamedSchema | undefined {
  if (schema === undefined) return undefined;
  const model = side === 'before' ? before : after;
  const isKept = before.schemas.some(({ name }) => name === schema);
  const name = side === 'after' && isKept ? matchSchemas(before, after).get(schema) : schema;
  return model.schemas.find((candidate) => candidate.name === name);
}
