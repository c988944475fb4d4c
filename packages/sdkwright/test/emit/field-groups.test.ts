import { describe, expect, test } from 'vitest';
import { fieldGroups } from '../../src/emit/client/field-groups.ts';
import { emitTypes } from '../../src/emit/types/emit-types.ts';
import { formatFiles } from '../../src/emit/format.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, operationOf, withOperation } from '../documents.ts';

const text = { type: 'string' };
const list = { type: 'array', items: text };
const object = { type: 'object', properties: { a: text } };
const components = { schemas: { Filter: { anyOf: [text, object] } } };
const either = { $ref: '#/components/schemas/Filter' };

async function groupsOf(operation: JsonObject, method = 'get', path = '/tasks'): Promise<string> {
  const found = await operationOf(withOperation(operation, { components }, { method, path }));
  return fieldGroups(found.model, found.operation).join(', ');
}

describe('a parameter in', () => {
  test.each<[place: string, rest: JsonObject, want: string]>([
    ['path', { schema: text }, '[inPath, 1, "id"]'],
    ['path', { schema: list }, '[pathStyle(\'simple\', false), 1, "id"]'],
    ['path', { schema: object }, '[pathStyle(\'simple\', false), 1, "id"]'],
    ['path', { schema: object, explode: true }, '[pathStyle(\'simple\', true), 1, "id"]'],
    ['path', { schema: text, style: 'label' }, '[pathStyle(\'label\', false), 1, "id"]'],
    ['path', { schema: list, style: 'matrix', explode: true }, '[pathStyle(\'matrix\', true), 1, "id"]'],
    ['query', { schema: list }, '[inQuery, 1, "id"]'],
    ['query', { schema: list, explode: false }, '[commaSeparated, 1, "id"]'],
    ['query', { schema: list, style: 'spaceDelimited', explode: false }, '[spaceDelimited, 1, "id"]'],
    ['query', { schema: list, style: 'pipeDelimited', explode: false }, '[pipeDelimited, 1, "id"]'],
    ['query', { schema: list, style: 'pipeDelimited', explode: true }, '[inQuery, 1, "id"]'],
    ['query', { schema: object, style: 'deepObject', explode: true }, '[deepObject, 1, "id"]'],
    ['query', { schema: object }, '[asProperties, 1, "id"]'],
    ['query', { schema: either }, '[asProperties, 1, "id"]'],
    ['query', { schema: { type: 'array', items: object } }, '[jsonText(inQuery), 1, "id"]'],
    [
      'query',
      { schema: { type: 'array', items: object }, style: 'deepObject', explode: true },
      '[deepObject, 1, "id"]',
    ],
    ['query', { schema: text, allowReserved: true }, '[reservedInQuery, 1, "id"]'],
    ['query', { content: { 'application/json': { schema: object } } }, '[jsonText(inQuery), 1, "id"]'],
    ['header', { schema: list }, '[inHeader, 1, "id"]'],
    ['header', { schema: object }, '[joined(inHeader), 1, "id"]'],
    ['header', { schema: object, explode: true }, '[headerProperties, 1, "id"]'],
    ['cookie', { schema: text }, '[inCookie, 1, "id"]'],
    ['cookie', { schema: list, explode: false }, '[joined(inCookie), 1, "id"]'],
  ])('%s, %j', async (place, rest, want) => {
    const path = place === 'path' ? '/tasks/{id}' : '/tasks';
    const parameters = [{ name: 'id', in: place, required: true, ...rest }];
    expect(await groupsOf({ parameters }, 'get', path)).toBe(want);
  });
});

const body = (mediaType: string, schema: unknown, more: JsonObject = {}): JsonObject => ({
  requestBody: { required: true, content: { [mediaType]: { schema, ...more } } },
});
const file = { type: 'string', format: 'binary' };
const upload = {
  type: 'object',
  required: ['file'],
  properties: { file, files: { type: 'array', items: file }, meta: object },
};

describe('a body of', () => {
  test.each<[string, JsonObject, want: string]>([
    ['JSON', body('application/json; charset=utf-8', object), '[inBody, 0, "a"]'],
    ['anything', body('*/*', object), '[inBody, 0, "a"]'],
    [
      'JSON by another name',
      body('application/vnd.api+json', object),
      '[jsonFields("application/vnd.api+json"), 0, "a"]',
    ],
    [
      'a list by another name',
      body('application/json-patch+json', list),
      '[jsonBody("application/json-patch+json"), 1, "body"]',
    ],
    ['a form', body('application/x-www-form-urlencoded', object), '[inForm, 0, "a"]'],
    [
      'a form with an object',
      body(
        'application/x-www-form-urlencoded',
        { type: 'object', properties: { a: text, b: object } },
        { encoding: { b: { style: 'deepObject', explode: true } } },
      ),
      '[inForm, 0, "a"], [inDeepForm, 0, "b"]',
    ],
    [
      'a form that may have any field',
      body('application/x-www-form-urlencoded', { type: 'object', additionalProperties: text }),
      '[wholeForm(inForm), 1, "body"]',
    ],
    [
      'parts',
      body('multipart/form-data', upload, {
        encoding: { meta: { contentType: 'application/json' }, file: { contentType: 'image/png' } },
      }),
      '[inMultipart, 1, "file", "files"], [partsOfType("application/json"), 0, "meta"]',
    ],
    ['lines', body('application/x-ndjson', object), '[linesBody("application/x-ndjson"), 1, "body"]'],
    ['text', body('text/csv', text), '[rawBody("text/csv"), 1, "body"]'],
    ['XML', body('application/xml', object), '[rawBody("application/xml"), 1, "body"]'],
    ['a file', body('image/png', {}), '[rawBody("image/png"), 1, "body"]'],
    ['any file', body('*/*', { type: 'string', format: 'binary' }), '[rawBody("*/*"), 1, "body"]'],
  ])('%s', async (_name, operation, want) => {
    expect(await groupsOf(operation, 'post')).toBe(want);
  });

  test('JSON, where there is a choice', async () => {
    const content = { 'text/plain': { schema: text }, 'application/json': { schema: object } };
    expect(await groupsOf({ requestBody: { content } }, 'post')).toBe('[optionalBody(inBody), 0, "a"]');
  });

  describe('JSON or parts', () => {
    const either = (one: JsonObject, other: JsonObject, encoding: JsonObject = {}): JsonObject => ({
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: other, encoding },
          'application/json': { schema: one },
        },
      },
    });
    const file = { type: 'string', format: 'binary' };
    const withFile = { type: 'object', required: ['a'], properties: { a: text, file } };
    const needsFile = { ...withFile, required: ['file'] };

    test.each<[string, JsonObject, want: string]>([
      ['of the same fields', either(object, object), '[inJsonOrParts(), 0, "a"]'],
      [
        'of which one has more',
        either({ ...object, required: ['a'] }, withFile, {
          a: { contentType: 'text/html' },
          file: { contentType: 'image/*' },
        }),
        '[inJsonOrParts({ only: ["file"], types: { a: "text/html" } }), 1, "a", "file"]',
      ],
      ['of which one is a list', either(list, withFile), '[asJsonOrParts(), 1, "body"]'],
      [
        'of which each needs other fields',
        either(object, needsFile),
        '[asJsonOrParts({ only: ["file"] }), 1, "body"]',
      ],
    ])('%s', async (_name, operation, want) => {
      expect(await groupsOf(operation, 'post')).toBe(want);
    });

    test('takes the fields of both, and a file where either has one', async () => {
      const one = { type: 'object', required: ['a'], properties: { a: text, file: text } };
      expect(await typesOf(either(one, withFile))).toMatch(`export interface GetTasksInput {
  a: string;
  file?: string | Blob;
}`);
      expect(await typesOf(either(list, needsFile))).toMatch(`  body:
    | string[]
    | {
        a?: string;
        file: Blob;
      };`);
    });
  });

  test('anything is not sent with a GET', async () => {
    expect(await groupsOf(body('application/json', object))).toBe('');
  });
});

describe('an answer of', () => {
  test.each<[string, JsonObject, want: string]>([
    ['JSON', json(object), ''],
    ['a file', { description: '', content: { 'application/pdf': {} } }, '[accepts("application/pdf"), 0]'],
    ['text', { description: '', content: { 'text/csv': { schema: text } } }, '[accepts("text/csv"), 0]'],
    [
      'JSON by another name',
      { description: '', content: { 'application/scim+json': { schema: object } } },
      '[accepts("application/scim+json, application/json"), 0]',
    ],
    ['anything', { description: '', content: { '*/*': { schema: object } } }, ''],
    ['any text', { description: '', content: { '*/*': { schema: text } } }, '[accepts("*/*"), 0]'],
    [
      'events',
      { description: '', content: { 'text/event-stream': { schema: object } } },
      '[accepts("text/event-stream"), 0]',
    ],
    [
      'JSON or events',
      {
        description: '',
        content: { 'application/json': { schema: object }, 'text/event-stream': { schema: object } },
      },
      '[accepts("application/json, text/event-stream"), 0]',
    ],
  ])('%s', async (_name, response, want) => {
    expect(await groupsOf({ responses: { 200: response } })).toBe(want);
  });
});

async function typesOf(operation: JsonObject): Promise<string> {
  const { model } = await operationOf(withOperation(operation, { components }, { method: 'post' }));
  const files = await formatFiles(emitTypes(model));
  return files.find(({ path }) => path.endsWith('groups/tasks.ts'))?.content ?? '';
}

test('files are Blobs, where they are sent as such', async () => {
  expect(await typesOf(body('multipart/form-data', upload))).toMatch(`export interface GetTasksInput {
  file: Blob;
  files?: Blob[];
  meta?: {
    a?: string;
  };
}`);
  expect(await typesOf(body('image/png', {}))).toMatch('  body: Blob;');
  expect(await typesOf(body('application/json', upload))).toMatch('  file: string;');
});

test('answers that are no JSON have a type of their own', async () => {
  const pdf = { responses: { 200: { description: '', content: { 'application/pdf': {} } } } };
  expect(await typesOf(pdf)).toMatch('export type GetTasksResult = Blob;');
  const csv = { responses: { 200: { description: '', content: { 'text/csv': {} } } } };
  expect(await typesOf(csv)).toMatch('export type GetTasksResult = string;');
  const events = { 'application/json': { schema: list }, 'text/event-stream': { schema: object } };
  const text = await typesOf({ responses: { 200: { description: '', content: events } } });
  expect(text).toMatch('export type GetTasksResult = string[];');
  expect(text).toMatch('export interface GetTasksEvent {\n  a?: string;\n}');
});
