import { expect, test } from 'vitest';
import { apiExtension, operationExtension } from '../../src/model/extension.ts';

const apis = [
  { given: undefined, want: { clientInputs: [] } },
  { given: 'Acme', want: { clientInputs: [] } },
  {
    given: { name: 'Acme', clientInputs: ['account', 7] },
    want: { name: 'Acme', clientInputs: ['account'] },
  },
  {
    given: { envelope: { success: 'ok', data: 'payload', message: 'text', meta: 'info', other: 1 } },
    want: { envelope: { success: 'ok', data: 'payload', message: 'text', meta: 'info' }, clientInputs: [] },
  },
  { given: { envelope: { success: 'ok' } }, want: { clientInputs: [] } },
  {
    given: { rateLimit: { requests: 60, seconds: 60 } },
    want: { rateLimit: { requests: 60, seconds: 60 }, clientInputs: [] },
  },
  { given: { rateLimit: { requests: '60' } }, want: { clientInputs: [] } },
  { given: { int64: 'exact' }, want: { exactInt64: true, clientInputs: [] } },
  { given: { int64: 'number' }, want: { clientInputs: [] } },
];

test.each(apis)('x-sdk of an API: $given', ({ given, want }) => {
  expect(apiExtension({ 'x-sdk': given })).toEqual(want);
});

const operations = [
  { given: undefined, want: {} },
  { given: { group: 'Tasks', method: 'all' }, want: { group: 'Tasks', method: 'all' } },
  {
    given: { pagination: { page: 'page', size: 'per_page', defaultSize: 20, items: '/data', info: '/meta' } },
    want: {
      pagination: {
        style: 'page',
        page: 'page',
        size: 'per_page',
        defaultSize: 20,
        items: '/data',
        last: '/meta/last_page',
      },
    },
  },
  {
    given: { pagination: { page: 'page' } },
    want: { pagination: { style: 'page', page: 'page', items: '' } },
  },
  { given: { pagination: { items: '/data' } }, want: {} },
  { given: { pagination: false }, want: { pagination: false } },
  {
    given: { pagination: { page: 'p', first: 0, last: '/pages' } },
    want: { pagination: { style: 'page', page: 'p', items: '', first: 0, last: '/pages' } },
  },
  {
    given: { pagination: { style: 'offset', offset: 'skip', size: null, total: '/total' } },
    want: { pagination: { style: 'offset', offset: 'skip', items: '', total: '/total' } },
  },
  {
    given: { pagination: { style: 'cursor', cursor: 'after', items: '/data', key: 'id', more: '/has_more' } },
    want: { pagination: { style: 'cursor', cursor: 'after', items: '/data', key: 'id', more: '/has_more' } },
  },
  {
    given: { pagination: { style: 'link', next: '/next', inputs: ['page'] } },
    want: { pagination: { style: 'link', next: '/next', items: '', inputs: ['page'] } },
  },
  { given: { pagination: { style: 'seek', page: 'page' } }, want: {} },
];

test.each(operations)('x-sdk of an operation: $given', ({ given, want }) => {
  expect(operationExtension({ 'x-sdk': given })).toEqual(want);
});
