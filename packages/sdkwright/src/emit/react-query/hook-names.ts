import { isQuery } from '../../model/cache-effects.ts';
import type { Operation, SdkModel } from '../../model/sdk-model.ts';

/** What the options and hooks of one query are called. */
export interface QueryNames {
  readonly options: string;
  readonly hook: string;
  readonly suspenseHook: string;
  readonly infiniteOptions: string;
  readonly infiniteHook: string;
  readonly suspenseInfiniteHook: string;
}

/**
 * TanStack's own names with the operation's in front of Query: `useInfiniteQuery` gives `useGetTasksInfiniteQuery`.
 * An operation called `getTasksInfinite` has that name for its plain hook; the infinite hook of `getTasks` then ends
 * with a `_`.
 */
export function nameQueries(model: SdkModel): (operation: Operation) => QueryNames {
  const queries = model.operations.filter(isQuery);
  const taken = new Set(
    queries.flatMap((query) => [`${query.name}QueryOptions`, `use${query.typeName}Query`]),
  );
  const free = (name: string): string => {
    if (taken.has(name)) return free(`${name}_`);
    taken.add(name);
    return name;
  };
  const names = new Map(
    queries.map(({ id, name, typeName }) => [
      id,
      {
        options: `${name}QueryOptions`,
        hook: `use${typeName}Query`,
        suspenseHook: free(`use${typeName}SuspenseQuery`),
        infiniteOptions: free(`${name}InfiniteQueryOptions`),
        infiniteHook: free(`use${typeName}InfiniteQuery`),
        suspenseInfiniteHook: free(`use${typeName}SuspenseInfiniteQuery`),
      },
    ]),
  );
  return ({ id }) => {
    const found = names.get(id);
    if (!found) throw new Error(`${id} is no query of this model.`);
    return found;
  };
}
