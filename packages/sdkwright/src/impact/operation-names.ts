import { nameQueries } from '../emit/react-query/hook-names.ts';
import { isQuery } from '../model/cache-effects.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import type { Site } from './site.ts';

/** How code gets at an operation: each way has names of its own. */
export type Style = 'method' | 'function' | 'hook' | 'key' | 'type';

/** The operation that a site is about, and how it gets at it. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly style: Style;
}

/** Tells of a site which operation of the model it names; undefined where it names none. */
export function operationNames(model: SdkModel): (site: Site) => NamedOperation | undefined {
  const names = new Map<string, NamedOperation>();
  const namesOf = nameQueries(model);
  for (const operation of model.operations) {
    const { name, typeName, method } = operation;
    const group = model.groups.find((candidate) => candidate.name === operation.group)?.typeName ?? '';
    const add = (style: Style, from: Site['package'], owner: string, ...path: readonly string[]): void =>
      void names.set([from, owner, ...path].join(' '), { operation, style });
    add('method', 'client', `${group}Api`, method);
    add('function', 'client', name);
    add('key', 'react-query', `${group}Keys`, method === 'all' ? 'all_' : method);
    const hooks = isQuery(operation)
      ? Object.values(namesOf(operation))
      : [`${name}MutationOptions`, `use${typeName}Mutation`];
    for (const hook of hooks) add('hook', 'react-query', hook);
    for (const suffix of typeSuffixes) add('type', 'types', typeName + suffix);
  }
  return ({ package: from, owner, path }) => names.get([from, owner, ...path].join(' '));
}

/** The types that each operation has. */
const typeSuffixes = ['Input', 'Result', 'Response', 'Event', 'Error'];
