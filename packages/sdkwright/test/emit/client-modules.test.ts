import { expect, test } from 'vitest';
import { emitClient } from '../../src/emit/client/emit-client.ts';
import { emitOAuthModule } from '../../src/emit/client/oauth-module.ts';
import { formatFiles } from '../../src/emit/format.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, openapi, withOperation } from '../documents.ts';

async function moduleOf(document: JsonObject, path: string): Promise<string | undefined> {
  const files = await formatFiles(emitClient(await modelOf(document)));
  const file = files.find((candidate) => candidate.path === `client/src/generated/${path}`);
  return file?.content.split('\n').slice(3).join('\n');
}

const document = withOperation(
  { summary: 'List tasks', responses: { 200: json({ type: 'array', items: {} }) } },
  { servers: [{ url: 'https://api.example.com' }], tags: [{ name: 'Tasks', description: 'What to do.' }] },
);

test('a module of a group', async () => {
  expect(await moduleOf(document, 'groups/tasks.ts'))
    .toBe(`import { operation, type Operation } from '@sdkwright/runtime';
import * as $descriptors from '../descriptors/tasks.ts';
import type { GetTasksError, GetTasksInput, GetTasksResponse, GetTasksResult } from '@acme/types/tasks';
export type * from '@acme/types/tasks';

/** List tasks. \`GET /tasks\` */
export const getTasks: Operation<GetTasksInput, GetTasksResult, GetTasksError, GetTasksResponse> =
  /* @__PURE__ */ operation($descriptors.getTasks);
`);
  expect(await moduleOf(document, 'descriptors/tasks.ts'))
    .toBe(`import { type OperationSpec } from '@sdkwright/runtime';

/** How \`getTasks\` is sent and read. */
export const getTasks: OperationSpec = { id: 'getTasks', method: 'GET', path: '/tasks' };
`);
});

test('lists in pages share an order where their pages follow each other alike', async () => {
  const list = (operationId: string, page: string): JsonObject => ({
    operationId,
    tags: ['Tasks'],
    parameters: [{ name: page, in: 'query', schema: { type: 'integer' } }],
    'x-sdk': { pagination: { page, items: '' } },
    responses: { 200: json({ type: 'array', items: {} }) },
  });
  const lists = openapi({
    paths: {
      '/a': { get: list('getA', 'page') },
      '/b': { get: list('getB', 'p') },
      '/c': { get: list('getC', 'page') },
    },
  });
  expect(await moduleOf(lists, 'page-orders.ts'))
    .toBe(`import { byPage, type PageOrder } from '@sdkwright/runtime';

/** The pages of \`getA\` and 1 more. */
export const order1: PageOrder = /* @__PURE__ */ byPage({ page: 'page', items: '' });

/** The pages of \`getB\`. */
export const order2: PageOrder = /* @__PURE__ */ byPage({ page: 'p', items: '' });
`);
  const group = await moduleOf(lists, 'groups/tasks.ts');
  expect(group?.match(/paginated\(.*\)/g)).toEqual([
    'paginated($descriptors.getA, $orders.order1)',
    'paginated($descriptors.getB, $orders.order2)',
    'paginated($descriptors.getC, $orders.order1)',
  ]);
});

test('names that the document chose import nothing', async () => {
  const parameters = [{ name: 'x\'(evil)"', in: 'query', schema: { type: 'string' } }];
  const module = await moduleOf(withOperation({ parameters }), 'descriptors/tasks.ts');
  expect(module?.split('\n')[0]).toBe("import { inQuery, type OperationSpec } from '@sdkwright/runtime';");
});

test('what the runtime knows of the API stands apart from the types of its operations', async () => {
  const module = await moduleOf(document, 'runtime.ts');
  expect(module?.match(/'[@.].*'/g)).toEqual(["'@sdkwright/runtime'", "'@sdkwright/runtime'"]);
  expect(module).toContain('  createClient,\n');
  expect(module).toContain(`
/** What the runtime needs to know of Acme. */
export const api: ApiDescription = { baseUrl: 'https://api.example.com' };
`);
});

test.each([
  ['no server', [], ''],
  ['a server that is a path', [{ url: '/api/v3/' }], '/api/v3'],
])('with %s, the host is asked for when a call needs it', async (_, servers, path) => {
  const module = await moduleOf(withOperation({}, { servers }), 'runtime.ts');
  expect(module).toContain("import { relativeServer, type ApiDescription } from '@sdkwright/runtime';\n");
  expect(module).toContain(`
export const api: ApiDescription = {
  get baseUrl() {
    return relativeServer('${path}');
  },
};
`);
});

test('the client binds every group', async () => {
  expect(await moduleOf(document, 'client.ts'))
    .toBe(`import { bind, Client, type Args, type Call, type ClientOptions } from '@sdkwright/runtime';
import { api } from './runtime.ts';
import * as $tasks from './descriptors/tasks.ts';
import type { GetTasksError, GetTasksInput, GetTasksResponse, GetTasksResult } from '@acme/types/tasks';

/** Inputs that may be given once, to the client, instead of in every call. */
export type ClientInputs = Record<never, never>;

/** What to do. */
export interface TasksApi<Given extends PropertyKey = never> {
  /** List tasks. \`GET /tasks\` */
  list(...args: Args<GetTasksInput, Given>): Call<GetTasksResult, GetTasksError, GetTasksResponse>;
}

/** Client of Acme 1.0.0: every operation as a method, by group. */
export class Acme<Given extends keyof ClientInputs = never> extends Client<Given> {
  /** What to do. */
  readonly tasks: TasksApi<Given> = bind<TasksApi<Given>>(this, { list: $tasks.getTasks });

  // The first signature is for all inputs given: it is the one that TypeScript can infer \`Given\` from.
  constructor(options: ClientOptions & Required<Pick<ClientInputs, Given>>);
  constructor(options?: ClientOptions & Partial<ClientInputs>);
  constructor(options?: ClientOptions) {
    super({ api, userAgent: '@acme/client/0.0.0 (1.0.0)' }, options);
  }
}
`);
});

test('the index gives the client and every group', async () => {
  expect(await moduleOf(document, 'index.ts')).toBe(
    "export { api } from './runtime.ts';\nexport * from './client.ts';\nexport * from './groups/tasks.ts';\n",
  );
});

const schemes = [
  { name: 'a bearer token', given: [{ type: 'http', scheme: 'bearer' }], want: undefined },
  {
    name: 'a key or a bearer token',
    given: [{ type: 'apiKey', in: 'query', name: 'key' }, { type: 'oauth2' }],
    want: undefined,
  },
  {
    name: 'a password',
    given: [{ type: 'http', scheme: 'basic' }],
    want: 'basic',
  },
  {
    name: 'a key',
    given: [{ type: 'apiKey', in: 'header', name: 'X-Key' }],
    want: "apiKey('header', 'X-Key')",
  },
  {
    name: 'a key whose name is a pattern of String.replace',
    given: [{ type: 'apiKey', in: 'query', name: "$`$'$&" }],
    want: "apiKey('query', \"$`$'$&\")",
  },
];

test.each(schemes)('the client of an API that takes $name', async ({ given, want }) => {
  const securitySchemes = Object.fromEntries(given.map((scheme, index) => [`scheme${index}`, scheme]));
  const parts = { components: { securitySchemes }, servers: [{ url: '+evil()+' }] };
  const text = await moduleOf(withOperation({}, parts), 'runtime.ts');
  expect(text?.match(/auth: (?:\/\* @__PURE__ \*\/ )?(.*?)(?: \}|,\n)/)?.[1]).toBe(want);
});

test('a client without operations imports nothing in vain', async () => {
  const lines = (await moduleOf(withOperation({}, { paths: {} }), 'client.ts'))?.split('\n');
  expect(lines?.[0]).toBe("import { Client, type ClientOptions } from '@sdkwright/runtime';");
  expect(await moduleOf(withOperation({}, { paths: {} }), 'schemas.ts')).toMatch(
    "import { type ShapeSchema } from '@sdkwright/runtime/shape';",
  );
});

test.each([
  { url: '/login/token', want: 'https://api.example.com/login/token' },
  { url: 'login/token', want: 'https://api.example.com/v1/login/token' },
  { url: 'https://login.example.com', want: 'https://login.example.com' },
])('an authorization server at $url is at $want', async ({ url, want }) => {
  const oauth = { type: 'oauth2', flows: { password: { tokenUrl: url, scopes: {} } } };
  const model = await modelOf(
    openapi({ servers: [{ url: 'https://api.example.com/v1' }], components: { securitySchemes: { oauth } } }),
  );
  expect(emitOAuthModule(model)[0]?.content).toContain(`{ tokenUrl: ${JSON.stringify(want)} }`);
});
