import type { JsonObject } from '../../../src/model/json.ts';
import { json, openapi } from '../../documents.ts';
import { createTask, getTasks, integer, object, parameter, tasks, text } from './documents.ts';
import type { Pair } from './pair.ts';

const one = tasks(getTasks());
const two = tasks({ ...getTasks(), ...createTask() });
const tokens = { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } };
const scoped = {
  securitySchemes: {
    login: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://acme.test/token', scopes: { read: '', write: '' } } },
    },
    key: { type: 'http', scheme: 'bearer' },
  },
};

function secured(security: readonly JsonObject[] | undefined, components: JsonObject = tokens): JsonObject {
  return tasks(getTasks(security === undefined ? {} : { security }), { components });
}

function at(path: string, methods: JsonObject): JsonObject {
  return openapi({ paths: { [path]: methods } });
}

const list = { 200: json({ type: 'array', items: object({ 'id!': integer }) }) };
const pages = (more: JsonObject = {}): JsonObject => ({
  responses: list,
  parameters: [parameter('query', 'page'), parameter('query', 'size')],
  'x-sdk': { pagination: { style: 'page', page: 'page', items: '', ...more } },
});

export const operationPairs: readonly Pair[] = [
  {
    name: 'nothing changes',
    before: two,
    after: two,
    changes: [],
    bumps: 'none',
    compile: '',
  },
  {
    name: 'an operation is new',
    before: one,
    after: two,
    changes: ['operation-added acme.tasks.create'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'a group is new',
    before: one,
    after: openapi({
      paths: {
        '/tasks': getTasks(),
        '/notes': { get: { operationId: 'getNotes', tags: ['Notes'], responses: list } },
      },
    }),
    changes: ['operation-added acme.notes.list'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'an operation is gone',
    before: two,
    after: one,
    changes: ['operation-removed acme.tasks.create'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'the only operation of a group is gone',
    before: openapi({
      paths: {
        '/tasks': getTasks(),
        '/notes': { get: { operationId: 'getNotes', tags: ['Notes'], responses: list } },
      },
    }),
    after: one,
    changes: ['operation-removed acme.notes.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'one operation takes the place of another',
    before: one,
    after: at('/notes', { get: { operationId: 'getNotes', tags: ['Tasks'], responses: list } }),
    changes: ['operation-removed acme.tasks.list', 'operation-added acme.tasks.getNotes'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operationId is another at the same place; the method of the client stays',
    before: one,
    after: tasks(getTasks({ operationId: 'listTasks' })),
    changes: ['operation-renamed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operationId is another at the same place, and so is the method of the client',
    before: one,
    after: tasks(getTasks({ operationId: 'searchTasks' })),
    changes: ['operation-renamed acme.tasks.list', 'sdk-method-renamed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operationId is spelled in another way that gives the same names',
    before: tasks(getTasks({ operationId: 'get-tasks' })),
    after: tasks(getTasks({ operationId: 'get.tasks' })),
    changes: ['operation-id-changed acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'an operation gets its first operationId',
    before: tasks({ get: { tags: ['Tasks'], responses: list } }),
    after: tasks({ get: { operationId: 'findTasks', tags: ['Tasks'], responses: list } }),
    changes: ['operation-renamed acme.tasks.list', 'sdk-method-renamed acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an operation has another tag',
    before: one,
    after: tasks(getTasks({ tags: ['To do'] })),
    changes: ['operation-moved acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'an overlay puts an operation into another group',
    before: two,
    after: tasks({ ...getTasks({ 'x-sdk': { group: 'work' } }), ...createTask() }),
    changes: ['operation-moved acme.tasks.list'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'the word for a tag changes and gives the same names',
    before: tasks(getTasks({ tags: ['Tasks'] })),
    after: tasks(getTasks({ tags: ['tasks'] })),
    changes: ['document-changed every call'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'an overlay names the method in another way',
    before: one,
    after: tasks(getTasks({ 'x-sdk': { method: 'all' } })),
    changes: ['sdk-method-renamed acme.tasks.list'],
    bumps: 'none major major',
    compile: 'client react-query',
  },
  {
    name: 'a path is another',
    before: one,
    after: at('/work', getTasks()),
    changes: ['path-changed acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'a version is put before a path',
    before: at('/tasks/{id}', getTasks({ parameters: [parameter('path', 'id')] })),
    after: at('/v2/tasks/{id}', getTasks({ parameters: [parameter('path', 'id')] })),
    changes: ['path-changed acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'PUT becomes PATCH',
    before: tasks({ put: { operationId: 'saveTask', tags: ['Tasks'], responses: list } }),
    after: tasks({ patch: { operationId: 'saveTask', tags: ['Tasks'], responses: list } }),
    changes: ['http-method-changed acme.tasks.save'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'GET becomes POST: the query is a mutation',
    before: tasks({ get: { operationId: 'findTasks', tags: ['Tasks'], responses: list } }),
    after: tasks({ post: { operationId: 'findTasks', tags: ['Tasks'], responses: list } }),
    changes: ['hook-kind-changed acme.tasks.find', 'http-method-changed acme.tasks.find'],
    bumps: 'patch patch major',
    compile: 'react-query',
  },
  {
    name: 'POST becomes GET: the mutation is a query',
    before: tasks({ post: { operationId: 'findTasks', tags: ['Tasks'], responses: list } }),
    after: tasks({ get: { operationId: 'findTasks', tags: ['Tasks'], responses: list } }),
    changes: ['hook-kind-changed acme.tasks.find', 'http-method-changed acme.tasks.find'],
    bumps: 'patch patch major',
    compile: 'react-query',
  },
  {
    name: 'an operation is deprecated',
    before: one,
    after: tasks(getTasks({ deprecated: true })),
    changes: ['operation-deprecated acme.tasks.list'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'an operation is no longer deprecated',
    before: tasks(getTasks({ deprecated: true })),
    after: one,
    changes: ['operation-undeprecated acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'an operation gets a summary',
    before: one,
    after: tasks(getTasks({ summary: 'List tasks' })),
    changes: ['operation-described acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'the description of an operation changes',
    before: tasks(getTasks({ description: 'All of them.' })),
    after: tasks(getTasks({ description: 'Each of them.' })),
    changes: ['operation-described acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'an operation turns out to be inferred',
    before: one,
    after: tasks(getTasks({ 'x-evidence': 'inferred', 'x-evidence-note': 'Seen in a forum.' })),
    changes: ['operation-described acme.tasks.list'],
    bumps: 'patch',
    compile: '',
  },
  {
    name: 'an operation asks for a token',
    before: secured([]),
    after: secured([{ token: [] }]),
    changes: ['security-tightened acme.tasks.list'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'an operation needs no token any more',
    before: secured([{ token: [] }]),
    after: secured([]),
    changes: ['security-loosened acme.tasks.list'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'an operation asks for another scope',
    before: secured([{ login: ['read'] }], scoped),
    after: secured([{ login: ['read', 'write'] }], scoped),
    changes: ['security-tightened acme.tasks.list'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'an operation asks for one scope less',
    before: secured([{ login: ['read', 'write'] }], scoped),
    after: secured([{ login: ['read'] }], scoped),
    changes: ['security-loosened acme.tasks.list'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'an operation takes a second scheme as well',
    before: secured([{ login: ['read'] }], scoped),
    after: secured([{ login: ['read'] }, { key: [] }], scoped),
    changes: ['security-loosened acme.tasks.list'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'an operation takes one of two schemes only',
    before: secured([{ login: ['read'] }, { key: [] }], scoped),
    after: secured([{ key: [] }], scoped),
    changes: ['security-tightened acme.tasks.list'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'the document asks for a token where it did not: all operations do',
    before: tasks(getTasks(), { components: tokens }),
    after: tasks(getTasks(), { components: tokens, security: [{ token: [] }] }),
    changes: ['security-tightened acme.tasks.list'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'a list gets pages',
    before: tasks(getTasks({ ...pages(), 'x-sdk': { pagination: false } })),
    after: tasks(getTasks(pages())),
    changes: ['pagination-added acme.tasks.list'],
    bumps: 'none minor minor',
    compile: '',
  },
  {
    name: 'a list has no pages any more',
    before: tasks(getTasks(pages())),
    after: tasks(getTasks({ ...pages(), 'x-sdk': { pagination: false } })),
    changes: ['pagination-removed acme.tasks.list'],
    bumps: 'none major major',
    compile: 'client react-query',
  },
  {
    name: 'pages have a size',
    before: tasks(getTasks(pages())),
    after: tasks(getTasks(pages({ size: 'size', defaultSize: 20 }))),
    changes: ['pagination-changed acme.tasks.list'],
    bumps: 'none patch patch',
    compile: '',
  },
  {
    name: 'pages hold another list of the same body',
    before: tasks(
      getTasks({
        ...pages({ items: '/tasks' }),
        responses: {
          200: json(
            object({
              'tasks!': { type: 'array', items: object({ 'id!': integer }) },
              'names!': { type: 'array', items: text },
            }),
          ),
        },
      }),
    ),
    after: tasks(
      getTasks({
        ...pages({ items: '/names' }),
        responses: {
          200: json(
            object({
              'tasks!': { type: 'array', items: object({ 'id!': integer }) },
              'names!': { type: 'array', items: text },
            }),
          ),
        },
      }),
    ),
    changes: ['pagination-changed acme.tasks.list', 'response-type-changed acme.tasks.list for await'],
    bumps: 'none major major',
    compile: 'client',
  },
];
