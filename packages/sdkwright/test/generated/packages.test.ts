import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generate, type GenerateOptions, type GenerateResult } from '../../src/generate.ts';
import { readTree, temporaryFolder } from '../temporary-folder.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function generateAcme(out: string): Promise<GenerateResult> {
  const options: GenerateOptions = {
    document: here('./acme.yaml'),
    out,
    scope: '@acme',
    targets: ['types', 'client', 'react-query', 'mock'],
  };
  return await generate(options);
}

/** Every flag of the repository's own code, with the packages found as npm would: by name. */
const tsconfig = JSON.stringify({
  extends: here('../../../../tsconfig.base.json'),
  compilerOptions: {
    noEmit: true,
    skipLibCheck: true,
    lib: ['es2023', 'dom', 'dom.iterable'],
    paths: {
      '@acme/types': ['./types/src/generated/index.ts'],
      '@acme/types/*': ['./types/src/generated/groups/*.ts'],
      '@acme/client': ['./client/src/generated/index.ts'],
      '@acme/client/*': ['./client/src/generated/groups/*.ts', './client/src/generated/*.ts'],
    },
  },
  include: ['**/*.ts'],
});

/** What a consumer writes: it compiles only if names, inputs and results are what the document says. */
const consumer = `import { Acme, getTasks } from '@acme/client';
import {
  taskLevelValues,
  taskLevelValues2,
  taskPriorityValues,
  type Comment,
  type CommentAuthor,
  type CreateTaskInput,
  type CreateTaskInputSchema,
  type Task,
  type TaskLevel,
} from '@acme/types';

const acme = new Acme({ token: 'secret', account: 1 });
export const tasks: Promise<Task[]> = Promise.resolve(acme.tasks.list({ status: ['open', null] }));
export const input: CreateTaskInput = { title: 'A', priority: taskPriorityValues[0] };
export const gone: Promise<void> = Promise.resolve(acme.tasks.delete({ id: 1 }));
export const odd: Promise<string | null> = Promise.resolve(acme.oddNamesMore.putTasksById({ path: { id: 1 }, body: ['a'] }));
export const viewed: Promise<Task[]> = Promise.resolve(getTasks(acme, { account: 1 }));
export const body: Promise<CreateTaskInputSchema> = Promise.resolve(acme.constructor_.then_());
export const sent: Promise<void> = Promise.resolve(acme.request_.toString_());
export const level: TaskLevel = taskLevelValues[0];
export const inline: Task['level'] = taskLevelValues2[0];
export const boss: CommentAuthor = { boss: { name: 'A' } };
export const comment: Comment = { editor: boss, answer: { data: { id: 1 } }, trouble: { message: 'No' }, title: 'A' };
// @ts-expect-error TS2322: an unknown status
acme.tasks.list({ status: ['later'] });
// @ts-expect-error TS2345: the title is missing
acme.tasks.createTask({ priority: 1 });
`;

/** Runs a compiler on a folder; what it prints, which is nothing if all is well. */
async function compile(compiler: string, folder: string): Promise<string> {
  return await new Promise((resolve) => {
    const args = [here(`../../node_modules/${compiler}/bin/tsc`), '-p', folder];
    execFile(process.execPath, args, { cwd: folder, timeout: 50_000 }, (error, stdout, stderr) => {
      resolve(error === null ? '' : stdout + stderr + error.message);
    });
  });
}

test.each(['typescript-7', 'typescript'])(
  'what is generated compiles under %s with every strict flag',
  async (compiler) => {
    const folder = await temporaryFolder({
      'package.json': '{"type":"module"}',
      'tsconfig.json': tsconfig,
      'consumer.ts': consumer,
    });
    await symlink(here('../../node_modules'), join(folder, 'node_modules'));
    await generateAcme(folder);
    expect(await compile(compiler, folder)).toBe('');
  },
);

test('two runs are equal to the byte, and the second changes nothing', async () => {
  const first = await temporaryFolder();
  const second = await temporaryFolder();
  await generateAcme(first);
  await generateAcme(second);
  expect(await readTree(second)).toEqual(await readTree(first));
  const { plan, files } = await generateAcme(first);
  expect(plan).toMatchObject({ created: [], changed: [], deleted: [], foreign: [], begun: [] });
  const generated = files.filter(({ begun }) => !begun);
  expect(plan.unchanged).toEqual(generated.map(({ path }) => path).toSorted());
});
