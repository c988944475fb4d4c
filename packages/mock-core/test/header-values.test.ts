import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const integer = { type: 'integer' };
const point = { type: 'object', required: ['x'], properties: { x: integer } };
const responses = { 204: { description: 'Done.' } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1.0.0' },
  paths: {
    '/tasks': {
      get: {
        parameters: [
          { name: 'X-Sizes', in: 'header', schema: { type: 'array', items: integer } },
          { name: 'X-Point', in: 'header', explode: true, schema: point },
          { name: 'Accept', in: 'header', schema: { type: 'array', items: point } },
          { name: 'Prefer', in: 'header', schema: { enum: ['respond-async'] } },
          { name: 'Authorization', in: 'header', required: true, schema: integer },
          { name: 'X-Pair', in: 'header', schema: point },
        ],
        responses,
      },
    },
    '/tasks/{id}': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, style: 'matrix', schema: integer }],
        responses,
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

test.each<[headers: Record<string, string>, want: string[]]>([
  [{}, []],
  [{ 'x-sizes': '1,2', 'x-point': 'x=1', 'x-pair': 'x,1' }, []],
  [{ accept: '*/*', prefer: 'code=204', authorization: 'Bearer t' }, []],
  [{ 'x-sizes': '1,b' }, ['Request header parameter x-sizes.1 must be integer']],
  [{ 'x-point': 'y=1' }, ["Request header parameter x-point must have required property 'x'"]],
])('lists and objects in headers, sent or not: %j', async (headers, want) => {
  expect(await violationsAt(mock, '/tasks', { headers })).toEqual(want);
});

test('what Prism throws is an answer, and the mock goes on', async () => {
  expect(await violationsAt(mock, '/tasks/1')).toEqual([expect.stringContaining('prefixed with ";"')]);
  expect(await violationsAt(mock, '/tasks/;id=1')).toEqual([]);
});
