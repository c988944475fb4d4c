import {
  MutationObserver,
  QueryClient,
  type MutationObserverOptions,
  type QueryExecuteOptions,
} from '@tanstack/react-query';
import type { ContractCall, OperationCase } from './contract-case.ts';

/** One call through the react-query package and a query client of its own, tried once. */
export async function runReactQuery<Client>(
  definition: OperationCase<Client>,
  call: ContractCall,
  client: Client,
): Promise<unknown> {
  const queryClient = new QueryClient();
  try {
    if (definition.kind === 'query') {
      const options = definition.reactQuery(client, call.input as never) as QueryExecuteOptions;
      return await queryClient.query({ ...options, retry: false });
    }
    const options = definition.reactQuery(client, call.input as never) as MutationObserverOptions<
      unknown,
      Error,
      never
    >;
    const observer = new MutationObserver(queryClient, { ...options, retry: false });
    return await observer.mutate(call.input as never);
  } finally {
    queryClient.clear();
  }
}
