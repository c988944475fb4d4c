import type { CoreClient } from '@sdkwright/runtime';
import type { QueryClient } from '@tanstack/react-query';

/** The first part of the keys of each client that was used or named. */
const scopes = new WeakMap<CoreClient, string>();
/** How many clients of an API were used, by the API's root. */
const counts: Record<string, number> = {};
const owners = new WeakMap<QueryClient, Record<string, CoreClient>>();

/**
 * The first part of a client's keys: the API's own word for the first client that is used, with a number for the
 * others. On a server each client has the plain word, so that the browser finds what was dehydrated.
 */
export function scopeOf(client: CoreClient, root: string): string {
  let scope = scopes.get(client);
  if (!scope) {
    const count = (counts[root] = (counts[root] ?? 0) + 1);
    scope = count > 1 && globalThis.window ? `${root}#${count}` : root;
    scopes.set(client, scope);
  }
  return scope;
}

/**
 * Remembers whose data a cache holds under a client's scope.
 * @throws Error when it holds another client's: the users of a server must not see each other's data.
 */
export function claim(queryClient: QueryClient, client: CoreClient): void {
  const scope = scopes.get(client) as string;
  const own = owners.get(queryClient) ?? {};
  owners.set(queryClient, own);
  // Who gives two clients one name says that they see the same data.
  if ((own[scope] ??= client) !== client && !/:/.test(scope))
    throw new Error(
      `Two clients of scope '${scope}' share a QueryClient: give each request its own, or call setCacheScope.`,
    );
}

/** Names the scope of a client: `setCacheScope(client, 'user-7')` gives keys that begin with `webwork:user-7`. */
export type SetCacheScope = (client: CoreClient, name: string) => void;

/** `setCacheScope` of one API. */
export function cacheScopeSetter(root: string): SetCacheScope {
  return (client, name) => {
    const scope = `${root}:${name}`;
    if ((scopes.get(client) ?? scope) !== scope)
      throw new Error(
        `setCacheScope: the client has the scope '${scopes.get(client)}' already; name it before its first use.`,
      );
    scopes.set(client, scope);
  };
}
