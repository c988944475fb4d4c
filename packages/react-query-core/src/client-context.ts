import type { CoreClient } from '@sdkwright/runtime';
import { createContext, createElement, useContext, type ReactElement, type ReactNode } from 'react';

/** Gives a client to every hook below it. */
export type ClientProvider = (props: ClientProviderProps) => ReactElement;

export interface ClientProviderProps {
  readonly client: CoreClient;
  readonly children?: ReactNode;
}

/** Where the hooks of one API find their client. Each generated package has one of its own. */
export interface ClientContext {
  readonly Provider: ClientProvider;
  /**
   * The client given in the call, else that of the nearest provider.
   * @throws Error naming the provider that is missing.
   */
  readonly useClient: (client?: CoreClient) => CoreClient;
}

/** `providerName` is what the error message tells people to render. */
export function createClientContext(providerName: string): ClientContext {
  const context = createContext<CoreClient | undefined>(undefined);
  return {
    Provider: ({ client, children }) => createElement(context.Provider, { value: client }, children),
    useClient: (client) => {
      const nearest = useContext(context);
      const found = client ?? nearest;
      if (found) return found;
      throw new Error(
        `No client: render <${providerName} client={…}> above this component, or pass { client } to the hook.`,
      );
    },
  };
}
