import type { RecordedRequest } from '@webwork-sdk/mock';
import { expect, test } from 'vitest';
import { coverageOf, itemsOf, touchedBy, type Coverable } from '../src/coverage.ts';

const updateTask: Coverable = {
  operation: 'updateTask',
  parameters: ['path:task', 'query:page', 'query:filter', 'header:x-trace'],
  bodyFields: ['title', 'size'],
  statuses: [200, 404],
};
const request: RecordedRequest = {
  method: 'PATCH',
  path: '/tasks/1',
  url: '/api/v2/tasks/1?filter%5Bstate%5D=open',
  query: [['filter%5Bstate%5D', 'open']],
  headers: { 'x-trace': 'a', 'content-type': 'application/json' },
  body: '{"title":"Paint"}',
  status: 200,
  violations: [],
};

test('the items of a document are its operations, statuses, parameters and body fields', () => {
  expect(itemsOf([updateTask])).toEqual([
    'operations updateTask',
    'statuses updateTask 200',
    'statuses updateTask 404',
    'parameters updateTask path:task',
    'parameters updateTask query:page',
    'parameters updateTask query:filter',
    'parameters updateTask header:x-trace',
    'body fields updateTask title',
    'body fields updateTask size',
  ]);
});

test('a request touches what arrived', () => {
  const touched = new Set(touchedBy(updateTask, request));
  expect(itemsOf([updateTask]).filter((item) => touched.has(item))).toEqual([
    'operations updateTask',
    'statuses updateTask 200',
    'parameters updateTask path:task',
    'parameters updateTask query:filter',
    'parameters updateTask header:x-trace',
    'body fields updateTask title',
  ]);
});

test('a failure alone does not cover an operation', () => {
  expect(touchedBy(updateTask, { ...request, status: 404 })).not.toContain('operations updateTask');
});

test('the fields of a form count like those of JSON', () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(touchedBy(updateTask, { ...request, headers, body: 'title=Paint+it' })).toContain(
    'body fields updateTask title',
  );
});

test('the table has a line per package and names what is missing', () => {
  const items = itemsOf([updateTask]);
  const touched = new Map([
    ['@acme/client', new Set(items)],
    ['@acme/react-query', new Set(items.filter((item) => !item.endsWith(':page') && !item.endsWith(' 404')))],
  ]);
  const { text, missing } = coverageOf(items, touched);
  expect(missing).toEqual([
    '@acme/react-query: statuses updateTask 404',
    '@acme/react-query: parameters updateTask query:page',
  ]);
  expect(text).toBe(
    [
      'package            operations      statuses        parameters      body fields',
      '@acme/client       1 of 1 (100 %)  2 of 2 (100 %)  4 of 4 (100 %)  2 of 2 (100 %)',
      '@acme/react-query  1 of 1 (100 %)  1 of 2 (50 %)   3 of 4 (75 %)   2 of 2 (100 %)',
      '',
      'Missing:',
      '  @acme/react-query: statuses updateTask 404',
      '  @acme/react-query: parameters updateTask query:page',
      '',
    ].join('\n'),
  );
});

test('one of 200 missing is not 100 %', () => {
  const statuses = Array.from({ length: 200 }, (_, index) => index);
  const items = itemsOf([{ ...updateTask, statuses }]);
  const { text } = coverageOf(items, new Map([['p', new Set(items.slice(0, 200))]]));
  expect(text).toContain('199 of 200 (99 %)');
});
