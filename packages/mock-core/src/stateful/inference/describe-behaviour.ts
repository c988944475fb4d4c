import type { Behaviour, ListBehaviour, Resource } from './inferred-api.ts';
import { pagingParameters } from './list-behaviour.ts';
import { isSameName } from './words.ts';

/** What an operation does, in words: `list project viewers by email, in pages, within workspace_id`. */
export function describeBehaviour(behaviour: Behaviour, resources: readonly Resource[]): string {
  if (behaviour.kind === 'example') return 'as documented example';
  const resource = resources.find(({ path }) => path === behaviour.resource);
  const one = resource?.singular ?? behaviour.resource;
  switch (behaviour.kind) {
    case 'list':
      return describeList(behaviour, resource);
    case 'list-field':
      return `list ${behaviour.field} of ${one}`;
    case 'add':
      return `add to ${behaviour.field} of ${one} by ${behaviour.input}`;
    case 'take':
      return `take from ${behaviour.field} of ${one} by ${behaviour.input}`;
    case 'set':
      return `set ${[...describeValues(behaviour.values), ...behaviour.sent.map(({ field }) => field)].join(', ')} of ${one}`;
    case 'get':
    case 'create':
    case 'update':
    case 'remove':
    case 'archive':
    case 'restore':
      return `${behaviour.kind} ${one}`;
  }
}

function describeList({ filters, ignored, paging }: ListBehaviour, resource: Resource | undefined): string {
  const by = filters.map(({ parameter, field, match }) => {
    const compared = isSameName(parameter, field) ? parameter : `${parameter} (${field})`;
    return match === 'equals' ? compared : `${compared} ${match === 'contains' ? 'in part' : match}`;
  });
  const pages = pagingParameters(paging);
  const scope = resource?.scope.map(({ name }) => name) ?? [];
  return [
    `list ${resource?.plural ?? ''}`,
    ...(scope.length > 0 ? [`within ${scope.join(', ')}`] : []),
    ...(by.length > 0 ? [`by ${by.join(', ')}`] : []),
    ...(pages.length > 0 ? [`paged with ${pages.join(', ')}`] : []),
    ...(ignored.length > 0 ? [`ignoring ${ignored.join(', ')}`] : []),
  ].join('; ');
}

function describeValues(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([field, value]) => `${field} = ${JSON.stringify(value)}`);
}
