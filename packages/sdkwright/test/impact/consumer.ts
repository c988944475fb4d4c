/** A small project that uses the packages in every way: as methods, functions, hooks, keys and types. */
export const consumer: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      skipLibCheck: true,
      types: [],
    },
    include: ['src'],
  }),
  'src/tasks.ts': `import { Acme, type Task } from '@acme/client';

const acme = new Acme({ token: 'secret' });

export async function late(): Promise<string[]> {
  const tasks = await acme.tasks.list({ status: 'late' });
  return tasks.map(({ title, owner }) => title + owner?.email);
}

export const add = (title: string) => acme.tasks.create({ title });
export const remove = (id: number) => acme.tasks.delete({ taskId: id, workspace_id: 1 });
export const isOpen = (task: Task) => task.status === 'open';
`,
  'src/functions.ts': `import { api, createClient } from '@acme/client';
import { createTask, getTask, type CreateTaskInput } from '@acme/client/tasks';

const client = createClient(api, { token: 'secret' });
const input: CreateTaskInput = { title: 'A', note: 'B' };
export const made = createTask(client, input);
export const copied = createTask(client, { ...input });
const plain = { title: 'A' };
export const untyped = createTask(client, plain);
export const one = getTask(client, { taskId: 1 });
`,
  'src/hooks.tsx': `import { keys, useCreateTaskMutation, useGetTaskQuery } from '@acme/react-query';

export const key = keys.tasks.get({ taskId: 1 });

export function Title() {
  const { data } = useGetTaskQuery({ taskId: 1 });
  const { mutate } = useCreateTaskMutation();
  return <button onClick={() => mutate({ title: 'New' })}>{data?.owner?.name}</button>;
}
`,
};
