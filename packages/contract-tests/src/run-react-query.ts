import {
  MutationObserver,
  QueryClient,
  type MutationObserverOptions,
  type QueryExecuteOptions,
} from '@tanstack/react-query';

/** The part of TanStack's query options that all of them have in common, whatever their keys and errors. */
export interface QueryOptions {
  readonly queryKey: readonly unknown[];
  readonly queryFn?: ((context: never) => unknown) | symbol | undefined;
}

/** The same of TanStack's mutation options. */
export interface MutationOptions<Input> {
  readonly mutationFn?: ((input: Input, context: never) => Promise<unknown>) | undefined;
}

/** Runs a query once, in a query client of its own. */
export function runQuery(options: QueryOptions): Promise<unknown> {
  return withQueryClient((queryClient) =>
    queryClient.query({ ...(options as QueryExecuteOptions), retry: false }),
  );
}

/** Runs a mutation once, in a query client of its own. */
export function runMutation<Input>(options: MutationOptions<Input>, input: Input): Promise<unknown> {
  return withQueryClient((queryClient) => {
    const whole = options as MutationObserverOptions<unknown, Error, Input>;
    return new MutationObserver(queryClient, { ...whole, retry: false }).mutate(input);
  });
}

async function withQueryClient(run: (queryClient: QueryClient) => Promise<unknown>): Promise<unknown> {
  const queryClient = new QueryClient();
  try {
    return await run(queryClient);
  } finally {
    queryClient.clear();
  }
}
