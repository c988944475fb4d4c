import type { CoreClient, OperationSpec } from '@sdkwright/runtime';

export type Values = Readonly<Record<string, unknown>>;

/** The input as it is sent: with what the client was given. Keys hold it, for it decides what is answered. */
export function filled(client: CoreClient, spec: OperationSpec, input: Values = {}): Values {
  return client.filled?.(spec, input) ?? input;
}
