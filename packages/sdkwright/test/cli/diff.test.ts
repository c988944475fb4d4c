import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { sdkwright } from './command.ts';

const before = `openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
paths:
  /tasks/{id}:
    delete:
      operationId: deleteTask
      tags: [Tasks]
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [workspace_id], properties: { workspace_id: { type: integer } } }
      responses: { 204: { description: Gone } }
`;

/** The same field, in the query. */
const moved = before
  .replace(/      requestBody:[^]*?(?=      responses)/, '')
  .replace(
    /parameters: \[(.*)\]/,
    'parameters: [$1, { name: workspace_id, in: query, required: true, schema: { type: integer } }]',
  );

const table = `bump   where                           what                                             compiles  wire           before → after
patch  acme.tasks.delete workspace_id  An input travels in another part of the request  yes       until-upgrade  body → query

types: patch, client: patch, react-query: none
`;

test('diff tells what changed for consumers; a field that moves is no break', async () => {
  const folder = await temporaryFolder({ 'before.yaml': before, 'after.yaml': moved });
  expect(await sdkwright(folder, 'diff', 'before.yaml', 'after.yaml', '--fail-on', 'minor')).toEqual({
    code: 0,
    stdout: table,
    stderr: '',
  });
});

test('--fail-on makes the exit code tell; equal documents never fail', async () => {
  const folder = await temporaryFolder({
    'before.yaml': before,
    'after.yaml': before.replace('deleteTask', 'removeTask'),
  });
  const run = async (after: string): Promise<number> =>
    (await sdkwright(folder, 'diff', 'before.yaml', after, '--fail-on', 'major')).code;
  expect(await run('after.yaml')).toBe(1);
  expect(await run('before.yaml')).toBe(0);
  expect((await sdkwright(folder, 'diff', 'before.yaml', 'before.yaml')).stdout).toBe(
    'Nothing that a consumer can notice changed.\n',
  );
});

test('--json prints data, --markdown a page, never both', async () => {
  const folder = await temporaryFolder({ 'before.yaml': before, 'after.yaml': moved });
  const run = async (...flags: string[]): Promise<string> => {
    const { stdout, stderr } = await sdkwright(folder, 'diff', 'before.yaml', 'after.yaml', ...flags);
    return stdout + stderr;
  };
  expect(JSON.parse(await run('--json'))).toMatchObject({
    changes: [{ kind: 'input-moved', field: 'workspace_id', wire: 'until-upgrade', compile: [] }],
    bumps: { types: 'patch', client: 'patch', 'react-query': 'none' },
  });
  expect(await run('--markdown')).toBe(`# What changed

| package     | bump  |
| ----------- | ----- |
| types       | patch |
| client      | patch |
| react-query | none  |

## patch

| where                            | what                                            | before | after   | on the wire   | no longer compiles | packages      |
| -------------------------------- | ----------------------------------------------- | ------ | ------- | ------------- | ------------------ | ------------- |
| \`acme.tasks.delete workspace_id\` | An input travels in another part of the request | \`body\` | \`query\` | until-upgrade |                    | types, client |
`);
  expect(await run('--json', '--markdown')).toContain("'--json' cannot be used with option '--markdown'");
});

test('an overlay is taken on each side', async () => {
  const overlay = `overlay: 1.0.0
actions: [{ target: "$.paths['/tasks/{id}'].delete", update: { x-sdk: { method: remove } } }]
`;
  const folder = await temporaryFolder({ 'api.yaml': before, 'overlay.yaml': overlay });
  const { stdout } = await sdkwright(
    folder,
    'diff',
    'api.yaml',
    'api.yaml',
    '--overlay-after',
    'overlay.yaml',
  );
  expect(stdout).toContain('acme.tasks.delete → acme.tasks.remove');
  const both = ['--overlay-before', 'overlay.yaml', '--overlay-after', 'overlay.yaml'];
  expect((await sdkwright(folder, 'diff', 'api.yaml', 'api.yaml', ...both)).stdout).toContain('Nothing');
});

test('a document that is missing is told as everywhere', async () => {
  const folder = await temporaryFolder({ 'api.yaml': before });
  expect(await sdkwright(folder, 'diff', 'api.yaml', 'gone.yaml')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('error document-not-found: cannot read "gone.yaml"'),
  });
});
