import { beforeAll, expect, test } from 'vitest';
import { sections, type BenchCall } from '../src/calls.ts';
import { hookSubjects } from '../src/hook-subjects.ts';
import { subjects } from '../src/subjects.ts';
import { chosenCalls } from '../src/scale-table.ts';
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
  ['kubb', 'updateContract(100, {"workspace_id":1})'],
])('%s makes the same call', (name, want) => {
  const subject = subjects.find((candidate) => candidate.name === name);
  expect(subject?.module([update])).toContain(`export const call0 = () => ${want};\n`);
});

test.each([
  ['webwork-sdk', 'useUpdateContractMutation({ client }).mutate({"contractId":100,"workspace_id":1})'],
  [
    'openapi-react-query',
    `api.useMutation('put', '/contracts/{contractId}').mutate({ params: { path: {"contractId":100} }, body: {"workspace_id":1} })`,
  ],
  [
    'hey-api',
    'useMutation(updateContractMutation()).mutate({ path: {"contractId":100}, body: {"workspace_id":1} })',
  ],
  ['orval', 'useUpdateContract().mutate({ contractId: 100, data: {"workspace_id":1} })'],
  ['kubb', 'useUpdateContract().mutate({ contractId: 100, data: {"workspace_id":1} })'],
  [
    'hand-written TanStack',
    'useMutation({ mutationFn: ({ contractId, ...body }: UpdateContractInput) => request<UpdateContractResult>(\'PUT\', `/contracts/${contractId}`, { body: JSON.stringify(body) }) }).mutate({"contractId":100,"workspace_id":1})',
  ],
])('the hook of %s makes the same call', (name, want) => {
  const subject = hookSubjects.find((candidate) => candidate.name === name);
  expect(subject?.module([update])).toContain(`export const useHook0 = () => ${want};\n`);
});

test('what a large document costs is asked of the first query and the first mutation that need an input', async () => {
  const { query, mutation } = chosenCalls(await benchCalls());
  expect([query, mutation].map(({ operation }) => operation.id)).toEqual(['getMembers', 'inviteMember']);
});
