import { expect, test } from 'vitest';
import { startMock } from '../src/index.ts';

const example = (value: string): object => ({ schema: { type: 'string' }, example: value });
const headers = {
  'Transfer-Encoding': example('chunked'),
  'Content-Length': example('7'),
  'X-Total': example('2'),
};
const document = {
  openapi: '3.1.0',
  info: { title: 'Speech', version: '1.0.0' },
  paths: {
    '/speech': {
      get: {
        responses: {
          200: { description: 'OK', headers, content: { 'application/json': { example: { words: [] } } } },
        },
      },
    },
  },
};

test('documented headers that cut a message are left to the server that sends it', async () => {
  const mock = await startMock({ document });
  const response = await fetch(`${mock.url}/speech`);
  expect([response.status, response.headers.get('x-total'), await response.json()]).toEqual([
    200,
    '2',
    { words: [] },
  ]);
  await mock.close();
});
