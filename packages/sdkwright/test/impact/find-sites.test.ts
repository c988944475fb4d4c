import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findSites } from '../../src/impact/find-sites.ts';
import { openProject } from '../../src/impact/project.ts';
import { builtWorkspace } from '../built-workspace.ts';
import { writeFiles } from '../temporary-folder.ts';
import { consumer } from './consumer.ts';

const document = fileURLToPath(new URL('acme.yaml', import.meta.url));

test('every way to use the packages is found', async () => {
  const folder = join(await builtWorkspace(document), 'app');
  await writeFiles(folder, consumer);
  const project = openProject(folder);
  const sites = project.searched.flatMap(findSites).map(({ file, line, column, owner, path, use }) => {
    const { kind, ...rest } = use;
    return [`${file}:${line}:${column}`, kind, [owner, ...path].join('.'), ...Object.values(rest)].join(' ');
  });
  expect(project.scope).toBe('@acme');
  expect(sites).toEqual([
    'src/functions.ts:4:29 name api',
    'src/functions.ts:5:14 name CreateTaskInput',
    'src/functions.ts:5:32 object CreateTaskInput title,note false',
    'src/functions.ts:5:34 write CreateTaskInput.title ',
    'src/functions.ts:5:46 write CreateTaskInput.note ',
    'src/functions.ts:6:21 call createTask fields',
    'src/functions.ts:7:23 call createTask fields',
    'src/functions.ts:7:42 object CreateTaskInput  true',
    'src/functions.ts:9:24 call createTask unknown',
    'src/functions.ts:10:20 call getTask fields',
    'src/functions.ts:10:36 object GetTaskInput taskId false',
    'src/functions.ts:10:38 write GetTaskInput.taskId ',
    'src/hooks.tsx:3:20 name keys',
    'src/hooks.tsx:3:25 name Keys.tasks',
    'src/hooks.tsx:3:31 call TasksKeys.get none',
    'src/hooks.tsx:3:35 object GetTaskInput taskId false',
    'src/hooks.tsx:3:37 write GetTaskInput.taskId ',
    'src/hooks.tsx:6:20 call useGetTaskQuery fields',
    'src/hooks.tsx:6:36 object GetTaskInput taskId false',
    'src/hooks.tsx:6:38 write GetTaskInput.taskId ',
    'src/hooks.tsx:7:22 call useCreateTaskMutation none',
    'src/hooks.tsx:8:40 object CreateTaskInput title false',
    'src/hooks.tsx:8:42 write CreateTaskInput.title ',
    'src/hooks.tsx:8:66 read Task.owner ',
    'src/hooks.tsx:8:73 read Task.owner.name ',
    'src/tasks.ts:3:18 name Acme',
    'src/tasks.ts:6:28 name Acme.tasks',
    'src/tasks.ts:6:34 call TasksApi.list fields',
    'src/tasks.ts:6:39 object GetTasksInput status false',
    'src/tasks.ts:6:41 write GetTasksInput.status ',
    'src/tasks.ts:7:23 read Task.title ',
    'src/tasks.ts:7:30 read Task.owner ',
    'src/tasks.ts:7:57 read Task.owner.email ',
    'src/tasks.ts:10:44 name Acme.tasks',
    'src/tasks.ts:10:50 call TasksApi.create fields',
    'src/tasks.ts:10:57 object CreateTaskInput title false',
    'src/tasks.ts:10:59 write CreateTaskInput.title ',
    'src/tasks.ts:11:44 name Acme.tasks',
    'src/tasks.ts:11:50 call TasksApi.delete fields',
    'src/tasks.ts:11:57 object DeleteTaskInput taskId,workspace_id false',
    'src/tasks.ts:11:59 write DeleteTaskInput.taskId ',
    'src/tasks.ts:11:71 write DeleteTaskInput.workspace_id ',
    'src/tasks.ts:12:30 name Task',
    'src/tasks.ts:12:44 read Task.status Status',
  ]);
});
