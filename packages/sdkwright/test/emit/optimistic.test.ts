import { expect, test } from 'vitest';
import { formatFiles } from '../../src/emit/format.ts';
import { emitOptimistic } from '../../src/emit/react-query/optimistic-module.ts';
import { json, modelOf, openapi } from '../documents.ts';

const task = { type: 'object', properties: { id: { type: 'integer' } } };
const document = openapi({
  'x-sdk': { envelope: { data: 'items' } },
  paths: {
    '/tasks': {
      get: {
        tags: ['Tasks'],
        operationId: 'getTasks',
        responses: { 200: json({ type: 'object', properties: { items: { type: 'array', items: task } } }) },
      },
    },
    '/tasks/{id}': {
      delete: {
        tags: ['Tasks'],
        operationId: 'deleteTask',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      },
    },
  },
});

test('what can be shown ahead of time, by group and method', async () => {
  const [file] = await formatFiles(emitOptimistic(await modelOf(document)));
  expect(file?.content.split('\n').slice(3).join('\n'))
    .toBe(`import { createOptimistic, type Optimistic } from '@sdkwright/react-query';

/**
 * Shows a mutation before the server has answered, and takes it back when it fails: \`useXMutation({
 * optimistic })\`.
 *
 * Knows \`deleteTask\`; with any other it does nothing.
 */
export const optimistic: Optimistic = /* @__PURE__ */ createOptimistic(
  { 'tasks.delete': [{ query: ['tasks', 'list'], match: [], item: 'id', kind: 'drop' }] },
  'items',
);
`);
});

test('nothing where nothing can', async () => {
  expect(emitOptimistic(await modelOf(openapi()))).toEqual([]);
});
