import { expect, test } from 'vitest';
import { readDocument, readMended } from '../../src/read/read-document.ts';
import { formatDiagnostic, formatLocation } from '../../src/diagnostics/diagnostic.ts';
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

test('a $ref to nothing is a warning in a document that is mended, also beside one that leads to a file', async () => {
  const folder = await temporaryFolder({
    'api.yaml': `${tasks}        404: { $ref: answers.yaml#/Missing }\n`,
    'answers.yaml': 'Missing: { description: None }\n',
  });
  const { document, warnings } = await readMended(`${folder}/api.yaml`);
  expect(document).toMatchObject({ paths: { '/tasks': { get: { responses: { 200: {} } } } } });
  expect(warnings.map(formatDiagnostic)).toEqual([
    [
      'warning reference-unresolved: $ref "#/components/responses/Tasks" leads to nothing; a schema there allows anything, all else is left out',
      `  at ${folder}/api.yaml:8:22 #/paths/~1tasks/get/responses/200/$ref`,
      '  Add the missing part to the document or correct the $ref.',
    ].join('\n'),
  ]);
});

test('what is found later is located in the document, in its files and in its overlay', async () => {
  const folder = await temporaryFolder({
    'api.yaml': `${tasks}  /users: { $ref: users.yaml }\n`,
    'users.yaml': '# ours\nget: { operationId: getUsers, responses: {} }\n',
    'overlay.yaml': `overlay: 1.0.0
actions:
  - { target: $, update: { components: { responses: { Tasks: { description: OK } } } } }
`,
  });
  const file = `${folder}/api.yaml`;
  const { locate } = await readMended(file, { overlay: `${folder}/overlay.yaml` });
  const found = (pointer: string): string | undefined =>
    locate([
      { code: 'links-left-out', severity: 'warning', message: '', help: '', location: { file, pointer } },
    ]).map(({ location }) => location && formatLocation(location))[0];
  expect([
    found('#/paths/~1tasks/get/responses'),
    found('#/paths/~1users/get/responses'),
    found('#/components/responses/Tasks/description'),
    found('#/paths/~1pets'),
  ]).toEqual([
    `${folder}/api.yaml:8:9 #/paths/~1tasks/get/responses`,
    `${folder}/users.yaml:2:42 #/get/responses`,
    `${folder}/overlay.yaml:3:77 #/actions/0/update/components/responses/Tasks/description`,
    `${folder}/api.yaml #/paths/~1pets`,
  ]);
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
      'error reference-refused: $ref "https://***@acme.example/a.yaml" leads to a URL',
      `  at ${url.replace('//', '//***@')}/api.yaml:2:22 #/paths/~1a/$ref`,
      '  If you trust it, name the folder or the URL with `--allow-refs`.',
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

const origins = [
  {
    name: 'the overlay that put it there',
    api: 'openapi: 3.1.0\nx-sdk: { name: Acme }\npaths: { /a: { get: {} } }\n',
    overlay: 'overlay: 1.0.0\nactions:\n  - target: $\n    update: { x-sdk: { name: 7 } }\n',
    want: 'overlay.yaml:4:30 #/actions/0/update/x-sdk/name',
  },
  {
    name: 'the last action that put it there',
    api: 'openapi: 3.1.0\npaths: { /a: { get: {} } }\n',
    overlay:
      'overlay: 1.0.0\nactions:\n  - target: $.paths.*.get\n    update: { x-sdk: { group: 1 } }\n  - target: $.paths["/a"]\n    update: { get: { x-sdk: { group: 2 } } }\n',
    want: 'overlay.yaml:6:38 #/actions/1/update/get/x-sdk/group',
  },
  {
    name: 'the list it was added to',
    api: 'openapi: 3.1.0\nx-sdk: { clientInputs: [] }\npaths: { /a: { parameters: [{ name: b, in: query }] , get: {} } }\n',
    overlay:
      'overlay: 1.0.0\nactions:\n  - target: $\n    update: { x-sdk: { clientInputs: [b] } }\n  - target: $\n    update: { x-sdk: { clientInputs: [c] } }\n',
    want: 'overlay.yaml:6:38 #/actions/1/update/x-sdk/clientInputs',
  },
  {
    name: 'an update that is no object',
    api: 'openapi: 3.1.0\nx-sdk: { name: Acme, clientInputs: [] }\n',
    overlay:
      'overlay: 1.0.0\nactions:\n  - target: $["x-sdk"].clientInputs\n    update: [c]\n  - target: $["x-sdk"].name\n    update: Other\n',
    want: 'overlay.yaml:4:13 #/actions/0/update',
  },
  {
    name: 'the document, where no overlay did',
    api: 'openapi: 3.1.0\nx-sdk: { nam: Acme }\n',
    overlay: 'overlay: 1.0.0\nactions:\n  - target: $\n    update: { x-sdk: { name: Acme } }\n',
    want: 'api.yaml:2:15 #/x-sdk/nam',
  },
];

test.each(origins)('a problem of x-sdk is placed in $name', async ({ api, overlay, want }) => {
  const folder = await temporaryFolder({ 'api.yaml': api, 'overlay.yaml': overlay });
  const read = (): Promise<unknown> =>
    readDocument(`${folder}/api.yaml`, { overlay: `${folder}/overlay.yaml` });
  expect(await problemsOf(read)).toContain(`  at ${folder}/${want}\n`);
});
