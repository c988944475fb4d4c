import { section, sections, type BenchCall } from './calls.ts';
import { baseUrl, imports, kebab } from './subjects.ts';

/** A way to call the API from a component: source text, so that all are bundled and checked alike. */
export interface HookSubject {
  readonly name: string;
  /** A module that exports one hook per call: `useHook0`, `useHook1` … */
  readonly module: (calls: readonly BenchCall[]) => string;
}

const isQuery = ({ operation }: BenchCall): boolean => operation.httpMethod === 'GET';

/** `getTasks` gives `useGetTasks`, with what a generator puts behind it. */
const hookName = ({ operation }: BenchCall, suffix = ''): string => `use${operation.typeName}${suffix}`;

/** A query gives its data, a mutation is called with its input. */
function hooks(
  calls: readonly BenchCall[],
  query: (call: BenchCall) => string,
  mutation: (call: BenchCall) => readonly [hook: string, input: string],
): string {
  return calls
    .map((call, index) => {
      if (isQuery(call)) return `export const useHook${index} = () => ${query(call)}.data;\n`;
      const [hook, input] = mutation(call);
      return `export const useHook${index} = () => ${hook}.mutate(${input});\n`;
    })
    .join('');
}

/** What orval and kubb take: fields of the path one by one, then the query; for a mutation all by name. */
function positional(call: BenchCall): string {
  const path = pathFields(call).map((name) => JSON.stringify(call.input[name]));
  return [...path, section(call, 'query')].filter((text) => text !== undefined).join(', ');
}

function named(call: BenchCall): string {
  const path = pathFields(call).map((name) => `${name}: ${JSON.stringify(call.input[name])}`);
  const [body, query] = [section(call, 'body'), section(call, 'query')];
  const rest = [body === undefined ? [] : [`data: ${body}`], query === undefined ? [] : [`params: ${query}`]];
  return `{ ${[...path, ...rest.flat()].join(', ')} }`;
}

const pathFields = ({ operation }: BenchCall): string[] =>
  operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

/** One module per hook, as kubb writes them. */
const hookImports = (calls: readonly BenchCall[], folder: string): string =>
  calls.map((call) => `import { ${hookName(call)} } from '${folder}/${hookName(call)}.ts';\n`).join('');

export const hookSubjects: readonly HookSubject[] = [
  {
    name: 'webwork-sdk',
    module: (calls) =>
      [
        `import { api, createClient } from '@webwork-sdk/client/runtime';\n`,
        imports(
          calls,
          ({ operation }) => `@webwork-sdk/react-query/${kebab(operation.group)}`,
          (call) => hookName(call, isQuery(call) ? 'Query' : 'Mutation'),
        ),
        `const client = createClient(api, { token: 't' });\n`,
        hooks(
          calls,
          (call) => `${hookName(call, 'Query')}(${JSON.stringify(call.input)}, { client })`,
          (call) => [`${hookName(call, 'Mutation')}({ client })`, JSON.stringify(call.input)],
        ),
      ].join(''),
  },
  {
    name: 'openapi-react-query',
    module: (calls) =>
      [
        `import createFetchClient from 'openapi-fetch';\nimport createClient from 'openapi-react-query';\n`,
        `import type { paths } from '@webwork-sdk/types/openapi';\n`,
        `const api = createClient(createFetchClient<paths>({ baseUrl: '${baseUrl}', headers: { authorization: 'Bearer t' } }));\n`,
        hooks(
          calls,
          (call) => `api.useQuery('get', '${call.operation.path}', ${requestInit(call)})`,
          (call) => [
            `api.useMutation('${call.operation.httpMethod.toLowerCase()}', '${call.operation.path}')`,
            requestInit(call),
          ],
        ),
      ].join(''),
  },
  {
    name: 'hey-api',
    module: (calls) =>
      [
        `import { useMutation, useQuery } from '@tanstack/react-query';\nimport { client } from './hooks-hey-api/client.gen';\n`,
        imports(
          calls,
          () => './hooks-hey-api/@tanstack/react-query.gen',
          (call) => `${call.operation.name}${isQuery(call) ? 'Options' : 'Mutation'}`,
        ),
        `client.setConfig({ baseUrl: '${baseUrl}', auth: 't' });\n`,
        hooks(
          calls,
          (call) => `useQuery(${call.operation.name}Options(${sections(call, ['path', 'query', 'body'])}))`,
          (call) => [
            `useMutation(${call.operation.name}Mutation())`,
            sections(call, ['path', 'query', 'body']),
          ],
        ),
      ].join(''),
  },
  {
    name: 'orval',
    module: (calls) =>
      imports(
        calls,
        () => './hooks-orval/client',
        (call) => hookName(call),
      ) +
      hooks(
        calls,
        (call) => `${hookName(call)}(${positional(call)})`,
        (call) => [`${hookName(call)}()`, named(call)],
      ),
  },
  {
    name: 'kubb',
    module: (calls) =>
      [
        `import { setConfig } from '@kubb/plugin-client/clients/fetch';\n`,
        hookImports(calls, './hooks-kubb/hooks'),
        `setConfig({ baseURL: '${baseUrl}', headers: { authorization: 'Bearer t' } });\n`,
        hooks(
          calls,
          (call) => `${hookName(call)}(${positional(call)})`,
          (call) => [`${hookName(call)}()`, named(call)],
        ),
      ].join(''),
  },
  { name: 'hand-written TanStack', module: handWritten },
];

function requestInit(call: BenchCall): string {
  const body = section(call, 'body');
  return `{ params: ${sections(call, ['path', 'query'])}${body === undefined ? '' : `, body: ${body}`} }`;
}

/** What a careful person writes without a generator: a request that checks the status, and a key per query. */
function handWritten(calls: readonly BenchCall[]): string {
  const types = calls.map(({ operation: { group, typeName } }) => {
    return `import type { ${typeName}Input, ${typeName}Result } from '@webwork-sdk/types/${kebab(group)}';\n`;
  });
  return [
    `import { useMutation, useQuery } from '@tanstack/react-query';\n`,
    ...types,
    `async function request<T>(method: string, path: string, init: RequestInit): Promise<T> {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
  const response = await fetch('${baseUrl}' + path, { ...init, method, headers });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()).data;
}\n`,
    hooks(calls, handWrittenQuery, (call) => [handWrittenMutation(call), JSON.stringify(call.input)]),
  ].join('');
}

function handWrittenQuery({ operation, input }: BenchCall): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(input[name]));
  const query = operation.input.fields
    .filter((field) => field.in === 'query' && Object.hasOwn(input, field.name))
    .map(({ name }) => `${name}=${encodeURIComponent(String(input[name]))}`);
  const url = [path, ...(query.length === 0 ? [] : [query.join('&')])].join('?');
  return `useQuery({ queryKey: ['${operation.path}', ${JSON.stringify(input)}], queryFn: ({ signal }) => request<${operation.typeName}Result>('GET', '${url}', { signal }) })`;
}

function handWrittenMutation(call: BenchCall): string {
  const { httpMethod, path, typeName } = call.operation;
  const names = pathFields(call).map((name) => `${name}, `);
  const url = path.replaceAll(/\{(\w+)\}/g, '${$1}');
  return `useMutation({ mutationFn: ({ ${names.join('')}...body }: ${typeName}Input) => request<${typeName}Result>('${httpMethod}', \`${url}\`, { body: JSON.stringify(body) }) })`;
}
