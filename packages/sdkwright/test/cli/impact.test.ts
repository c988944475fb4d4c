import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtWorkspace } from '../built-workspace.ts';
import { consumer } from '../impact/consumer.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { sdkwright } from './command.ts';

const document = fileURLToPath(new URL('../impact/acme.yaml', import.meta.url));
const before = await readFile(document, 'utf8');

/** Every kind of need: fields that come and go, one that travels elsewhere, one call that is deprecated. */
const after = before
  .replace('title: Acme', 'title: The API of Acme')
  .replace('enum: [open, done, late]', 'enum: [open, done]')
  .replace('required: [title]', 'required: [title, project_id]')
  .replace('note: { type: string }', 'note: { type: string }, project_id: { type: integer }')
  .replace(', email: { type: string }', '')
  .replace('operationId: getTask\n', 'operationId: getTask\n      deprecated: true\n')
  .replace(
    'parameters: [{ name: workspace_id, in: query, required: true, schema: { type: integer } }]',
    'requestBody: { required: true, content: { application/json: { schema: { type: object, required: [workspace_id], properties: { workspace_id: { type: integer } } } } } }',
  );

const touched = `Has to change:

  src/functions.ts:5:32  acme.tasks.create project_id: A required input is new
    const input: CreateTaskInput = { title: 'A', note: 'B' };
    → Give \`project_id\`.

  src/functions.ts:9:24  acme.tasks.create project_id: A required input is new
    export const untyped = createTask(client, plain);
    → Give \`project_id\`.

  src/hooks.tsx:8:40  acme.tasks.create project_id: A required input is new
    return <button onClick={() => mutate({ title: 'New' })}>{data?.owner?.name}</button>;
    → Give \`project_id\`.

  src/tasks.ts:6:41  acme.tasks.list status: An input no longer takes an enum value
    const tasks = await acme.tasks.list({ status: 'late' });
    → Send another value than \`late\`.

  src/tasks.ts:7:57  Task.owner.email: A field of an answer is gone
    return tasks.map(({ title, owner }) => title + owner?.email);
    → Do not read \`email\`: answers no longer have it.

  src/tasks.ts:10:57  acme.tasks.create project_id: A required input is new
    export const add = (title: string) => acme.tasks.create({ title });
    → Give \`project_id\`.

Stays as it is, but fails without the upgrade:

  src/tasks.ts:11:71  acme.tasks.delete workspace_id: An input travels in another part of the request
    export const remove = (id: number) => acme.tasks.delete({ taskId: id, workspace_id: 1 });
    → Upgrade; the code stays as it is.

Goes on working:

  src/functions.ts:7:42  acme.tasks.create project_id: A required input is new
    export const copied = createTask(client, { ...input });
    → See that \`project_id\` is in what is spread here.

  src/functions.ts:10:20  acme.tasks.get: An operation is deprecated
    export const one = getTask(client, { taskId: 1 });
    → Look for what replaces it; it goes on working.

  src/hooks.tsx:3:31  acme.tasks.get: An operation is deprecated
    export const key = keys.tasks.get({ taskId: 1 });
    → Look for what replaces it; it goes on working.

  src/hooks.tsx:6:20  acme.tasks.get: An operation is deprecated
    const { data } = useGetTaskQuery({ taskId: 1 });
    → Look for what replaces it; it goes on working.

6 to change, 1 to upgrade, 4 to look at, in 3 files.
`;

test('an update is told by the places in the code that it touches', { timeout: 120_000 }, async () => {
  const folder = await builtWorkspace(document);
  await writeFiles(join(folder, 'app'), consumer);
  await writeFiles(folder, { 'after.yaml': after, 'before.yaml': before });
  const impact = (...flags: readonly string[]): ReturnType<typeof sdkwright> =>
    sdkwright(folder, 'impact', 'app', ...flags);
  // What the installed packages were made from is in them.
  expect(await impact('--to', 'after.yaml')).toEqual({ code: 0, stdout: touched, stderr: '' });
  const told = await impact('--from', 'before.yaml', '--to', 'after.yaml', '--fail-on', 'change');
  expect(told).toEqual({ code: 1, stdout: touched, stderr: '' });
  const back = await impact('--from', '0.0.0', '--to', 'before.yaml', '--fail-on', 'any');
  expect(back).toEqual({ code: 0, stdout: 'The update touches no call in this project.\n', stderr: '' });
  const { stdout } = await impact('--to', 'after.yaml', '--json');
  expect(JSON.parse(stdout)[0]).toMatchObject({
    site: { file: 'src/functions.ts', line: 5, column: 32, package: 'types', owner: 'CreateTaskInput' },
    change: { kind: 'required-input-added', operation: 'createTask', field: 'project_id' },
    need: 'change',
    advice: 'Give `project_id`.',
  });
});

test('a folder that cannot be looked through is told', async () => {
  const folder = await temporaryFolder({
    'empty/readme.txt': '',
    'other/main.ts': 'export {};',
    'broken/tsconfig.json': '{ "extends": "./gone.json" }',
  });
  const stderrOf = async (project: string, ...flags: readonly string[]): Promise<string> =>
    (await sdkwright(folder, 'impact', project, '--to', '1.0.0', ...flags)).stderr.split('\n')[0] ?? '';
  expect(await stderrOf('empty')).toMatch(
    /^error project-unreadable: there is no TypeScript or JavaScript in/,
  );
  expect(await stderrOf('other')).toMatch(/uses no packages that sdkwright generated$/);
  expect(await stderrOf('other', '--scope', '@acme')).toMatch(/does not use @acme\/types, @acme\/client or/);
});
