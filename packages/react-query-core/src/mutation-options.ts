import type { CoreClient, Input, Operation, OperationError } from '@sdkwright/runtime';
import type { UseMutationOptions } from '@tanstack/react-query';
import type { OperationKey } from './query-key.ts';

/** What `mutate` takes: the input, or nothing where none is required. */
export type MutationInput<I> = {} extends I ? I | void : I;

/** What TanStack's `mutationOptions` gives, with variables, data and error types of the operation. */
export type OperationMutationOptions<I, R, E> = UseMutationOptions<R, OperationError<E>, MutationInput<I>> & {
  readonly mutationKey: OperationKey;
  readonly mutationFn: (input: MutationInput<I>) => Promise<R>;
};

/** Makes the options of one mutation: `useMutation(createTaskMutationOptions(client))`. */
export interface MutationOptionsFactory<I, R, E> {
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
  ): OperationMutationOptions<Input<I, Given>, R, E>;
}

type Run = (client: CoreClient, input: object | undefined) => Promise<unknown>;

export function mutationOptionsFactory<I, R, E, Res>(
  operation: Operation<I, R, E, Res>,
  prefix: OperationKey,
): MutationOptionsFactory<I, R, E>;
export function mutationOptionsFactory(run: Run, prefix: OperationKey): object {
  return (client: CoreClient) => ({
    mutationKey: prefix,
    mutationFn: async (input: object | undefined) => await run(client, input),
  });
}
