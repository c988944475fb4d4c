import { expect, test } from 'vitest';
import { diffModels } from '../../src/diff/diff-models.ts';
import { impactOf } from '../../src/impact/impact.ts';
import { impactsMarkdown, renderImpacts } from '../../src/impact/render.ts';
import type { Site, Use } from '../../src/impact/site.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf, openapi } from '../documents.ts';

const getTask: JsonObject = {
  operationId: 'getTask',
  tags: ['Tasks'],
  parameters: [{ name: 'taskId', in: 'path', required: true, schema: { type: 'integer' } }],
  responses: {
    200: json({ $ref: '#/components/schemas/Task' }),
    404: json({ type: 'object', properties: { message: { type: 'string' } } }),
  },
};
const task: JsonObject = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, state: { $ref: '#/components/schemas/State' } },
};

/** A document with one operation and two schemas, some of it in another way. */
const acme = (operation: JsonObject = {}, schemas: JsonObject = {}, parts: JsonObject = {}): JsonObject =>
  openapi({
    paths: { '/tasks/{taskId}': { get: { ...getTask, ...operation } } },
    components: { schemas: { Task: task, State: { type: 'string', enum: ['open', 'done'] }, ...schemas } },
    ...parts,
  });

/** `client TasksApi.get`: what is used there, on a line of its own. */
function site(thing: string, use: Use, line = 1): Site {
  const [from = '', owner = '', ...path] = thing.split(/[ .]/);
  const found = (['types', 'client', 'react-query'] as const).find((name) => name === from) ?? 'types';
  return { file: 'src/main.ts', line, column: 5, text: 'the | code', package: found, owner, path, use };
}

const name: Use = { kind: 'name' };
const call: Use = { kind: 'call', input: 'fields' };
const read: Use = { kind: 'read', types: [] };
const method = site('client TasksApi.get', call);
const named = site('client getTask', call);
const hook = site('react-query useGetTaskSuspenseQuery', call);
const key = site('react-query TasksKeys.get', call);
const type = site('types GetTaskInput', name);
const everyWay = [method, named, hook, key, type];

test.each<[what: string, after: JsonObject, sites: readonly Site[], want: readonly string[]]>([
  [
    'an operation that is gone, in every way of calling it',
    openapi(),
    everyWay,
    everyWay.map(({ owner }) => `change ${owner}`),
  ],
  [
    'another operationId: methods and keys have names of their own',
    acme({ operationId: 'readTask', 'x-sdk': { method: 'get' } }),
    everyWay,
    ['change getTask', 'change useGetTaskSuspenseQuery', 'change GetTaskInput'],
  ],
  [
    'another method: nothing else is named after it',
    acme({ 'x-sdk': { method: 'read' } }),
    everyWay,
    ['change TasksApi', 'change TasksKeys'],
  ],
  [
    'an error that is gone, where its status is compared',
    acme({ responses: { 200: json({ $ref: '#/components/schemas/Task' }) } }),
    [method, site('types GetTaskError.status', read), site('types OtherError.status', read)],
    ['change GetTaskError'],
  ],
  [
    'a value that answers no longer have, where a field of that type is read',
    acme({}, { State: { type: 'string', enum: ['open'] } }),
    [
      site('types Task.state', { kind: 'read', types: ['State'] }),
      site('types Task.state', { kind: 'write', types: ['State'] }),
      site('types Task.id', read),
      site('types State', name),
    ],
    ['change Task', 'change State'],
  ],
  [
    'a field that is deprecated',
    acme({}, { Task: { ...task, properties: { id: { type: 'integer', deprecated: true } } } }),
    [site('types Task.id', read)],
    ['look Task'],
  ],
  [
    'another base URL, where the client is made',
    acme({}, {}, { servers: [{ url: 'https://acme.test' }] }),
    [site('client Acme', name), site('client Acme.tasks', name), method],
    ['upgrade Acme'],
  ],
  [
    'what is new, and other words',
    acme({
      summary: 'One task',
      parameters: [...(getTask['parameters'] as []), { name: 'page', in: 'query' }],
    }),
    everyWay,
    [],
  ],
])('%s', async (_, after, sites, want) => {
  const [was, is] = [await modelOf(acme()), await modelOf(after)];
  const impacts = impactOf(diffModels(was, is).changes, was, sites);
  expect([...new Set(impacts.map(({ need, site: { owner } }) => `${need} ${owner}`))]).toEqual(want);
});

test('the page for a pull request', async () => {
  const [was, is] = [await modelOf(acme()), await modelOf(acme({ operationId: 'readTask' }))];
  const impacts = impactOf(diffModels(was, is).changes, was, [named]);
  expect(impactsMarkdown(impacts)).toBe(`# What the update touches

1 to change, 0 to upgrade, 0 to look at, in 1 file.

## Has to change

| where | what changed | code | what to do |
| --- | --- | --- | --- |
| src/main.ts:1 | \`acme.tasks.get\`: An operation has another name | \`the \\| code\` | Write \`readTask\` for \`getTask\`. |
`);
  expect(impactsMarkdown([])).toBe('# What the update touches\n\nNo call in this project.\n');
  expect(renderImpacts([])).toBe('The update touches no call in this project.\n');
});
