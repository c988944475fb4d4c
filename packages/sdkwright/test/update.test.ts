import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { JsonObject } from '../src/model/json.ts';
import { reportUpdate } from '../src/cli/update.ts';
import { updateDocument, type UpdateOptions, type UpdateResult } from '../src/update.ts';
import { generate } from '../src/generate.ts';
import { loopbackServer } from './loopback-server.ts';
import { readTree, temporaryFolder, writeFiles } from './temporary-folder.ts';

const parameter = { name: 'workspace_id', in: 'query', required: true, schema: { type: 'integer' } };
const task = {
  type: 'object',
  required: ['id', 'title'],
  properties: { id: { type: 'integer' }, title: { type: 'string' } },
};

const getTasks = {
  operationId: 'getTasks',
  tags: ['Tasks'],
  summary: 'List tasks',
  parameters: [parameter],
  responses: {
    200: { description: 'OK', content: { 'application/json': { schema: { type: 'array', items: task } } } },
  },
};
const deleteTask = {
  operationId: 'deleteTask',
  tags: ['Tasks'],
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['workspace_id'],
          properties: { workspace_id: { type: 'integer' } },
        },
      },
    },
  },
  responses: { 204: { description: 'Gone' } },
};

function api(changes: JsonObject = {}, get: JsonObject = getTasks, remove: JsonObject = deleteTask): string {
  const paths = { '/tasks': { get }, '/tasks/{id}': { delete: remove } };
  const info = { title: 'Acme', version: '1.0.0' };
  return JSON.stringify({
    openapi: '3.1.0',
    info,
    servers: [{ url: 'https://acme.example.com' }],
    paths,
    ...changes,
  });
}

/** A repository that holds the current document and what it gives. */
async function repository(): Promise<{ folder: string; options: Omit<UpdateOptions, 'to'> }> {
  const folder = await temporaryFolder({ 'api.json': api() });
  const options = {
    document: join(folder, 'api.json'),
    out: join(folder, 'packages'),
    root: folder,
    scope: '@acme',
    targets: ['types', 'client', 'react-query'] as const,
  };
  await generate(options);
  return { folder, options };
}

async function update(
  text: string,
  more: Partial<UpdateOptions> = {},
): Promise<{ folder: string; result: UpdateResult }> {
  const { folder, options } = await repository();
  const url = await loopbackServer((_request, response) => response.end(text));
  return { folder, result: await updateDocument({ ...options, to: `${url}/api.json`, ...more }) };
}

const undated = {
  ...getTasks,
  parameters: [parameter, { name: 'due', in: 'query', schema: { type: 'string' } }],
};
const fewer = { ...getTasks, parameters: [{ ...parameter, schema: { type: 'string' } }] };
const renamed = { ...getTasks, operationId: 'listAllTasks' };
const { requestBody: _body, ...bodiless } = deleteTask;
const moved = { ...bodiless, parameters: [...deleteTask.parameters, parameter] };
const prose = { ...getTasks, summary: 'All tasks of a workspace' };

describe('a successor', () => {
  test.each<[string, string, object]>([
    ['with more', api({}, undated), { types: 'minor', client: 'minor', 'react-query': 'minor' }],
    ['that breaks', api({}, fewer), { types: 'major', client: 'major', 'react-query': 'major' }],
    ['that renames', api({}, renamed), { types: 'major', client: 'major', 'react-query': 'major' }],
    ['with other words', api({}, prose), { types: 'patch', client: 'patch', 'react-query': 'patch' }],
    ['that is the same', api(), { types: 'none', client: 'none', 'react-query': 'none' }],
  ])('%s', async (_name, text, bumps) => {
    const { folder, result } = await update(text);
    expect(result.diff.bumps).toEqual(bumps);
    expect(await readFile(join(folder, 'api.json'), 'utf8')).toBe(text);
    const changesets = Object.keys(await readTree(folder)).filter((path) => path.startsWith('.changeset/'));
    expect(changesets).toEqual(result.changesets.map(({ path }) => path).toSorted());
    const again = await updateDocument({
      ...(await repository()).options,
      document: join(folder, 'api.json'),
      out: join(folder, 'packages'),
      root: folder,
      to: join(folder, 'api.json'),
    });
    expect([again.plan.created, again.plan.changed, again.plan.deleted, again.changesets]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('that moves a field to another place breaks nobody', async () => {
    const { result } = await update(api({}, getTasks, moved));
    expect(Object.values(result.diff.bumps)).not.toContain('major');
  });
});

describe('nothing is written', () => {
  test.each<[string, string, RegExp]>([
    ['for a document that is cut off', api().slice(0, 200), /^error document-unparsable/],
    ['for a page', '<!doctype html><title>Sign in</title>', /^error document-(unparsable|not-openapi)/],
    [
      'for one that is cut off where it still parses',
      api({ paths: {} }),
      /^error document-incomplete: the document has 0 of the 2 operations of the current one\n {2}at .*\n {2}Check the path or URL; `--force` takes it all the same\.$/,
    ],
    ['for 100 MB', `# ${'a'.repeat(100_000_000)}`, /^error document-too-large: .* holds more than 64 MiB/],
    [
      'for another API',
      api({ info: { title: 'Other', version: '9' } }),
      /^error document-other: the document is of 'Other', the current one of 'Acme'\n {2}at .*\n {2}.*`--force` takes it all the same\.$/,
    ],
    [
      'for the same API of another server',
      api({ servers: [{ url: 'https://other.example.com' }] }),
      /^error document-other: the server of the document is https:\/\/other\.example\.com, that of the current one https:\/\/acme\.example\.com\n/,
    ],
    [
      'for an older one',
      api({ info: { title: 'Acme', version: '0.9.9' } }),
      /^error document-older: the document has version 0.9.9, the current one 1.0.0/,
    ],
    [
      'for one that is split over files',
      api({}, { ...getTasks, responses: { 200: { $ref: './answers.json#/Tasks' } } }),
      /^error reference-unresolved: \$ref "\.\/answers\.json#\/Tasks" leads out of the document\n {2}at .*\n {2}Bundle the document into one file first, for example with `npx @redocly\/cli bundle`\.$/,
    ],
    [
      'for a reference to nothing',
      api({}, { ...getTasks, responses: { 200: { $ref: '#/nowhere' } } }),
      /^error reference-unresolved/,
    ],
  ])('%s', async (_name, text, message) => {
    const { folder, options } = await repository();
    const before = await readTree(folder);
    const url = await loopbackServer((_request, response) => response.end(text));
    await expect(updateDocument({ ...options, to: url })).rejects.toThrow(message);
    expect(await readTree(folder)).toEqual(before);
  });

  test('for another API, whatever the overlay wants', async () => {
    const { folder, options } = await repository();
    const overlay = `overlay: 1.0.0\nactions: [{ target: "$.paths['/tasks'].get", update: { deprecated: true } }]\n`;
    const other = api({ info: { title: 'Other', version: '9' }, paths: {} });
    await writeFiles(folder, { 'overlay.yaml': overlay, 'next.json': other });
    const to = join(folder, 'next.json');
    const refused = updateDocument({ ...options, overlay: join(folder, 'overlay.yaml'), to });
    await expect(refused).rejects.toThrow(/^error document-other: /);
  });

  test('where a file cannot be written', async () => {
    const { folder, options } = await repository();
    await writeFiles(folder, { 'next.json': api({}, undated) });
    // Where a file is put before it takes its place; all others can be written.
    await mkdir(join(folder, `packages/client/src/generated/groups/tasks.ts.${process.pid}.tmp`));
    const before = await readTree(folder);
    await expect(updateDocument({ ...options, to: join(folder, 'next.json') })).rejects.toThrow('EISDIR');
    expect(await readTree(folder)).toEqual(before);
  });

  test('in a dry run, which tells all the same', async () => {
    const { folder, options } = await repository();
    const before = await readTree(folder);
    await writeFiles(folder, { 'next.json': api({}, fewer) });
    const result = await updateDocument({ ...options, to: join(folder, 'next.json'), dryRun: true });
    expect([result.diff.bumps.client, result.plan.changed.length > 0, result.changesets.length > 0]).toEqual([
      'major',
      true,
      true,
    ]);
    expect(await readTree(folder)).toEqual({ ...before, 'next.json': api({}, fewer) });
  });
});

const problem = (severity: Diagnostic['severity']): Diagnostic => ({
  code: 'update-unproven',
  severity,
  message: 'a contract test failed',
  help: 'Mend it.',
});

describe('the proof of an update', () => {
  test('sees it as it would be written, in another folder', async () => {
    const elsewhere = await temporaryFolder({ 'api.json': api() });
    const { folder } = await update(api({}, undated), {
      prove: async ({ diff, writeTo }) => {
        expect(diff.bumps.client).toBe('minor');
        writeTo(elsewhere);
        return [];
      },
    });
    const [here, there] = [await readTree(folder), await readTree(elsewhere)];
    expect(there['api.json']).toBe(api({}, undated));
    const changesets = Object.keys(here).filter((path) => path.startsWith('.changeset/'));
    expect(Object.keys(there)).toEqual(expect.arrayContaining(changesets));
  });

  test('refuses it with an error, and nothing is written', async () => {
    const { folder, options } = await repository();
    await writeFiles(folder, { 'next.json': api({}, undated) });
    const before = await readTree(folder);
    const to = join(folder, 'next.json');
    const refused = updateDocument({ ...options, to, prove: async () => [problem('error')] });
    await expect(refused).rejects.toThrow('error update-unproven: a contract test failed\n  Mend it.');
    expect(await readTree(folder)).toEqual(before);
  });

  test('is spared where nothing would be written', async () => {
    const { result } = await update(api(), { prove: async () => [problem('error')] });
    expect(result.diagnostics).toEqual([]);
  });

  test('comes after the table, so that a refusal can be understood', async () => {
    const { folder, options } = await repository();
    await writeFiles(folder, { 'next.json': api({}, undated) });
    const told: string[] = [];
    const print = (text: string): void => void told.push(text);
    const context = { print, printError: print, now: () => 0, exit: () => {} };
    const prove = async (): Promise<Diagnostic[]> => [problem('error')];
    expect(await reportUpdate({ ...options, to: join(folder, 'next.json'), prove }, context)).toBe(1);
    expect(told).toEqual([
      expect.stringContaining('acme.tasks.list'),
      'error update-unproven: a contract test failed\n  Mend it.\n',
    ]);
  });

  test('tells a warning with the rest', async () => {
    const { result } = await update(api({}, undated), { prove: async () => [problem('warning')] });
    expect(result.diagnostics).toEqual([problem('warning')]);
  });
});

describe('for programs', () => {
  async function told(format: 'json' | 'markdown'): Promise<string> {
    const { folder, options } = await repository();
    await writeFiles(folder, { 'next.json': api({}, undated) });
    const texts: string[] = [];
    const print = (text: string): void => void texts.push(text);
    const context = { print, printError: () => {}, now: () => 0, exit: () => {} };
    const prove = async (): Promise<Diagnostic[]> => [problem('warning')];
    const to = join(folder, 'next.json');
    expect(await reportUpdate({ ...options, to, prove }, context, format)).toBe(0);
    return texts.join('');
  }

  test('the diff and the changesets are data, and nothing else is printed', async () => {
    expect(JSON.parse(await told('json'))).toMatchObject({
      bumps: { types: 'minor', client: 'minor', 'react-query': 'minor' },
      changes: [{ kind: 'input-added', direction: 'request', wire: 'none', compile: [] }],
      changesets: expect.arrayContaining([
        { path: expect.stringMatching(/^\.changeset\/client-/), content: expect.stringContaining('minor') },
      ]),
    });
  });

  test('the table is Markdown, and nothing else is printed', async () => {
    const text = await told('markdown');
    expect(text).toMatch(/^# What changed\n/);
    expect(text).toContain('| `acme.tasks.list due` | An optional input is new |');
    expect(text.trimEnd()).toMatch(/\|$/);
  });
});

test('the mock gets a changeset of its own, as high as the packages it stands in for', async () => {
  const targets = ['types', 'client', 'react-query', 'mock'] as const;
  const { result } = await update(api({}, undated), { targets });
  expect(result.changesets.find(({ content }) => content.includes('/mock"'))).toEqual({
    path: '.changeset/mock-answers-as-the-document.md',
    content:
      '---\n"@acme/mock": minor\n---\n\nIt answers as the document of version 1.0.0 says. ' +
      'What changed in the calls is told by `@acme/client`.\n',
  });
});

test('another API is taken when it is meant', async () => {
  const other = api({
    info: { title: 'Other', version: '0.1' },
    servers: [{ url: 'https://other.example.com' }],
  });
  const { folder } = await update(other, { force: true });
  expect(await readFile(join(folder, 'api.json'), 'utf8')).toBe(other);
});
