import { beforeAll, expect, test } from 'vitest';
import { sections, type BenchCall } from '../src/calls.ts';
import { subjects } from '../src/subjects.ts';
import { benchCalls } from '../src/workbench.ts';

let update: BenchCall;
beforeAll(async () => {
  const found = (await benchCalls()).find(({ operation }) => operation.id === 'updateContract');
  if (!found) throw new Error('the document has no updateContract');
  update = found;
});

test('the input is told apart by where it goes', () => {
  expect(sections(update, ['path', 'query', 'body'])).toBe(
    '{ path: {"contractId":100}, body: {"workspace_id":1} }',
  );
});

test.each([
  ['webwork-sdk', 'updateContract(client, {"contractId":100,"workspace_id":1})'],
  [
    'openapi-fetch',
    `client.PUT('/contracts/{contractId}', { params: { path: {"contractId":100} }, body: {"workspace_id":1} })`,
  ],
  ['hey-api', 'updateContract({ path: {"contractId":100}, body: {"workspace_id":1} })'],
  ['orval', 'updateContract(100, {"workspace_id":1})'],
])('%s makes the same call', (name, want) => {
  const subject = subjects.find((candidate) => candidate.name === name);
  expect(subject?.module([update])).toContain(`export const call0 = () => ${want};\n`);
});
