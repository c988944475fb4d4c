import { expect, test } from 'vitest';
import { consumerErrors } from '../src/update/consumer-errors.ts';
import { temporaryFolder, write } from './acme-repository.ts';

const program = `import type { Acme } from '@acme/client';

export async function useGetTasks(client: Acme): Promise<void> {
  await client.tasks.list();
}

export async function useCreateTask(client: Acme): Promise<void> {
  await client.tasks.create();
}
`;

test('an error is told with the package and the operation that it is about', async () => {
  const folder = await temporaryFolder();
  await write(folder, { 'src/generated/client/tasks.ts': program });
  const output = `$ tsc
src/generated/client/tasks.ts(8,22): error TS2554: Expected 1 arguments.
  Its message goes on here.
src/generated/client/tasks.ts(1,15): error TS2305: No Acme.
[ELIFECYCLE] Command failed.
`;
  expect(await consumerErrors(output, folder)).toEqual([
    {
      package: 'client',
      typeName: 'CreateTask',
      text: 'src/generated/client/tasks.ts(8,22): error TS2554: Expected 1 arguments.',
    },
    { package: 'client', text: 'src/generated/client/tasks.ts(1,15): error TS2305: No Acme.' },
  ]);
});
