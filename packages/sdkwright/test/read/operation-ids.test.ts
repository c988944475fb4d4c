import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkOperationIds } from '../../src/read/operation-ids.ts';
import { openapi } from '../documents.ts';

test('the second operation of an id is named, and the first one with it', () => {
  const document = openapi({
    paths: {
      '/tasks': { get: { operationId: 'tasks' }, post: { operationId: 'tasks' } },
      '/jobs': { get: { operationId: 'tasks' } },
    },
  });
  expect(checkOperationIds(document, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      'error operation-id-duplicate: operationId "tasks" of POST /tasks is already the id of GET /tasks',
      '  at api.yaml #/paths/~1tasks/post/operationId',
      '  Rename one of the two in the document, or in an overlay.',
    ].join('\n'),
    [
      'error operation-id-duplicate: operationId "tasks" of GET /jobs is already the id of GET /tasks',
      '  at api.yaml #/paths/~1jobs/get/operationId',
      '  Rename one of the two in the document, or in an overlay.',
    ].join('\n'),
  ]);
});

test('operations without an id and ids that differ in case are no duplicates', () => {
  const document = openapi({
    paths: {
      '/a': { get: {}, put: {}, parameters: [] },
      '/b': { get: { operationId: 'b' }, put: { operationId: 'B' } },
    },
  });
  expect(checkOperationIds(document, 'api.yaml')).toEqual([]);
});
