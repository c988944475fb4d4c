import { expect, test } from 'vitest';
import { readDocument } from '../../src/read/read-document.ts';
import { loopbackServer } from '../loopback-server.ts';
import { problemsOf } from '../problems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const tasks = `openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
paths:
  /tasks:
    get:
      operationId: getTasks
      responses:
        200: { $ref: '#/components/responses/Tasks' }
`;

test('a $ref to nothing has line and column', async () => {
  const folder = await temporaryFolder({ 'api.yaml': tasks });
  expect(await problemsOf(() => readDocument(`${folder}/api.yaml`))).toBe(
    [
      'error reference-unresolved: $ref "#/components/responses/Tasks" leads to nothing',
      `  at ${folder}/api.yaml:8:22 #/paths/~1tasks/get/responses/200/$ref`,
      '  Add the missing part to the document or correct the $ref.',
    ].join('\n'),
  );
});

test('a wrong version has line and column', async () => {
  const folder = await temporaryFolder({ 'api.yaml': '# ours\nopenapi: 4.0.0\n' });
  expect(await problemsOf(() => readDocument(`${folder}/api.yaml`))).toContain(
    `  at ${folder}/api.yaml:2:10 #/openapi\n`,
  );
});

test('the overlay is applied before references and ids are checked', async () => {
  const folder = await temporaryFolder({
    'api.yaml': tasks,
    'overlay.yaml': `overlay: 1.0.0
actions:
  - target: $
    update: { components: { responses: { Tasks: { description: OK } } } }
`,
  });
  expect(await readDocument(`${folder}/api.yaml`, { overlay: `${folder}/overlay.yaml` })).toMatchObject({
    components: { responses: { Tasks: { description: 'OK' } } },
  });
});

test('an overlay that breaks a reference is told', async () => {
  const folder = await temporaryFolder({
    'api.yaml': `${tasks}components: { responses: { Tasks: { description: OK } } }\n`,
    'overlay.yaml': 'overlay: 1.0.0\nactions: [{ target: $.components.responses.Tasks, remove: true }]\n',
  });
  const read = (): Promise<unknown> =>
    readDocument(`${folder}/api.yaml`, { overlay: `${folder}/overlay.yaml` });
  expect(await problemsOf(read)).toContain('error reference-unresolved: $ref "#/components/responses/Tasks"');
});

test('an overlay that is missing is told like a document', async () => {
  const folder = await temporaryFolder({ 'api.yaml': tasks });
  expect(await problemsOf(() => readDocument(`${folder}/api.yaml`, { overlay: 'no.yaml' }))).toContain(
    'error document-not-found: cannot read "no.yaml": there is no such file',
  );
});

test('a password in the URL of a document or of a $ref is in no message, and places are still found', async () => {
  const url = await loopbackServer((_, response) =>
    response.end("openapi: 3.1.0\npaths: { /a: { $ref: 'https://ann:s3cret@acme.example/a.yaml' } }\n"),
  );
  expect(await problemsOf(() => readDocument(`${url.replace('//', '//ann:s3cret@')}/api.yaml`))).toBe(
    [
      'error reference-unresolved: $ref "https://***@acme.example/a.yaml" leads out of the document',
      `  at ${url.replace('//', '//***@')}/api.yaml:2:22 #/paths/~1a/$ref`,
      '  Bundle the document into one file first, for example with `npx @redocly/cli bundle`.',
    ].join('\n'),
  );
});

const overlays = [
  { given: 'overlay: 2.0.0\nactions: []\n', want: '1:10 #/overlay' },
  {
    given: 'overlay: 1.0.0\nactions:\n  - target: $.nowhere\n    remove: true\n',
    want: '3:13 #/actions/0/target',
  },
];

test.each(overlays)('a problem of an overlay has its line and column: $want', async ({ given, want }) => {
  const folder = await temporaryFolder({ 'api.yaml': 'openapi: 3.1.0\n', 'overlay.yaml': given });
  const read = (): Promise<unknown> =>
    readDocument(`${folder}/api.yaml`, { overlay: `${folder}/overlay.yaml` });
  expect(await problemsOf(read)).toContain(`  at ${folder}/overlay.yaml:${want}\n`);
});
