import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';
import { violationsAt } from './violations.ts';

const texts = { type: 'array', items: { type: 'string' } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Labels', version: '1.0.0' },
  paths: {
    '/labels': {
      post: {
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                properties: {
                  names: texts,
                  sizes: { type: 'array', items: { type: 'integer' } },
                  joined: { ...texts, minItems: 2 },
                  title: { type: 'string' },
                },
              },
              encoding: { joined: { style: 'form', explode: false } },
            },
          },
        },
        responses: { 204: { description: 'Done.' } },
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

test.each([
  ['names=a', []],
  ['names=a+b%2Fc&names=d*', []],
  ['sizes=1&title=x', []],
  ['joined=a%2Cb', []],
  ['title=x', []],
  ['sizes=x', ['Request body property sizes.0 must be integer']],
])('the form %s', async (body, want) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await violationsAt(mock, '/labels', { method: 'POST', headers, body })).toEqual(want);
});
