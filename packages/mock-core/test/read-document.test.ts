import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock } from '../src/index.ts';
import { readDocument } from '../src/read-document.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('reads YAML by path and by URL, and JSON', async () => {
  const want = { openapi: '3.1.0', paths: {} };
  const yaml = await file('a.yaml', 'openapi: 3.1.0\npaths: {}\n');
  expect(await readDocument(yaml)).toEqual(want);
  expect(await readDocument(pathToFileURL(yaml))).toEqual(want);
  expect(await readDocument(await file('a.json', JSON.stringify(want)))).toEqual(want);
});

test('takes a parsed document as it is', async () => {
  const document = { openapi: '3.1.0' };
  expect(await readDocument(document)).toBe(document);
});

test('a file that is not there is named', async () => {
  await expect(readDocument(join(folder, 'no.yaml'))).rejects.toThrow(
    /^document-unreadable: .*no\.yaml.*ENOENT/,
  );
});

test('a file that is no YAML is named, with the line', async () => {
  await expect(readDocument(await file('b.yaml', 'a: {\n'))).rejects.toThrow(
    /^document-unreadable: .*b\.yaml.*line/,
  );
});

test('a file that holds no object is refused', async () => {
  await expect(readDocument(await file('c.yaml', '- 1\n'))).rejects.toThrow(
    /c\.yaml holds no OpenAPI document: expected an object at its root\.$/,
  );
});

test('what an extension refers to is not for the mock; a field that is named like one is', async () => {
  const outer = { $ref: './other.yaml' };
  const document = { paths: {}, 'x-tool': [{ rules: outer }] };
  expect(await readDocument(document)).toBe(document);
  const named = { components: { schemas: { A: { properties: { 'x-tool': outer } } } } };
  await expect(readDocument(named)).rejects.toThrow('#/components/schemas/A/properties/x-tool');
});

test('a reference that leads out of the document is refused, with its place', async () => {
  const document = { paths: { '/a': { get: { responses: [{ $ref: 'https://other.example/r.yaml' }] } } } };
  await expect(readDocument(document)).rejects.toThrow(
    'document-not-bundled: $ref "https://other.example/r.yaml" at #/paths/~1a/get/responses/0 leads out of the ' +
      'document. Bundle the document into one file first.',
  );
});

const member = { $ref: 'https://other.example/users/1', name: 'Ann' };
const shown = { members: [member] };

test.each([
  ['example', { example: shown }],
  ['example by name', { examples: { one: { value: shown } } }],
  ['example of the schema', { schema: { example: shown } }],
  ['list of examples', { schema: { examples: [shown] } }],
  ['shared example', { examples: { one: { $ref: '#/components/examples/One' } } }],
])('what is called $ref in an example is a word of it: %s', async (_name, media) => {
  const content = { 'application/json': media };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Groups', version: '1.0.0' },
    paths: { '/groups': { get: { responses: { 200: { description: 'OK', content } } } } },
    components: { examples: { One: { value: shown } } },
  };
  const mock = await startMock({ document });
  expect(await (await fetch(`${mock.url}/groups`)).json()).toEqual({ members: [{ name: 'Ann' }] });
  await mock.close();
});

test('an example that stands in another file is refused', async () => {
  const media = { examples: { one: { $ref: 'one.json' } } };
  const document = { components: { responses: { One: { content: { 'application/json': media } } } } };
  await expect(readDocument(document)).rejects.toThrow('examples/one leads out');
});

test('a schema of a property that is named example is none', async () => {
  const properties = { example: { $ref: 'https://other.example/users/1' } };
  const document = { components: { schemas: { A: { properties } } } };
  await expect(readDocument(document)).rejects.toThrow('#/components/schemas/A/properties/example');
});
