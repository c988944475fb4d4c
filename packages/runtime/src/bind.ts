import type { AnyCall } from './call.ts';
import type { Client } from './client.ts';
import type { OperationSpec } from './descriptor.ts';
import type { CallOptions } from './options.ts';
import type { Values } from './request.ts';

/** A group of methods: operations that have their client. What types they have is for the caller to say. */
export function bind<Group extends object>(
  client: Client,
  specs: Readonly<Record<keyof Group, OperationSpec>>,
): Group;
export function bind(client: Client, specs: Readonly<Record<string, OperationSpec>>): object {
  const methods = Object.entries(specs).map(([name, spec]) => [
    name,
    (input?: Values, options?: CallOptions): AnyCall => client.call(spec, input, options),
  ]);
  return Object.fromEntries(methods) as object;
}
