import type { CoreClient } from '@sdkwright/runtime';
import { useQueryClient } from '@tanstack/react-query';
import { claim } from './cache-scope.ts';
import { useClient, type ClientContext } from './client-context.ts';

/** An options factory of any operation. The types of its hook have checked the input. */
export type AnyFactory = (...args: never) => object;

/** The arguments of any operation's hook. */
export type AnyHook = (input: unknown, options?: { readonly client?: CoreClient }) => unknown;

/** What all hooks do: find the client, make the operation's options, hand them to a hook of TanStack. */
export function operationHook(
  use: (options: never) => unknown,
  factory: AnyFactory,
  context: ClientContext,
): AnyHook {
  return (input, { client, ...options } = {}) => {
    const found = useClient(context, client);
    const own = (factory as (...args: unknown[]) => object)(found, input);
    claim(useQueryClient(), found);
    return use({ ...options, ...own } as never);
  };
}
