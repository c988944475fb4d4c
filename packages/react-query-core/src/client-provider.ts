'use client';

import type { CoreClient } from '@sdkwright/runtime';
import { createElement, type ReactElement, type ReactNode } from 'react';
import type { ClientContext } from './client-context.ts';

/** Gives a client to every hook below it. */
export type ClientProvider<Client = CoreClient> = (props: ClientProviderProps<Client>) => ReactElement;

export interface ClientProviderProps<Client = CoreClient> {
  readonly client: Client;
  readonly children?: ReactNode;
}

export function clientProvider<Client extends CoreClient<never>>(
  context: ClientContext,
): ClientProvider<Client> {
  return ({ client, children }) => createElement(context.Provider, { value: client }, children);
}
