import { Client } from '@sdkwright/runtime';
import { expect, test } from 'vitest';
import { buildModel } from '../../src/model/build-model.ts';
import { json, modelOf, openapi, operationOf, withOperation, withSchemas } from '../documents.ts';

const ok = { 200: { description: 'OK' } };

const apiNames = [
  { name: "the caller's word goes first", given: 'acme cloud', xSdk: { name: 'Other' }, want: 'AcmeCloud' },
  { name: 'then that of x-sdk', given: undefined, xSdk: { name: 'AcmeApi' }, want: 'AcmeApi' },
  { name: 'then the title', given: undefined, xSdk: {}, want: 'TheAcmeApi' },
];

test.each(apiNames)('the name of the client: $name', async ({ given, xSdk, want }) => {
  const document = openapi({ info: { title: 'The ACME API', version: '1' }, 'x-sdk': xSdk });
  const options = {
    generator: 'sdkwright 0.0.0',
    scope: '@acme',
    ...(given === undefined ? {} : { name: given }),
  };
  expect(buildModel(document, options).api.name).toBe(want);
});

test('the base URL is the first server without a slash at its end', async () => {
  const servers = [{ url: 'https://api.example.com/v2//' }, { url: 'https://other.example.com' }];
  expect((await modelOf(openapi({ servers }))).api.baseUrl).toBe('https://api.example.com/v2');
});

test('groups follow the order of the tags, then of the operations; what has no tag goes by its path', async () => {
  const document = openapi({
    tags: [{ name: 'Unused' }, { name: 'Time Tracking', description: 'Hours.' }],
    paths: {
      '/members': { get: { operationId: 'getMembers', responses: ok } },
      '/': { get: { operationId: 'getRoot', responses: ok } },
      '/hours': { get: { operationId: 'getHours', tags: ['Time Tracking'], responses: ok } },
      '/notes': {
        get: { operationId: 'getNotes', tags: ['Time Tracking'], 'x-sdk': { group: 'Notes' }, responses: ok },
      },
    },
  });
  expect((await modelOf(document)).groups).toEqual([
    {
      name: 'timeTracking',
      typeName: 'TimeTracking',
      file: 'time-tracking',
      title: 'Time Tracking',
      description: 'Hours.',
    },
    { name: 'members', typeName: 'Members', file: 'members', title: 'members' },
    { name: 'api', typeName: 'Api', file: 'api', title: 'api' },
    { name: 'notes', typeName: 'Notes', file: 'notes', title: 'Notes' },
  ]);
});

test.each([
  ['/api/v1/customers/{id}', 'customers'],
  ['/v2.1/{tenant}/Orders', 'orders'],
  ['/v1', 'v1'],
  ['/api/{id}', 'api'],
  ['/vat-rates', 'vatRates'],
])('%s without a tag is in %s', async (path, want) => {
  const { groups } = await modelOf(
    openapi({ paths: { [path]: { get: { operationId: 'read', responses: ok } } } }),
  );
  expect(groups.map(({ name }) => name)).toEqual([want]);
});

test('two operations that would share a method name keep both apart', async () => {
  const document = openapi({
    paths: {
      '/tasks': { get: { operationId: 'getTasks', tags: ['Tasks'], responses: ok } },
      '/tasks/all': { get: { operationId: 'listTasks', tags: ['Tasks'], responses: ok } },
    },
  });
  expect((await modelOf(document)).operations.map(({ group, method }) => `${group}.${method}`)).toEqual([
    'tasks.list',
    'tasks.listTasks',
  ]);
});

test('names of operations are identifiers, their types too, and each is its own', async () => {
  const ids = ['delete', '2fa', 'get-tasks', 'get_tasks', 'getTasks'];
  const paths = Object.fromEntries(
    ids.map((operationId) => [`/${operationId}`, { get: { operationId, responses: ok } }]),
  );
  const { operations } = await modelOf(openapi({ paths }));
  expect(operations.map(({ id, name, typeName }) => [id, name, typeName])).toEqual([
    ['delete', 'delete_', 'Delete'],
    ['2fa', '_2Fa', '_2Fa'],
    ['get-tasks', 'getTasks', 'GetTasks'],
    ['get_tasks', 'getTasks2', 'GetTasks2'],
    ['getTasks', 'getTasks3', 'GetTasks3'],
  ]);
});

test.each([
  { framework: 'FastAPI', operationId: 'read_item_items__item_id__get', want: 'items.get readItem' },
  { framework: 'NestJS', operationId: 'ItemsController_findAll', want: 'items.findAll itemsFindAll' },
  {
    framework: 'drf-spectacular',
    operationId: 'items_partial_update',
    want: 'items.partialUpdate itemsPartialUpdate',
  },
  { framework: 'Azure', operationId: 'Items_ListByGroup', want: 'items.listByGroup itemsListByGroup' },
])('an id by $framework is told by what its author wrote', async ({ operationId, want }) => {
  const path = { path: '/items/{item_id}' };
  const { operation } = await operationOf(withOperation({ operationId, tags: ['items'] }, {}, path));
  expect(`${operation.group}.${operation.method} ${operation.name}`).toBe(want);
});

test('what two ids would be without their paths is neither', async () => {
  const get = (operationId: string): object => ({ get: { operationId, tags: ['All'], responses: ok } });
  const paths = { '/items/': get('read_items__get'), '/users/': get('read_users__get') };
  const { operations } = await modelOf(openapi({ paths }));
  expect(operations.map(({ name }) => name)).toEqual(['readItemsGet', 'readUsersGet']);
});

test('schemas have names and files of their own', async () => {
  const { schemas } = await modelOf(
    withSchemas({ Task: {}, task: {}, FooBar: {}, Foo_Bar: {}, $: {}, Error: true }),
  );
  expect(schemas.map(({ name, file, pointer, schema }) => [name, file, pointer, schema])).toEqual([
    ['Task', 'task', '#/components/schemas/Task', {}],
    ['Task2', 'task-2', '#/components/schemas/task', {}],
    ['FooBar', 'foo-bar', '#/components/schemas/FooBar', {}],
    ['Foo_Bar', 'foo-bar2', '#/components/schemas/Foo_Bar', {}],
    ['Unnamed', 'unnamed', '#/components/schemas/$', {}],
    ['ErrorSchema', 'error-schema', '#/components/schemas/Error', true],
  ]);
});

test('what is only inferred is experimental, with its reason', async () => {
  const cases = [
    { 'x-evidence': 'official' },
    { 'x-evidence': 'inferred' },
    { 'x-evidence': 'inferred', 'x-evidence-note': 'As its siblings.' },
    { 'x-evidence': 'official', 'x-evidence-of': { path: 'inferred' } },
  ];
  const found = await Promise.all(
    cases.map(async (given) => (await operationOf(withOperation(given))).operation.experimental),
  );
  expect(found).toEqual([
    undefined,
    'Inferred; not seen in the documentation.',
    'As its siblings.',
    'Inferred; not seen in the documentation.',
  ]);
});

test('client inputs take the schema of the first operation that has them', async () => {
  const account = { name: 'account', in: 'query', required: true, schema: { type: 'integer' } };
  const document = withOperation(
    { parameters: [account] },
    { 'x-sdk': { clientInputs: ['account', 'nowhere'] } },
  );
  expect((await modelOf(document)).api.clientInputs).toEqual([
    { name: 'account', schema: { type: 'integer' } },
  ]);
});

test('the model is plain JSON', async () => {
  const model = await modelOf(
    withOperation({ parameters: [{ name: 'page', in: 'query', schema: { default: 1 } }] }),
  );
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

const members = [
  { tag: 'Call', want: ['call_', 'Call'] },
  { tag: 'request', want: ['request_', 'Request'] },
  { tag: 'Constructor', want: ['constructor_', 'Constructor'] },
  { tag: 'to string', want: ['toString_', 'ToString'] },
  { tag: 'Then', want: ['then_', 'Then'] },
];

test.each(members)('a group called $tag leaves the member of the client alone', async ({ tag, want }) => {
  const { groups } = await modelOf(withOperation({ tags: [tag] }));
  expect(groups.map(({ name, typeName }) => [name, typeName])).toEqual([want]);
});

test('every member of the client class is one that groups leave alone', async () => {
  const names = Object.getOwnPropertyNames(Client.prototype);
  const tags = await Promise.all(names.map((tag) => modelOf(withOperation({ tags: [tag] }))));
  expect(tags.flatMap(({ groups }) => groups.map(({ name }) => name))).toEqual(
    names.map((name) => `${name}_`),
  );
});

test.each(['then', 'toJSON', 'valueOf', 'constructor', '__proto__'])(
  'a method is never called %s, whoever asks for it',
  async (method) => {
    const { operation } = await operationOf(withOperation({ 'x-sdk': { method } }));
    expect(operation.method).toBe(`${method}_`);
  },
);

test('a function is never called then: `import()` would await its module', async () => {
  const { operation } = await operationOf(withOperation({ operationId: 'then' }));
  expect(operation.name).toBe('then_');
});

test('HEAD answers without a body, whatever the document says of one', async () => {
  const document = withOperation({ responses: { 200: json({ type: 'object' }) } }, {}, { method: 'head' });
  const { success } = (await operationOf(document)).operation;
  expect(success).toEqual({
    status: '200',
    pointer: '#/paths/~1tasks/head/responses/200/content/application~1json',
    resultOptional: false,
    unwrapped: false,
    examples: [],
  });
});

test('an operation whose id is a method that is taken gets a number', async () => {
  const paths = Object.fromEntries(
    ['getTasks', 'list'].map((operationId) => [
      `/${operationId}`,
      { get: { operationId, tags: ['Tasks'], responses: ok } },
    ]),
  );
  const { operations } = await modelOf(openapi({ paths }));
  expect(operations.map(({ method }) => method)).toEqual(['list', 'list2']);
});

test('a group whose interface would be called like the client gives way', async () => {
  const { api, groups } = await modelOf(withOperation({}, { info: { title: 'Tasks API', version: '1' } }));
  expect([api.name, groups[0]?.typeName]).toEqual(['TasksApi', 'TasksGroup']);
});

test('a schema called like a type of an operation gives way', async () => {
  const document = withOperation(
    {},
    {
      components: {
        schemas: { GetTasksInput: {}, GetTasksInputSchema: {}, getTasksResult: {}, GetTasks: {} },
      },
    },
  );
  const { schemas } = await modelOf(document);
  expect(schemas.map(({ name, file }) => [name, file])).toEqual([
    ['GetTasksInputSchema', 'get-tasks-input-schema'],
    ['GetTasksInputSchema2', 'get-tasks-input-schema-2'],
    ['GetTasksResultSchema', 'get-tasks-result-schema'],
    ['GetTasks', 'get-tasks'],
  ]);
});

test('x-sdk of an operation is read where its path item is a $ref', async () => {
  const xSdk = {
    group: 'Jobs',
    method: 'all',
    cacheEffects: { invalidates: ['getMembers'], reason: 'They work.' },
  };
  const { groups, operations } = await modelOf(
    openapi({
      paths: {
        '/members': { get: { operationId: 'getMembers', responses: ok } },
        '/tasks': { $ref: '#/components/pathItems/Tasks' },
      },
      components: {
        pathItems: { Tasks: { post: { operationId: 'makeTask', 'x-sdk': xSdk, responses: ok } } },
      },
    }),
  );
  expect(groups.map(({ name }) => name)).toEqual(['members', 'jobs']);
  expect(operations[1]).toMatchObject({
    group: 'jobs',
    method: 'all',
    cacheEffects: [{ query: 'getMembers', reason: 'They work.' }],
  });
});

test('an operation is not called like what the emitted modules import or declare', async () => {
  const ids = ['api', 'bind', 'Client', 'Acme', 'inBody', 'queryHook'];
  const paths = Object.fromEntries(
    ids.map((operationId) => [`/${operationId}`, { get: { operationId, responses: ok } }]),
  );
  const { operations } = await modelOf(openapi({ paths }));
  expect(operations.map(({ name, typeName }) => [name, typeName])).toEqual([
    ['api_', 'Api'],
    ['bind_', 'Bind'],
    ['client', 'Client'],
    ['acme', 'Acme'],
    ['inBody_', 'InBody'],
    ['queryHook_', 'QueryHook'],
  ]);
});
