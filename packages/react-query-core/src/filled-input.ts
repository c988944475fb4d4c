import type { CallOptions, CoreClient, OperationSpec } from '@sdkwright/runtime';

export type Values = Readonly<Record<string, unknown>>;

/** An operation as the factories run it, its types already checked where it is generated. */
export interface Run {
  (client: CoreClient, input?: Values, options?: CallOptions): Promise<unknown>;
  readonly spec: OperationSpec;
}

/** The input as it is sent: with what the client was given. Keys hold it, for it decides what is answered. */
export function filled(client: CoreClient, { spec }: Pick<Run, 'spec'>, input: Values = {}): Values {
  return client.filled?.(spec, input) ?? input;
}
