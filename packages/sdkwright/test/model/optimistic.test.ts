import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, openapi } from '../documents.ts';

const text = { type: 'string' };
const id = { type: 'integer' };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const list = (name: string): JsonObject => json({ type: 'array', items: ref(name) });
const parameter = (name: string): JsonObject => ({ name, in: 'path', required: true, schema: id });
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const body = (properties: JsonObject): JsonObject => ({
  requestBody: { required: true, ...json(object(properties)) },
});

const document = openapi({
  tags: [{ name: 'Tasks' }, { name: 'Projects' }],
  paths: {
    '/projects': {
      get: { tags: ['Projects'], operationId: 'getProjects', responses: { 200: list('Project') } },
    },
    '/tasks': {
      get: { tags: ['Tasks'], operationId: 'getTasks', responses: { 200: list('Task') } },
      post: { tags: ['Tasks'], operationId: 'createTask', ...body({ title: text }) },
    },
    '/tasks/{taskId}': {
      parameters: [parameter('taskId')],
      get: { tags: ['Tasks'], operationId: 'getTask', responses: { 200: json(ref('Task')) } },
      put: { tags: ['Tasks'], operationId: 'updateTask', ...body({ title: text, unknown: text }) },
      delete: { tags: ['Tasks'], operationId: 'deleteTask' },
    },
    '/tasks/{taskId}/add-project': {
      parameters: [parameter('taskId')],
      post: { tags: ['Tasks'], operationId: 'addProject', ...body({ project_id: id }) },
    },
    '/tasks/{taskId}/unassign/{userId}': {
      parameters: [parameter('taskId'), parameter('userId')],
      delete: { tags: ['Tasks'], operationId: 'unassign' },
    },
    '/tasks/{taskId}/approve': {
      parameters: [parameter('taskId')],
      post: { tags: ['Tasks'], operationId: 'approve' },
    },
    '/notes/{noteId}': {
      parameters: [parameter('noteId')],
      delete: { tags: ['Notes'], operationId: 'deleteNote' },
    },
  },
  components: {
    schemas: {
      Task: object({
        id,
        title: text,
        projects: { type: 'array', items: object({ project_id: id, project_name: text }) },
        assignees: { type: 'array', items: object({ id, email: text }) },
      }),
      Project: object({ id, name: text }),
    },
  },
});

const member = { list: 'projects', id: 'project_id', key: 'project_id' };
const added = {
  kind: 'add',
  ...member,
  from: 'getProjects',
  take: { project_id: 'id', project_name: 'name' },
};
const removed = { kind: 'remove', list: 'assignees', id: 'userId', key: 'id' };

test.each<[string, JsonObject[]]>([
  [
    'updateTask',
    [
      { query: 'getTask', match: ['taskId'], kind: 'merge', fields: ['title'] },
      { query: 'getTasks', match: [], item: 'taskId', kind: 'merge', fields: ['title'] },
    ],
  ],
  ['deleteTask', [{ query: 'getTasks', match: [], item: 'taskId', kind: 'drop' }]],
  [
    'addProject',
    [
      { query: 'getTask', match: ['taskId'], ...added },
      { query: 'getTasks', match: [], item: 'taskId', ...added },
    ],
  ],
  [
    'unassign',
    [
      { query: 'getTask', match: ['taskId'], ...removed },
      { query: 'getTasks', match: [], item: 'taskId', ...removed },
    ],
  ],
  ['createTask', []],
  ['approve', []],
  ['deleteNote', []],
  ['getTask', []],
])('%s', async (operationId, want) => {
  const { operations } = await modelOf(document);
  expect(operations.find((operation) => operation.id === operationId)?.optimistic).toEqual(want);
});
