'use client';

import type { CoreClient } from '@sdkwright/runtime';
import { createContext, useContext, type Context } from 'react';

/** Where the hooks of one API find their client, or else the name of the provider that is missing. */
export type ClientContext = Context<CoreClient | string>;

/** `providerName` is what the error message tells people to render. Each generated package has a context of its own. */
export function createClientContext(providerName: string): ClientContext {
  return createContext<CoreClient | string>(providerName);
}

/**
 * The client given in the call, else that of the nearest provider.
 * @throws Error naming the provider that is missing.
 */
export function useClient(context: ClientContext, client?: CoreClient): CoreClient {
  const nearest = useContext(context);
  const found = client ?? nearest;
  if (typeof found === 'string')
    throw new Error(`No client: render <${found} client={client}>, or pass { client }.`);
  return found;
}

/** The hook that gives the nearest provider's client. */
export function clientHook<Registered extends CoreClient>(context: ClientContext): () => Registered;
export function clientHook(context: ClientContext): () => CoreClient {
  return () => useClient(context);
}
