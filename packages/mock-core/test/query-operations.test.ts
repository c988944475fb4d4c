import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';

const task = { type: 'object', required: ['like'], properties: { like: { type: 'string' } } };
const content = { 'application/json': { schema: task } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Queries', version: '1.0.0' },
  paths: {
    '/lists/{id}': {
      parameters: [id],
      query: {
        parameters: [page],
        requestBody: { required: true, content },
        responses: { 200: { content } },
      },
      post: { responses: { 204: {} } },
    },
    '/lists': { get: { responses: { 204: {} } } },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

async function query(path: string, body: object): Promise<[status: number, violations: string[]]> {
  mock.clear();
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(mock.url + path, { method: 'QUERY', headers, body: JSON.stringify(body) });
  return [status, mock.requests.flatMap(({ violations }) => violations.map(({ message }) => message))];
}

test('a QUERY is checked and answered', async () => {
  expect(await query('/lists/1?page=2', { like: 'a' })).toEqual([200, []]);
  expect(mock.requests).toMatchObject([{ method: 'QUERY', path: '/lists/1' }]);
  const [status, violations] = await query('/lists/one?page=two', {});
  expect([status, violations.length]).toEqual([422, 3]);
});

test('a path without one has none, and a POST is another', async () => {
  expect((await query('/lists', {}))[0]).toBe(404);
  expect((await fetch(`${mock.url}/lists/1`, { method: 'POST' })).status).toBe(204);
});
