import { expect, test } from 'vitest';
import { startMock } from '../src/index.ts';

const securitySchemes = {
  certificate: { type: 'mutualTLS' },
  body: { type: 'http', scheme: 'postBody' },
  key: { type: 'apiKey', in: 'header', name: 'x-key' },
};

test.each([
  ['what it cannot check', [{ certificate: [] }], 204],
  ['one of several that it cannot check', [{ key: [] }, { body: [] }], 204],
  ['nothing, or something', [{}, { key: [] }], 204],
  ['what it can', [{ key: [] }], 401],
  ['what it can, beside what it cannot', [{ key: [], certificate: [] }], 401],
])('an operation that asks for %s', async (_name, security, want) => {
  const responses = { 204: { description: 'Done' } };
  const mock = await startMock({
    document: {
      openapi: '3.1.0',
      info: { title: 'Security', version: '1.0.0' },
      paths: { '/task': { get: { security, responses } } },
      components: { securitySchemes },
    },
  });
  expect((await fetch(`${mock.url}/task`, { headers: { authorization: 'Bearer token' } })).status).toBe(want);
  await mock.close();
});
