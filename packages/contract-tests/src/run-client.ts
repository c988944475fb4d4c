import type { ContractCall, OperationCase } from './contract-case.ts';

/** One call through the client package. */
export async function runClient<Client>(
  definition: OperationCase<Client>,
  call: ContractCall,
  client: Client,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  return await definition.client(client, call.input as never, { headers });
}
