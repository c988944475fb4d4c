import type { CoreClient } from '@sdkwright/runtime';
import { scopeOf } from './cache-scope.ts';
import { operationKey, type KeyReplacer, type OperationKey } from './query-key.ts';

/** Gives the key of an operation, or with a part of its input that of every entry that has this part. */
export type KeyOf<I = never> = (input?: Partial<I>) => OperationKey;

/** The methods of each group. */
export type KeyGroups = Readonly<Record<string, readonly string[]>>;

/** A method or group called `all` makes room for the key of the whole branch. */
const nameOf = (name: string): string => (name === 'all' ? 'all_' : name);

/** The keys of one scope: `keys.all`, `keys.tasks.all`, `keys.tasks.list({ project_id: 1 })`. */
export function keyFactory<Keys extends object>(
  scope: string,
  groups: KeyGroups,
  replacer?: KeyReplacer,
): Keys;
export function keyFactory(scope: string, groups: KeyGroups, replacer?: KeyReplacer): object {
  const ofGroup = ([group, methods]: [string, readonly string[]]): [string, object] => [
    nameOf(group),
    {
      ...Object.fromEntries(
        methods.map((method) => [
          nameOf(method),
          (input?: object) => operationKey(scope, [group, method, replacer], input),
        ]),
      ),
      all: [scope, group],
    },
  ];
  return { ...Object.fromEntries(Object.entries(groups).map(ofGroup)), all: [scope] };
}

/** `keysOf` of one API: the keys of one client, where a page has several. */
export function keysOfClient<Keys extends object>(
  root: string,
  groups: KeyGroups,
  replacer?: KeyReplacer,
): (client: CoreClient) => Keys {
  return (client) => keyFactory(scopeOf(client, root), groups, replacer);
}
