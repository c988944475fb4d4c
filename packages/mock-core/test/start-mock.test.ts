import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashDocument, startMock, type Mock } from '../src/index.ts';
import { tasksDocument } from './tasks-document.ts';

const tasks = { document: tasksDocument, expectedHash: hashDocument(tasksDocument) };
const token = { authorization: 'Bearer any-token' };
const json = { ...token, 'content-type': 'application/json' };

describe('a mock of the tasks document', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock(tasks);
  });
  beforeEach(() => mock.clear());
  afterAll(() => mock.close());

  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(mock.url + path, { headers: token, ...init });
  const post = (body: unknown): Promise<Response> =>
    call('/tasks', { method: 'POST', headers: json, body: JSON.stringify(body) });

  test('serves the document on 127.0.0.1 under its base path', async () => {
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2$/);
    const response = await call('/tasks?workspace_id=7');
    expect(await response.json()).toEqual([
      { id: 1, title: 'Paint' },
      { id: 2, title: 'Dry' },
    ]);
    expect(mock.requests).toMatchObject([
      { path: '/tasks', query: [['workspace_id', '7']], status: 200, violations: [] },
    ]);
  });

  test('keeps requests in order until they are cleared', async () => {
    await call('/tasks?workspace_id=1');
    await call('/tasks/9', { method: 'DELETE' });
    expect(mock.requests.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /tasks 200',
      'DELETE /tasks/9 204',
    ]);
    mock.clear();
    expect(mock.requests).toEqual([]);
  });

  test('tells apart requests that run at the same time', async () => {
    await Promise.all([post({ title: 1 }), post({ title: 'Paint' }), post({})]);
    const codes = mock.requests.map(({ body, violations }) => [body, violations.map(({ code }) => code)]);
    expect(Object.fromEntries(codes)).toEqual({
      '{"title":1}': ['type'],
      '{"title":"Paint"}': [],
      '{}': ['required'],
    });
  });

  test('a wrong type in the body is a violation and the documented 422', async () => {
    const response = await post({ title: 5 });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: 'check the body' });
    expect(mock.requests[0]?.violations).toEqual([
      {
        location: ['request', 'body', 'title'],
        severity: 'Error',
        code: 'type',
        message: 'Request body property title must be string',
      },
    ]);
  });

  test('violations that Prism cuts in its header are complete', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`n${index}`, 'x']));
    const response = await post({ title: 'Paint', ...wrong });
    expect(response.headers.get('sl-violations')).toMatch(/^Too many violations!/);
    expect(mock.requests[0]?.violations).toHaveLength(200);
  });

  test('a violation that quotes Cyrillic is answered and kept as it is', async () => {
    const response = await post({ title: 'Paint', size: 'середній' });
    expect(response.status).toBe(422);
    expect(mock.requests[0]?.violations[0]?.message).toContain('малий, великий');
  });

  test('a wrong query, for which no status is documented, is a violation too', async () => {
    const response = await call('/tasks?workspace_id=seven');
    expect(response.status).toBe(422);
    expect(mock.requests[0]?.violations).toMatchObject([
      { location: ['request', 'query', 'workspace_id'], code: 'type' },
    ]);
  });

  test('a missing token is a 401 and a violation', async () => {
    const response = await call('/tasks?workspace_id=7', { headers: {} });
    expect(response.status).toBe(401);
    expect(mock.requests[0]?.violations).toMatchObject([{ location: ['request'], code: 401 }]);
  });

  test('an undocumented path is a 404 and a violation', async () => {
    const response = await call('/projects');
    expect(response.status).toBe(404);
    expect(mock.requests[0]?.violations).toMatchObject([{ location: ['request'], code: 404 }]);
  });

  test('Prefer chooses the status and the example', async () => {
    const limited = await call('/tasks?workspace_id=7', { headers: { ...token, prefer: 'code=429' } });
    expect([limited.status, await limited.json()]).toEqual([429, { message: 'slow down' }]);
    const empty = await call('/tasks?workspace_id=7', { headers: { ...token, prefer: 'example=none' } });
    expect(await empty.json()).toEqual([]);
  });

  test('malformed JSON, which Prism alone never answers, is a 400', async () => {
    const response = await call('/tasks', { method: 'POST', headers: json, body: '{"title"' });
    expect(response.status).toBe(400);
  });

  test('an empty chunked JSON body is answered', async () => {
    const body = new ReadableStream({ start: (controller) => controller.close() });
    const response = await call('/tasks', { method: 'POST', headers: json, body, duplex: 'half' });
    expect(response.status).toBe(422);
  });

  test('a browser may call it', async () => {
    const headers = { origin: 'http://app.example', 'access-control-request-method': 'POST' };
    const preflight = await call('/tasks', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://app.example');
  });

  test('leaves the document as it was given', () => {
    expect(hashDocument(tasksDocument)).toBe(tasks.expectedHash);
    expect(mock.document).toBe(tasksDocument);
  });
});

async function firstTasks(seed: number): Promise<unknown> {
  const mock = await startMock({ ...tasks, dynamic: true, seed });
  const response = await fetch(`${mock.url}/tasks?workspace_id=7`, { headers: token });
  await mock.close();
  return response.json();
}

test('dynamic answers repeat for the same seed', async () => {
  expect(await firstTasks(7)).toEqual(await firstTasks(7));
  expect(await firstTasks(7)).not.toEqual(await firstTasks(8));
});

test('two mocks run side by side and share nothing', async () => {
  const mocks = await Promise.all([startMock(tasks), startMock(tasks)]);
  await fetch(`${mocks[0].url}/tasks?workspace_id=7`, { headers: token });
  expect(mocks.map(({ requests }) => requests.length)).toEqual([1, 0]);
  await Promise.all(mocks.map((mock) => mock.close()));
});

test('close cuts what is open, frees the port, and may be called again', async () => {
  const first = await startMock(tasks);
  await fetch(`${first.url}/tasks?workspace_id=7`, { headers: token });
  await Promise.all([first.close(), first.close()]);
  await first.close();
  const port = Number(new URL(first.url).port);
  const second = await startMock({ ...tasks, port });
  expect(second.url).toBe(first.url);
  await second.close();
});

test('a port that is taken is named', async () => {
  const first = await startMock(tasks);
  const port = Number(new URL(first.url).port);
  await expect(startMock({ ...tasks, port })).rejects.toMatchObject({
    code: 'port-unavailable',
    message: expect.stringMatching(
      `^port-unavailable: cannot listen on 127\\.0\\.0\\.1:${port}: .*EADDRINUSE`,
    ),
  });
  await first.close();
});

test('a port that is none is refused the same way', async () => {
  await expect(startMock({ ...tasks, port: 99_999 })).rejects.toMatchObject({ code: 'port-unavailable' });
});

test('a document with another hash than it must have is refused', async () => {
  const hash = hashDocument(tasksDocument).slice(0, 19);
  const expectedHash = `sha256:${'0'.repeat(64)}`;
  await expect(startMock({ document: tasksDocument, expectedHash })).rejects.toMatchObject({
    name: 'MockError',
    code: 'document-mismatch',
    message:
      `document-mismatch: the document has the hash ${hash}, but the packages were generated from sha256:000000000000. ` +
      'Generate them again if the document changed, or install the version of the mock that matches them. ' +
      'To mock another document on purpose, pass its hash or `false` as `expectedHash`.',
  });
});

test('an extension that refers to another file is left alone', async () => {
  const outer = { $ref: './rules.yaml' };
  const document = {
    ...tasksDocument,
    'x-tool': [outer],
    'x-other': { $ref: '#/nowhere' },
    info: { title: 'A', version: '1', 'x-tool': outer },
  };
  const mock = await startMock({ document, expectedHash: hashDocument(document) });
  const response = await fetch(`${mock.url}/tasks?workspace_id=7`, { headers: token });
  expect(response.status).toBe(200);
  expect(mock.document).toBe(document);
  await mock.close();
});

test('any document is served where none is expected', async () => {
  const mock = await startMock({ document: tasksDocument });
  await mock.close();
});

test('a document that Prism does not know is refused', async () => {
  await expect(startMock({ document: { raml: '1.0' }, expectedHash: false })).rejects.toThrow(
    'document-unsupported: Prism cannot serve this document: Unsupported document format',
  );
});
