import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../../src/index.ts';
import {
  documentOperations,
  type DocumentOperation,
} from '../../src/stateful/inference/document-operations.ts';
// A real document: that of the SDK in this repository.
import { document } from '../../../mock/src/generated/document.ts';
import { tasksDocument } from '../tasks-document.ts';
import { answers, documentOf, object } from './documents.ts';

const token = { authorization: 'Bearer any-token' };

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

function caller(
  mock: () => Mock,
): (methodAndPath: string, body?: unknown, more?: Record<string, string>) => Promise<Reply> {
  return async (methodAndPath, body, more = {}) => {
    const [method = '', path = ''] = methodAndPath.split(' ');
    const headers = { ...token, ...(body !== undefined && { 'content-type': 'application/json' }), ...more };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(mock().url + path, { method, headers, ...sent });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

describe('a stateful mock of the document of the SDK', () => {
  let mock: Mock;
  const call = caller(() => mock);
  const viewers = async (search = ''): Promise<unknown> =>
    (await call(`GET /project-viewers?workspace_id=1${search}`)).body;
  const ann = { workspace_id: 1, email: 'ann@example.com', firstname: 'Ann', lastname: 'Lee' };

  beforeAll(async () => {
    mock = await startMock({ document, stateful: true });
  });
  beforeEach(() => {
    mock.reset();
    mock.clear();
  });
  afterAll(() => mock.close());

  test('a viewer that is created is listed, in the envelope of the document', async () => {
    const created = await call('POST /project-viewers', ann);
    expect(created).toEqual({
      status: 201,
      body: {
        success: true,
        data: {
          id: 203,
          email: 'ann@example.com',
          firstname: 'Ann',
          lastname: 'Lee',
          status: 'active',
          member_since: '2024-01-15T09:00:00Z',
          projects: [],
        },
        message: 'Project viewer created successfully',
        meta: { api_version: '2.0.0', timestamp: '2024-01-15T10:30:00Z' },
      },
    });
    expect(await viewers('&email=ann@example.com')).toMatchObject({ success: true, data: [{ id: 203 }] });
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test('an invalid request gets what it gets from Prism, and changes nothing', async () => {
    const before = await viewers();
    const invalid = await call('POST /project-viewers', { workspace_id: 1, email: 'ann@example.com' });
    expect(invalid.status).toBe(422);
    expect((await call('POST /project-viewers', ann, { authorization: '' })).status).toBe(401);
    expect((await call('POST /project-viewers', '{"email"')).status).toBe(400);
    expect(await viewers()).toEqual(before);
  });

  test('what a Prefer header asks for is the documented answer, and changes nothing', async () => {
    const before = await viewers();
    const failed = await call('POST /project-viewers', ann, { prefer: 'code=401' });
    expect(failed.status).toBe(401);
    const documented = await call('POST /project-viewers', ann, { prefer: 'code=201' });
    expect(documented.body).toMatchObject({ data: { firstname: 'John' } });
    const made = await call('POST /project-viewers', ann, { prefer: 'dynamic=true, seed=7' });
    expect(made.status).toBe(201);
    expect(await viewers()).toEqual(before);
  });

  test('what is not there is the documented 404 of the operation', async () => {
    const missing = await call('POST /project-viewers/999/restore', { workspace_id: 1 });
    expect(missing).toMatchObject({ status: 404, body: { success: false, error: 'Not Found' } });
    expect(mock.requests[0]?.violations).toEqual([]);
  });

  test('where the operation documents no 404 it is that of another one, and a warning', async () => {
    const missing = await call('GET /project-viewers/999?workspace_id=1');
    expect(missing).toMatchObject({ status: 404, body: { success: false, error: 'Not Found' } });
    expect(mock.requests[0]?.violations).toMatchObject([{ location: ['response'], severity: 'Warning' }]);
  });

  test('a deleted viewer comes back with its restore', async () => {
    await call('DELETE /project-viewers/201', { workspace_id: 1 });
    expect((await call('GET /project-viewers/201?workspace_id=1')).status).toBe(404);
    await call('POST /project-viewers/201/restore', { workspace_id: 1 });
    expect((await call('GET /project-viewers/201?workspace_id=1')).body).toMatchObject({
      data: { firstname: 'Mina' },
    });
  });

  test('a renamed project shows at the viewers it is assigned to', async () => {
    await call('POST /project-viewers/202/assign-project', { workspace_id: 1, project_id: 101 });
    await call('PUT /projects/101', { workspace_id: 1, name: 'Relaunch' });
    expect((await call('GET /project-viewers/202?workspace_id=1')).body).toMatchObject({
      data: { projects: [{ project_id: 101, project_name: 'Relaunch' }] },
    });
  });

  test('a form creates as JSON does', async () => {
    const form = 'workspace_id=1&url=https%3A%2F%2Fexample.com%2Fhook&events=tracker.started';
    const created = await call('POST /webhooks', form, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(created).toMatchObject({
      body: { data: { url: 'https://example.com/hook', events: ['tracker.started'] } },
    });
    expect((await call('GET /webhooks?workspace_id=1')).body).toMatchObject({
      meta: { pagination: { total: 4 } },
    });
  });

  test('an operation of which nothing is inferred answers as documented', async () => {
    const stopped = await call('POST /time-tracking/stop');
    expect(stopped.body).toMatchObject({ data: { stopped_at: '2024-01-15T18:30:00Z' } });
  });

  test('calls at the same time are done one after the other', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => call('POST /project-viewers', ann)));
    const ids = replies.map(({ body }) => (body as { data: { id: number } }).data.id);
    expect(ids.toSorted((left, right) => left - right)).toEqual([
      203, 204, 205, 206, 207, 208, 209, 210, 211, 212,
    ]);
  });

  test('reset puts the examples back, and leaves the records', async () => {
    await call('POST /project-viewers', ann);
    mock.reset();
    expect(await viewers()).toMatchObject({ data: [{ id: 100 }, { id: 201 }, { id: 202 }] });
    expect(mock.requests).toHaveLength(2);
  });
});

/** A request with all the inputs of an operation that the document shows a value for. */
function exampleRequest({ method, path, inputs }: DocumentOperation): readonly [string, unknown] {
  const shown = inputs.filter(({ example }) => example !== undefined);
  const at = (place: string): [string, unknown][] =>
    shown.filter((input) => input.in === place).map(({ name, example }) => [name, example]);
  const target = at('path').reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), path);
  const search = new URLSearchParams(
    Object.fromEntries(at('query').map(([name, value]) => [name, String(value)])),
  );
  const body = inputs.some((input) => input.in === 'body') ? Object.fromEntries(at('body')) : undefined;
  return [`${method} ${target}?${search}`, body];
}

test('every operation of the document finds what its own example asks for, and answers validly', async () => {
  const mock = await startMock({ document, stateful: true });
  const call = caller(() => mock);
  for (const operation of documentOperations(mock.document)) {
    mock.reset();
    await call(...exampleRequest(operation));
  }
  const wrong = mock.requests.filter(
    ({ status, violations }) => (status ?? 0) >= 300 || violations.length > 0,
  );
  expect(wrong.map(({ method, url, status, violations }) => [method, url, status, violations])).toEqual([]);
  expect(mock.requests.length).toBe(mock.inferred().split('\n').length);
  await mock.close();
});

test('every list begins with all items of its examples', async () => {
  const mock = await startMock({ document, stateful: true });
  const call = caller(() => mock);
  const documented = await Promise.all(
    ['page1', 'page2'].map((name) =>
      call('GET /tasks?workspace_id=1&project_id=100', undefined, { prefer: `example=${name}` }),
    ),
  );
  const { body } = await call('GET /tasks?workspace_id=1&project_id=100');
  const itemsOf = (one: unknown): unknown[] => (one as { data: unknown[] }).data;
  expect(itemsOf(body)).toEqual(documented.flatMap((reply) => itemsOf(reply.body)));
  await mock.close();
});

test('lists are as long as asked, and valid on every page', async () => {
  const mock = await startMock({ document, stateful: { itemsPerList: 45 } });
  const { body } = await caller(() => mock)('GET /members?workspace_id=1&page=3');
  expect(body).toMatchObject({
    data: [{ id: 140 }, { id: 141 }, { id: 142 }, { id: 143 }, { id: 144 }],
    meta: { pagination: { total: 45, per_page: 20, current_page: 3, last_page: 3, from: 41, to: 45 } },
  });
  expect(mock.requests[0]?.violations).toEqual([]);
  await mock.close();
});

test('of two documented 404s each operation gives its own', async () => {
  const gone = (message: string): object => ({
    description: 'Gone.',
    content: { 'application/json': { schema: { type: 'object' }, example: { message } } },
  });
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];
  const shown = answers(object({ id: { type: 'integer' } }), {}, { id: 1 })['responses'];
  const one = (message: string): Record<string, unknown> => ({
    parameters,
    get: { responses: { ...Object(shown), 404: gone(message) } },
  });
  const twoLists = documentOf({ '/boats/{id}': one('no boat'), '/cars/{id}': one('no car') });
  const mock = await startMock({ document: twoLists, stateful: true });
  expect(await caller(() => mock)('GET /cars/2')).toEqual({ status: 404, body: { message: 'no car' } });
  expect(mock.requests[0]?.violations).toEqual([]);
  await mock.close();
});

test('an answer without a body stays without one, and an undocumented 404 is problem details', async () => {
  const mock = await startMock({ document: tasksDocument, stateful: true });
  const call = caller(() => mock);
  const { body } = await call('POST /tasks', { title: 'Varnish' });
  expect(body).toEqual({ id: 3, title: 'Varnish' });
  expect(await call('DELETE /tasks/3')).toEqual({ status: 204, body: undefined });
  expect(await call('DELETE /tasks/3')).toMatchObject({
    status: 404,
    body: { detail: 'There is no task 3.' },
  });
  expect((await call('GET /tasks?workspace_id=7')).body).toEqual([
    { id: 1, title: 'Paint' },
    { id: 2, title: 'Dry' },
  ]);
  await mock.close();
});

test('a mock tells what it would infer, and without a state has nothing to reset', async () => {
  const mock = await startMock({ document: tasksDocument });
  expect(mock.inferred()).toBe(
    [
      'GET    /tasks         list tasks; paged with page; ignoring workspace_id',
      'POST   /tasks         create task',
      'DELETE /tasks/{task}  remove task',
    ].join('\n'),
  );
  mock.reset();
  await mock.close();
});
