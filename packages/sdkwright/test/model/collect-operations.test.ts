import { expect, test } from 'vitest';
import { collectOperations } from '../../src/model/collect-operations.ts';
import { problemsOf } from '../problems.ts';
import { json, openapi, withOperation } from '../documents.ts';

const ok = { 200: { description: 'OK' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const page = { name: 'page', in: 'query', schema: { type: 'integer' } };

test('an operation as the parser sees it', () => {
  const tags = { name: 'tags', in: 'query', explode: false, schema: { type: 'array', items: {} } };
  const operation = {
    parameters: [tags, id],
    requestBody: { required: true, ...json({ type: 'object' }) },
    responses: { ...ok, 404: { description: 'No' } },
  };
  expect(collectOperations(withOperation(operation, {}, { method: 'put', path: '/tasks/{id}' }))).toEqual([
    {
      id: 'getTasks',
      method: 'put',
      path: '/tasks/{id}',
      tags: ['Tasks'],
      parameters: [
        { name: 'id', in: 'path', required: true, style: 'simple', explode: false, allowReserved: false },
        { name: 'tags', in: 'query', required: false, style: 'form', explode: false, allowReserved: false },
      ],
      body: { mediaType: 'application/json', required: true },
      secured: false,
    },
  ]);
});

test('QUERY, of OpenAPI 3.2, goes by its path, and has what the path has', () => {
  const body = { requestBody: json({ type: 'object' }), responses: ok };
  const paths = {
    '/tasks/{id}': { parameters: [id], query: body, post: { operationId: 'post', responses: ok } },
    '/tasks': { query: { operationId: 'find', responses: ok } },
  };
  expect(
    collectOperations(openapi({ paths })).map(({ id: name, method, path, parameters }) => [
      `${name}: ${method} ${path}`,
      parameters.map((parameter) => parameter.name),
    ]),
  ).toEqual([
    ['post: post /tasks/{id}', ['id']],
    ['queryTasksById: query /tasks/{id}', ['id']],
    ['find: query /tasks', []],
  ]);
});

test('a $ref is followed to the end of its chain, also where it leads into another path', () => {
  const paths = {
    '/tasks': { get: { parameters: [{ $ref: '#/components/parameters/Alias' }], responses: ok } },
    '/pages': { get: { parameters: [page], responses: ok } },
  };
  const parameters = {
    Alias: { $ref: '#/components/parameters/Further' },
    Further: { $ref: '#/paths/~1pages/get/parameters/0' },
  };
  const [tasks] = collectOperations(openapi({ paths, components: { parameters } }));
  expect(tasks?.parameters.map(({ name }) => name)).toEqual(['page']);
});

test("a path's parameters are its operations' as well, and theirs go first", () => {
  const required = { ...page, required: true };
  const document = openapi({
    paths: { '/tasks/{id}': { parameters: [id, page], get: { parameters: [required], responses: ok } } },
  });
  const [operation] = collectOperations(document);
  expect(operation?.parameters.map((parameter) => [parameter.name, parameter.required])).toEqual([
    ['id', true],
    ['page', true],
  ]);
});

test('a $ref to a parameter is followed', () => {
  const operation = { parameters: [{ $ref: '#/components/parameters/Page' }] };
  const [found] = collectOperations(withOperation(operation, { components: { parameters: { Page: page } } }));
  expect(found?.parameters.map(({ name }) => name)).toEqual(['page']);
});

test('an operation without an id gets one of method and path', () => {
  const document = openapi({ paths: { '/tasks/{id}/notes': { get: { parameters: [id], responses: ok } } } });
  expect(collectOperations(document).map((operation) => operation.id)).toEqual(['getTasksByIdNotes']);
});

test('operations come in document order', () => {
  const paths = {
    '/b': { post: { operationId: 'b2', responses: ok }, get: { operationId: 'b1', responses: ok } },
    '/a': { get: { operationId: 'a', responses: ok } },
  };
  const found = collectOperations(openapi({ paths }));
  expect(found.map((operation) => operation.path)).toEqual(['/b', '/b', '/a']);
});

test('the document stays as it was', () => {
  const document = withOperation({ parameters: [page] });
  const before = structuredClone(document);
  collectOperations(document);
  expect(document).toEqual(before);
});

test('what no parser gets through is kept from it', () => {
  const schema = { type: 'object', properties: { '': null, a: { $ref: '#/no' } }, example: { $ref: '#/no' } };
  const paths = {
    '/tasks': null,
    '/jobs': { get: { parameters: [null, { name: 'a', in: 'body' }, {}], responses: { 200: json(schema) } } },
  };
  const found = collectOperations(openapi({ paths, components: { schemas: { Task: schema } } }));
  expect(found.map((operation) => operation.path)).toEqual(['/jobs']);
});

test('a document the parser gives up on is told with its reason', async () => {
  const parameters = [{ $ref: '#/components/parameters/No' }];
  expect(await problemsOf(() => collectOperations(withOperation({ parameters })))).toBe(
    [
      'error engine-failed: the parser of @hey-api/openapi-ts rejected the document: Reference not found: #/components/parameters/No',
      '  Lint the document (for example with `npx @redocly/cli lint`); if it is valid, report it.',
    ].join('\n'),
  );
});
