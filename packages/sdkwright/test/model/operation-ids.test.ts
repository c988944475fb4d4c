import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { gaps } from '../../src/model/gaps.ts';
import { modelOf, openapi } from '../documents.ts';

const list = { operationId: 'tasks', responses: {} };

test('the second operation of an id is called by method and path, and a warning names both', async () => {
  const document = openapi({
    paths: {
      '/tasks': { get: list, post: list },
      '/jobs/all': { $ref: '#/components/pathItems/Jobs' },
      '/post-tasks': { get: { operationId: 'postTasks', responses: {} } },
    },
    components: { pathItems: { Jobs: { get: list } } },
  });
  const model = await modelOf(document);
  expect(model.operations.map(({ id }) => id)).toEqual(['tasks', 'postTasks2', 'getJobsAll', 'postTasks']);
  expect(gaps(document, model, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      'warning operation-id-duplicate: operationId "tasks" of POST /tasks is already the id of GET /tasks; it is called postTasks2',
      '  at api.yaml #/paths/~1tasks/post/operationId',
      '  Rename one of the two in the document, or in an overlay.',
    ].join('\n'),
    [
      'warning operation-id-duplicate: operationId "tasks" of GET /jobs/all is already the id of GET /tasks; it is called getJobsAll',
      '  at api.yaml #/paths/~1jobs~1all/get/operationId',
      '  Rename one of the two in the document, or in an overlay.',
    ].join('\n'),
  ]);
});
