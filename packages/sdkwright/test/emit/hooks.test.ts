import { expect, test } from 'vitest';
import { formatFiles } from '../../src/emit/format.ts';
import { emitReactQuery } from '../../src/emit/react-query/emit-react-query.ts';
import { json, modelOf, openapi } from '../documents.ts';

test('options and hooks of a group', async () => {
  const document = openapi({
    paths: {
      '/tasks': {
        get: {
          operationId: 'getTasks',
          tags: ['Tasks'],
          responses: { 200: json({ type: 'array', items: {} }) },
        },
        post: { operationId: 'createTask', tags: ['Tasks'], responses: { 204: { description: 'OK' } } },
      },
    },
  });
  const files = await formatFiles(emitReactQuery(await modelOf(document)));
  expect(files.map(({ path }) => path)).toEqual([
    'react-query/src/generated/groups/tasks.ts',
    'react-query/src/generated/cache-effects.ts',
    'react-query/src/generated/CACHE-EFFECTS.md',
    'react-query/src/generated/client-context.ts',
    'react-query/src/generated/keys.ts',
    'react-query/src/generated/index.ts',
  ]);
  expect(files[0]?.content.split('\n').slice(3).join('\n')).toBe(`import {
  mutationHook,
  mutationOptionsFactory,
  queryHook,
  queryOptionsFactory,
  suspenseQueryHook,
  type MutationHook,
  type MutationOptionsFactory,
  type QueryHook,
  type QueryOptionsFactory,
  type SuspenseQueryHook,
} from '@sdkwright/react-query';
import * as $descriptors from '@acme/client/descriptors/tasks';
import type {
  CreateTaskError,
  CreateTaskInput,
  CreateTaskResult,
  GetTasksError,
  GetTasksInput,
  GetTasksResult,
} from '@acme/types/tasks';
import { clientContext, type Given } from '../client-context.ts';

/**
 * Query options of \`getTasks\`, for \`useQuery\`, \`queryClient.query\` and the like.
 *
 * \`GET /tasks\`
 */
export const getTasksQueryOptions: QueryOptionsFactory<GetTasksInput, GetTasksResult, GetTasksError> =
  /* @__PURE__ */ queryOptionsFactory($descriptors.getTasks, 'acme', ['tasks', 'list']);

/** \`GET /tasks\` */
export const useGetTasksQuery: QueryHook<GetTasksInput, GetTasksResult, GetTasksError, Given> =
  /* @__PURE__ */ queryHook(getTasksQueryOptions, clientContext);

/** \`GET /tasks\` */
export const useGetTasksSuspenseQuery: SuspenseQueryHook<
  GetTasksInput,
  GetTasksResult,
  GetTasksError,
  Given
> = /* @__PURE__ */ suspenseQueryHook(getTasksQueryOptions, clientContext);

/**
 * Mutation options of \`createTask\`, for \`useMutation\`.
 *
 * \`POST /tasks\`
 */
export const createTaskMutationOptions: MutationOptionsFactory<
  CreateTaskInput,
  CreateTaskResult,
  CreateTaskError
> = /* @__PURE__ */ mutationOptionsFactory(
  $descriptors.createTask,
  'acme',
  ['tasks', 'create'],
  [['tasks', 'list', []]],
);

/** \`POST /tasks\` */
export const useCreateTaskMutation: MutationHook<CreateTaskInput, CreateTaskResult, CreateTaskError, Given> =
  /* @__PURE__ */ mutationHook(createTaskMutationOptions, clientContext);
`);
});

/** A list in pages, as the overlay tells it. */
function listOf(operationId: string): object {
  return {
    operationId,
    tags: ['Tasks'],
    'x-sdk': { pagination: { page: 'page', items: '/tasks' } },
    parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
    responses: {
      200: json({ type: 'object', properties: { tasks: { type: 'array', items: { type: 'integer' } } } }),
    },
  };
}

test('a list in pages has infinite options and hooks too', async () => {
  const document = openapi({ paths: { '/tasks': { get: listOf('getTasks') } } });
  const [hooks] = await formatFiles(emitReactQuery(await modelOf(document)));
  const content = hooks?.content ?? '';
  expect(content.slice(content.indexOf('/**\n * Infinite'))).toBe(`/**
 * Infinite query options of \`getTasks\`, for \`useInfiniteQuery\`, \`queryClient.infiniteQuery\` and the
 * like. Each page is a whole body; \`.items(data)\` gives the items of all.
 *
 * \`GET /tasks\`
 */
export const getTasksInfiniteQueryOptions: InfiniteQueryOptionsFactory<
  GetTasksInput,
  GetTasksResponse,
  GetTasksError,
  NonNullable<GetTasksResponse['tasks']>[number]
> = /* @__PURE__ */ infiniteQueryOptionsFactory($descriptors.getTasks, $orders.order1, 'acme', [
  'tasks',
  'list',
]);

/** \`GET /tasks\` */
export const useGetTasksInfiniteQuery: InfiniteQueryHook<
  GetTasksInput,
  GetTasksResponse,
  GetTasksError,
  Given
> = /* @__PURE__ */ infiniteQueryHook(getTasksInfiniteQueryOptions, clientContext);

/** \`GET /tasks\` */
export const useGetTasksSuspenseInfiniteQuery: SuspenseInfiniteQueryHook<
  GetTasksInput,
  GetTasksResponse,
  GetTasksError,
  Given
> = /* @__PURE__ */ suspenseInfiniteQueryHook(getTasksInfiniteQueryOptions, clientContext);
`);
});

test('an operation with the name of another one’s infinite hook keeps it', async () => {
  const paths = { '/tasks': { get: listOf('getTasks') }, '/all': { get: listOf('getTasksInfinite') } };
  const [hooks] = emitReactQuery(await modelOf(openapi({ paths })));
  const names = [...(hooks?.content.matchAll(/^export const (\w+)/gm) ?? [])].map(([, name]) => name);
  expect(names.filter((name) => name?.includes('GetTasksInfinite'))).toEqual([
    'useGetTasksInfiniteQuery_',
    'useGetTasksInfiniteQuery',
    'useGetTasksInfiniteSuspenseQuery',
    'useGetTasksInfiniteInfiniteQuery',
    'useGetTasksInfiniteSuspenseInfiniteQuery',
  ]);
  expect(new Set(names).size).toBe(names.length);
});

test('the keys of a group, typed by the inputs of its queries', async () => {
  const get = { operationId: 'getTasks', tags: ['Tasks'], responses: { 204: { description: 'OK' } } };
  const post = { operationId: 'createTask', tags: ['Tasks'], responses: { 204: { description: 'OK' } } };
  const files = await formatFiles(
    emitReactQuery(await modelOf(openapi({ paths: { '/tasks': { get, post } } }))),
  );
  const keys = files.find(({ path }) => path.endsWith('/keys.ts'));
  expect(keys?.content.split('\n').slice(11, -16).join('\n'))
    .toBe(`import type { CoreClient } from '@sdkwright/runtime';
import type { GetTasksInput } from '@acme/types/tasks';
export { keyVersion } from '@sdkwright/react-query';

/** Keys of Tasks. */
export interface TasksKeys {
  /** Of everything in this group. */
  readonly all: readonly string[];
  /** Of \`getTasks\`. */
  readonly list: KeyOf<GetTasksInput>;
  /** Of \`createTask\`. */
  readonly create: KeyOf;
}

/** Keys of Acme, by group and method. */
export interface Keys {
  /** Of everything that a client fetched. */
  readonly all: readonly string[];
  readonly tasks: TasksKeys;
}

const groups: KeyGroups = { tasks: ['list', 'create'] };
`);
});

test('what is sent as header or cookie is no part of a key', async () => {
  const parameter = (name: string, where: string): object => ({
    name,
    in: where,
    schema: { type: 'string' },
  });
  const parameters = [
    parameter('X-Trace', 'header'),
    parameter('session', 'cookie'),
    parameter('q', 'query'),
  ];
  const get = { ...listOf('getTasks'), parameters: [...parameters, parameter('page', 'query')] };
  const files = emitReactQuery(await modelOf(openapi({ paths: { '/tasks': { get } } })));
  const text = files.map(({ content }) => content).join('');
  expect(text.split('{ "X-Trace": undefined, session: undefined })')).toHaveLength(3);
  expect(text).toContain('readonly list: KeyOf<Omit<GetTasksInput, "X-Trace" | "session">>;');
});

test.each([
  ['fetched again', 'post', '/tasks', "['tasks', 'list', []]"],
  ['dropped', 'delete', '/tasks/{id}', "['tasks', 'get', ['id'], null]"],
  ['filled', 'put', '/tasks/{id}', "['tasks', 'get', ['id'], {}]"],
  ['filled with an id of the answer', 'post', '/tasks', "['tasks', 'get', [], { id: 'id' }]"],
])('an entry that is %s', async (_, method, path, effect) => {
  const task = json({ $ref: '#/components/schemas/Task' });
  const get = (operationId: string, response: unknown): object => ({
    operationId,
    tags: ['Tasks'],
    responses: { 200: response },
  });
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];
  const paths: Record<string, object> = {
    '/tasks': { get: get('getTasks', json({ type: 'array', items: {} })) },
    '/tasks/{id}': { parameters, get: get('getTask', task) },
  };
  paths[path] = { ...paths[path], [method]: { ...get('changeTask', task) } };
  const schemas = { Task: { type: 'object', properties: { id: { type: 'integer' } } } };
  const [hooks] = await formatFiles(
    emitReactQuery(await modelOf(openapi({ paths, components: { schemas } }))),
  );
  expect(hooks?.content).toContain(effect);
});

test('a query of nothing gives null, since a query may not give undefined', async () => {
  const document = openapi({
    paths: { '/ping': { head: { operationId: 'ping', responses: { 204: { description: 'OK' } } } } },
  });
  const [hooks] = emitReactQuery(await modelOf(document));
  expect(hooks?.content).toContain('QueryHook<PingInput, null, PingError, Given>');
});

test('the hooks find their client in a context named like the API', async () => {
  const files = await formatFiles(emitReactQuery(await modelOf(openapi())));
  const context = files.find(({ path }) => path.endsWith('client-context.ts'));
  expect(context?.content.match(/^export const .*$/gm)).toEqual([
    "export const clientContext: ClientContext = /* @__PURE__ */ createClientContext('AcmeProvider');",
    'export const AcmeProvider: ClientProvider<CoreClient<Given>> = /* @__PURE__ */ clientProvider(clientContext);',
    'export const useAcme: () => RegisteredClient = /* @__PURE__ */ clientHook(clientContext);',
  ]);
});

test('the reasons of the effects stand apart from the hooks, in code and as a table', async () => {
  const get = {
    operationId: 'getTasks',
    tags: ['Tasks'],
    responses: { 200: json({ type: 'array', items: {} }) },
  };
  const post = { operationId: 'createTask', tags: ['Tasks'], responses: { 204: { description: 'OK' } } };
  const files = await formatFiles(
    emitReactQuery(await modelOf(openapi({ paths: { '/tasks': { get, post } } }))),
  );
  const contentOf = (name: string): string[] =>
    files.find(({ path }) => path === `react-query/src/generated/${name}`)?.content.split('\n') ?? [];
  expect(contentOf('cache-effects.ts').slice(9)).toEqual([
    '/** The mutations, by operationId. */',
    `export type MutationId = 'createTask';`,
    '',
    'const reasons: Readonly<Record<MutationId, readonly CacheEffectReason[]>> = {',
    `  ['createTask']: [`,
    `    { query: 'getTasks', kind: 'invalidate', match: [], reason: 'It lists \`/tasks\`, where the item is.' },`,
    '  ],',
    '};',
    '',
    '/** What a mutation does to cached queries, and why. */',
    'export const why = (mutation: MutationId): readonly CacheEffectReason[] => reasons[mutation];',
    '',
    '/**',
    ' * Says once for a client what its mutations do to the cache. `false`: nothing. By operationId,',
    ' * `false`: nothing; a list: its effects on top of those of `why`. What a call says of itself wins.',
    ' */',
    'export const setCacheEffects: SetCacheEffects<MutationId> = setAnyCacheEffects;',
    '',
  ]);
  expect(contentOf('CACHE-EFFECTS.md').at(-2)).toBe(
    '| `createTask` | invalidate | `getTasks` | all | It lists `/tasks`, where the item is. |',
  );
});

test('a query without a body gives null and imports no result', async () => {
  const ping = { operationId: 'ping', tags: ['Health'], responses: { 204: { description: 'OK' } } };
  const files = await formatFiles(
    emitReactQuery(await modelOf(openapi({ paths: { '/ping': { get: ping } } }))),
  );
  expect(files[0]?.content).toContain("import type { PingError, PingInput } from '@acme/types/health';");
  expect(files[0]?.content).toContain('QueryHook<PingInput, null, PingError, Given>');
});

test('a query whose envelope may lack its data gives null in its place', async () => {
  const body = json({ type: 'object', properties: { data: { type: 'string' } } });
  const get = { operationId: 'getNote', tags: ['Notes'], responses: { 200: body } };
  const document = openapi({ 'x-sdk': { envelope: { data: 'data' } }, paths: { '/note': { get } } });
  const [file] = await formatFiles(emitReactQuery(await modelOf(document)));
  expect(file?.content).toContain('  Exclude<GetNoteResult, undefined> | null,');
});
