import type { CoreClient, Input, OperationError, OperationSpec } from '@sdkwright/runtime';
import type { MutationFunctionContext, UseMutationOptions } from '@tanstack/react-query';
import { applyCacheEffects, type CacheEffect } from './cache-effects.ts';
import { effectsOf } from './client-cache-effects.ts';
import { claim, scopeOf } from './cache-scope.ts';
import { filled, type Values } from './filled-input.ts';
import type { Optimistic } from './optimistic.ts';
import { operationKey, type OperationKey, type OperationPath } from './query-key.ts';

/** What `mutate` takes: the input, or nothing where none is required. */
export type MutationInput<I> = {} extends I ? I | void : I;

/** What TanStack's `mutationOptions` gives, with variables, data and error types of the operation. */
export type OperationMutationOptions<I, R, E> = UseMutationOptions<R, OperationError<E>, MutationInput<I>> & {
  readonly mutationKey: OperationKey;
  readonly mutationFn: (input: MutationInput<I>, context?: MutationFunctionContext) => Promise<R>;
};

/** What may be said of a mutation's cache effects. */
export interface CacheEffectOptions {
  /**
   * False: the cache is left alone. True: the document's effects, whatever the client has. A list: these on top of the
   * client's. Default: what `setCacheEffects` said of the client, else the document's.
   */
  readonly cacheEffects?: boolean | readonly CacheEffect[] | undefined;
  /** The package's `optimistic`: shows the mutation before the server has answered. Default: it is not shown. */
  readonly optimistic?: Optimistic | undefined;
}

/** Makes the options of one mutation: `useMutation(createTaskMutationOptions(client))`. */
export interface MutationOptionsFactory<I, R, E> {
  <Given extends PropertyKey = never>(
    client: CoreClient<Given>,
    options?: CacheEffectOptions,
  ): OperationMutationOptions<Input<I, Given>, R, E>;
}

/**
 * The effects are part of the mutation: it is pending until they are done, and `onSuccess` of the caller finds
 * the cache up to date. Without a QueryClient (a direct call of `mutationFn`) there is no cache to care for.
 */
export function mutationOptionsFactory<I, R, E>(
  spec: OperationSpec,
  root: string,
  path: OperationPath,
  effects?: readonly CacheEffect[],
): MutationOptionsFactory<I, R, E>;
export function mutationOptionsFactory(
  spec: OperationSpec,
  root: string,
  path: OperationPath,
  effects: readonly CacheEffect[] = [],
): object {
  return (client: CoreClient, { cacheEffects = [], optimistic }: CacheEffectOptions = {}) => {
    const scope = scopeOf(client, root);
    return {
      mutationKey: operationKey(scope, path),
      mutationFn: async (input?: Values, context?: MutationFunctionContext) => {
        if (context) claim(context.client, client);
        const values = filled(client, spec, input);
        const send = (): Promise<unknown> => client.call(spec, input);
        const answer = await (context && optimistic
          ? optimistic(context.client, scope, path, values, send)
          : send());
        if (context && cacheEffects) {
          const all =
            cacheEffects === true ? effects : [...effectsOf(client, spec.id, effects), ...cacheEffects];
          await applyCacheEffects(context.client, scope, all, values, answer, path);
        }
        return answer;
      },
    };
  };
}
