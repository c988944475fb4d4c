import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { CoreClient } from '@sdkwright/runtime';
import { Component, StrictMode, type ReactNode } from 'react';
import { ViewersProvider } from './viewers-sdk.ts';

interface AppProps {
  readonly client: CoreClient;
  readonly queryClient: QueryClient;
  readonly children: ReactNode;
}

/** What stands around every component of an app, effects run twice. */
export function App({ client, queryClient, children }: AppProps): ReactNode {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ViewersProvider client={client}>{children}</ViewersProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

/** A cache that shows an error at once; retrying is the client's, and has tests of its own. */
export function cacheOfApp(staleTime = 0): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, staleTime } } });
}

/** `App` as a wrapper for `renderHook`. */
export function wrapperOf(
  client: CoreClient,
  queryClient: QueryClient = cacheOfApp(),
): (props: { readonly children: ReactNode }) => ReactNode {
  return ({ children }) => (
    <App client={client} queryClient={queryClient}>
      {children}
    </App>
  );
}

interface BoundaryProps {
  readonly onReset?: () => void;
  readonly children: ReactNode;
}

/** Shows an error as text, and a button that tries again. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const reset = (): void => {
      this.props.onReset?.();
      this.setState({ error: undefined });
    };
    return (
      <button type="button" onClick={reset}>
        {error.message}
      </button>
    );
  }
}
