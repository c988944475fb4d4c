import { expect, test } from 'vitest';
import { curlExample } from '../src/index.ts';
import { tasksDocument } from './tasks-document.ts';

const url = 'http://127.0.0.1:4010/api/v2';

test('the first GET, with its required query and a token', () => {
  expect(curlExample({ url, document: tasksDocument })).toBe(
    "curl -H 'authorization: Bearer any-token' 'http://127.0.0.1:4010/api/v2/tasks?workspace_id=7'",
  );
});

test('path parameters where every GET has them, also by reference', () => {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', example: "o'neil" } };
  const document = {
    paths: { '/users/{id}': { parameters: [{ $ref: '#/components/parameters/id' }], get: {} } },
    components: { parameters: { id } },
  };
  expect(curlExample({ url, document })).toBe(
    "curl -H 'authorization: Bearer any-token' 'http://127.0.0.1:4010/api/v2/users/o%27neil'",
  );
});
