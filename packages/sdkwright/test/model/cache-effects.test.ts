import { expect, test } from 'vitest';
import { buildModel } from '../../src/model/build-model.ts';
import type { JsonObject } from '../../src/model/json.ts';

const reply = (schema: object): JsonObject => ({
  responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
});
const done: JsonObject = { responses: { 204: { description: 'Done' } } };
const task = { $ref: '#/components/schemas/Task' };
const parameter = (name: string, place: string): JsonObject => ({
  name,
  in: place,
  required: true,
  schema: { type: 'integer' },
});
const [taskId, userId, team] = [
  parameter('taskId', 'path'),
  parameter('userId', 'path'),
  parameter('team', 'query'),
];

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1' },
  'x-sdk': { clientInputs: ['team'] },
  paths: {
    '/tasks': {
      get: { operationId: 'listTasks', parameters: [team], ...reply({ type: 'array', items: task }) },
      post: { operationId: 'createTask', parameters: [team], ...reply(task) },
    },
    '/tasks/{taskId}': {
      get: { operationId: 'getTask', parameters: [taskId, team], ...reply(task) },
      put: { operationId: 'updateTask', parameters: [taskId, team], ...reply(task) },
      delete: { operationId: 'deleteTask', parameters: [taskId], ...done },
    },
    '/tasks/{taskId}/users': {
      get: { operationId: 'getUsers', parameters: [taskId], ...reply({ type: 'array' }) },
    },
    '/tasks/{taskId}/assign/{userId}': {
      post: {
        operationId: 'assignTask',
        parameters: [taskId, userId],
        ...done,
        'x-sdk': {
          cacheEffects: { invalidates: ['getReport'], keeps: ['listTasks'], reason: 'It counts people.' },
        },
      },
    },
    '/tasks/{taskId}#link': { delete: { operationId: 'unlinkTask', parameters: [taskId], ...done } },
    '/tasks/labels': { get: { operationId: 'getLabels', ...reply({ type: 'array' }) } },
    '/report': { get: { operationId: 'getReport', ...reply({ type: 'object' }) } },
    '/search': { get: { operationId: 'search', ...reply({ type: 'array', items: task }) } },
  },
  components: { schemas: { Task: { type: 'object', properties: { id: { type: 'integer' } } } } },
};

async function effectsOf(id: string): Promise<string[]> {
  const { operations } = buildModel(document, { generator: 'test', scope: '@test' });
  const effects = operations.find((operation) => operation.id === id)?.cacheEffects ?? [];
  return effects.map(({ kind, query, match, fill, reason }) => {
    const inputs = fill ? JSON.stringify(fill) : match.join(', ');
    return `${kind} ${query} [${inputs}] ${reason}`;
  });
}

test.each([
  [
    'createTask',
    [
      'invalidate listTasks [team] It lists `/tasks`, where the item is.',
      'fill getTask [{"fromInput":["team"],"fromAnswer":{"taskId":"id"}}] It answers with the whole `Task`.',
      'invalidate search [] Both speak of `Task`.',
    ],
  ],
  [
    'updateTask',
    [
      'invalidate listTasks [team] It lists `/tasks`, where the item is.',
      'fill getTask [{"fromInput":["taskId","team"],"fromAnswer":{}}] It answers with the whole `Task`.',
      'invalidate getUsers [taskId] It is below the item at `/tasks/{taskId}`.',
      'invalidate search [] Both speak of `Task`.',
    ],
  ],
  [
    'deleteTask',
    [
      'invalidate listTasks [] It lists `/tasks`, where the item is.',
      'remove getTask [taskId] It is the item at `/tasks/{taskId}`.',
      'remove getUsers [taskId] It is below the item at `/tasks/{taskId}`.',
    ],
  ],
  [
    'assignTask',
    [
      'invalidate getTask [taskId] It is the item at `/tasks/{taskId}`.',
      'invalidate getUsers [taskId] It is below the item at `/tasks/{taskId}`.',
      'invalidate getReport [] It counts people.',
    ],
  ],
  [
    'unlinkTask',
    [
      'invalidate listTasks [] It lists `/tasks`, where the item is.',
      'invalidate getTask [taskId] It is the item at `/tasks/{taskId}`.',
      'invalidate getUsers [taskId] It is below the item at `/tasks/{taskId}`.',
    ],
  ],
  ['listTasks', []],
])('%s', async (id, want) => {
  expect((await effectsOf(id)).toSorted()).toEqual(want.toSorted());
});

test('what is sent and what is received speak of the same, though their types differ', async () => {
  const body = { requestBody: { content: { 'application/json': { schema: task } } } };
  const model = buildModel(
    {
      openapi: '3.1.0',
      info: { title: 'Tasks', version: '1' },
      paths: {
        '/tasks': { get: { operationId: 'listTasks', ...reply({ type: 'array', items: task }) } },
        '/import': { post: { operationId: 'importTask', ...body, ...done } },
      },
      components: {
        schemas: { Task: { type: 'object', properties: { id: { type: 'integer', readOnly: true } } } },
      },
    },
    { generator: 'test', scope: '@acme' },
  );
  const effects = model.operations.find(({ id }) => id === 'importTask')?.cacheEffects;
  expect(effects?.map(({ query, reason }) => `${query}: ${reason}`)).toEqual([
    'listTasks: Both speak of `Task`.',
  ]);
});
