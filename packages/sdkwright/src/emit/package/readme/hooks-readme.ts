import { isQuery } from '../../../model/cache-effects.ts';
import type { Operation, SdkModel } from '../../../model/sdk-model.ts';
import { stringLiteral } from '../../literal.ts';
import { nameQueries } from '../../react-query/hook-names.ts';
import {
  callable,
  clientOptions,
  fenced,
  groupEntry,
  member,
  objectText,
  sampleInput,
  shownOperations,
} from './shown-operations.ts';

/** What users of the hooks must know beside TanStack Query: names, the provider, pages, mutations, keys. */
export function hooksReadme(model: SdkModel): string[] {
  const operations = shownOperations(model);
  const query = callable(model, operations.filter(isQuery));
  const mutation = operations.find((operation) => !isQuery(operation));
  const paginated = callable(
    model,
    operations.filter((operation) => isQuery(operation) && operation.pagination),
  );
  return [
    ...(query ? [page(model, query)] : []),
    ...(operations.length > 0 ? [`## Names\n\n${names(model, query, paginated, mutation)}`] : []),
    ...(paginated ? [`## A list that grows\n\n${growing(model, paginated)}`] : []),
    ...(mutation ? [`## A mutation, and the cache after it\n\n${changing(model, mutation)}`] : []),
    ...(query ? [`## Keys, loaders and servers\n\n${keys(model, query)}`] : []),
  ];
}

function page(model: SdkModel, query: Operation): string {
  const { name, scope } = model.api;
  const { hook } = nameQueries(model)(query);
  const code = `import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ${name} } from '${scope}/client';
import { ${name}Provider, ${hook} } from '${scope}/react-query';

const client = new ${name}(${objectText(clientOptions(model))});
const queryClient = new QueryClient();

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <${name}Provider client={client}>
        <Example />
      </${name}Provider>
    </QueryClientProvider>
  );
}

function Example() {
  const { data, error } = ${hook}(${sampleInput(model, query)});
  return error ? <p>{error.message}</p> : <pre>{JSON.stringify(data)}</pre>;
}
`;
  return `${fenced('tsx', code)}

Make the client once, outside of components: its cache entries are its own. \`{ client }\` in a hook's options names another. A hook takes the input first and what TanStack's own hook takes second; data, errors and the result of \`select\` have the operation's types, and TanStack's \`skipToken\` in the place of the input keeps a query from running.`;
}

function names(model: SdkModel, query?: Operation, paginated?: Operation, mutation?: Operation): string {
  const namesOf = nameQueries(model);
  const rows = [
    ...(query ? queryRows(namesOf(query), query) : []),
    ...(paginated ? pagesRows(namesOf(paginated), paginated) : []),
    ...(mutation
      ? [
          `| any other, \`${mutation.name}\` | \`${mutation.name}MutationOptions\` | \`use${mutation.typeName}Mutation\` |`,
        ]
      : []),
  ];
  return `TanStack's own names, with the operation's name before \`Query\` or \`Mutation\`:\n\n| operation | options | hooks |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

type QueryNames = ReturnType<ReturnType<typeof nameQueries>>;

function queryRows({ options, hook, suspenseHook }: QueryNames, { name }: Operation): string[] {
  return [`| a query, \`${name}\` | \`${options}\` | \`${hook}\`, \`${suspenseHook}\` |`];
}

function pagesRows(
  { infiniteOptions, infiniteHook, suspenseInfiniteHook }: QueryNames,
  { name }: Operation,
): string[] {
  return [
    `| one with pages, \`${name}\` | \`${infiniteOptions}\` | \`${infiniteHook}\`, \`${suspenseInfiniteHook}\` |`,
  ];
}

function growing(model: SdkModel, paginated: Operation): string {
  const { infiniteHook, infiniteOptions } = nameQueries(model)(paginated);
  const input = sampleInput(model, paginated) || '{}';
  const code = `import { ${infiniteOptions}, ${infiniteHook} } from '${groupEntry(model, 'react-query', paginated)}';

export function List() {
  const { data, hasNextPage, fetchNextPage } = ${infiniteHook}(${input}, {
    select: ${infiniteOptions}.items,
  });
  return (
    <>
      <pre>{JSON.stringify(data)}</pre>
      <button disabled={!hasNextPage} onClick={() => fetchNextPage()}>
        More
      </button>
    </>
  );
}
`;
  return `The next page, the previous one and the end are computed. A page in \`data.pages\` is a whole body; \`.items\` of the options makes one list of all.\n\n${fenced('tsx', code)}`;
}

function changing(model: SdkModel, mutation: Operation): string {
  const { scope } = model.api;
  const hook = `use${mutation.typeName}Mutation`;
  const code = `import { ${hook} } from '${scope}/react-query';
import type { ${mutation.typeName}Input } from '${scope}/types';

export function Action({ input }: { input: ${mutation.typeName}Input }) {
  const action = ${hook}({ onError: (error) => console.log(error.message) });
  return (
    <button disabled={action.isPending} onClick={() => action.mutate(input)}>
      Go
    </button>
  );
}
`;
  const effects = model.operations.some(({ cacheEffects }) => cacheEffects.length > 0)
    ? `\n\nA mutation that succeeds brings the cache up to date before it settles: lists go stale, an answer that is the whole item fills its detail query, the entry of a deleted item is dropped. What does what is computed from the document; \`why(${stringLiteral(mutation.id)})\` tells it with the reasons. \`{ cacheEffects: false }\` in a hook's options leaves the cache alone, \`setCacheEffects\` says it for a client.`
    : '';
  return fenced('tsx', code) + effects;
}

function keys(model: SdkModel, query: Operation): string {
  const { name, scope } = model.api;
  const { options } = nameQueries(model)(query);
  const input = sampleInput(model, query);
  const code = `import { QueryClient } from '@tanstack/react-query';
import { ${name} } from '${scope}/client';
import { keys, ${options} } from '${scope}/react-query';

const client = new ${name}(${objectText(clientOptions(model))});
const queryClient = new QueryClient();
await queryClient.query(${options}(client${input === '' ? '' : `, ${input}`}));
await queryClient.invalidateQueries({ queryKey: keys${member(query.group)}.all });
`;
  return `The options need no component: loaders, prefetching and tests use them. \`keys\` spells the keys of everything, of a group, of an operation, of one input. On a server each request needs a \`QueryClient\` of its own.\n\n${fenced('tsx', code)}`;
}
