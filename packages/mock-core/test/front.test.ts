import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Backend } from '../src/answer.ts';
import { startFront, type Front } from '../src/front.ts';
import type { OpenRecord } from '../src/recorded-request.ts';

const hello: Backend = async () => ({
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: 'hello',
  violations: [],
});
const never: Backend = () => new Promise(() => {});

let front: Front | undefined;
let requests: OpenRecord[] = [];
afterEach(() => front?.close());

async function start(backend: Backend, deadlineMs = 10_000): Promise<string> {
  requests = [];
  front = await startFront({ port: 0, bases: ['/api/v2'], deadlineMs, backend, requests });
  return front.origin;
}

test('records what was sent, as it was sent', async () => {
  const origin = await start(hello);
  const body = '{ "title":  "Paint" }';
  const headers = { 'content-type': 'application/json', authorization: 'Bearer t', 'X-Two': 'a' };
  await fetch(`${origin}/api/v2/tasks/1?b=2&a=x%20y&ids=1%2C2&ids=3,4&flag`, {
    method: 'POST',
    body,
    headers,
  });
  const [record] = requests;
  expect(record).toMatchObject({
    method: 'POST',
    path: '/tasks/1',
    url: '/api/v2/tasks/1?b=2&a=x%20y&ids=1%2C2&ids=3,4&flag',
    query: [
      ['b', '2'],
      ['a', 'x%20y'],
      ['ids', '1%2C2'],
      ['ids', '3,4'],
      ['flag', ''],
    ],
    headers: { 'content-type': 'application/json', authorization: 'Bearer t', 'x-two': 'a' },
    body,
    status: 200,
    violations: [],
  });
});

test('hands over the request without the base path', async () => {
  const targets: string[] = [];
  const origin = await start((request, signal) => {
    targets.push(`${request.method} ${request.target}`);
    return hello(request, signal);
  });
  await fetch(`${origin}/api/v2/tasks?page=1`);
  await fetch(`${origin}/api/v2?page=1`, { method: 'DELETE' });
  expect(targets).toEqual(['GET /tasks?page=1', 'DELETE /?page=1']);
});

test('outside the base path the answer says where the document is', async () => {
  const origin = await start(hello);
  const response = await fetch(`${origin}/tasks`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    title: 'Outside the base path',
    status: 404,
    detail: 'GET /tasks is outside the base path of the document. Call it under /api/v2.',
  });
  expect(requests[0]).toMatchObject({ path: '/tasks', status: 404, violations: [{ code: 'base-path' }] });
});

test('a backend that stalls is a 504 at the deadline, with method and path in it', async () => {
  const origin = await start(never, 20);
  const response = await fetch(`${origin}/api/v2/tasks`, { method: 'DELETE' });
  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({
    detail: "DELETE /tasks had no answer within the mock's deadline of 20 ms.",
  });
  expect(requests[0]?.status).toBe(504);
});

test('a body that never ends meets the same deadline', async () => {
  const origin = await start(hello, 20);
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write('POST /api/v2/tasks HTTP/1.1\r\nhost: mock\r\ncontent-length: 10\r\n\r\n{"a');
  const [chunk] = await socket.take(1).toArray();
  socket.destroy();
  expect(String(chunk)).toMatch(/^HTTP\/1\.1 504 /);
});

test('JSON that is none is a 400 and does not reach the backend', async () => {
  const origin = await start(never);
  const headers = { 'content-type': 'application/vnd.api+json; charset=utf-8' };
  const response = await fetch(`${origin}/api/v2/tasks`, { method: 'POST', body: '{"title": ', headers });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    detail: 'The body of POST /tasks is not the JSON that its content type promises.',
  });
  expect(requests[0]).toMatchObject({ body: '{"title": ', violations: [{ code: 'malformed-json' }] });
});

test('the same text under another content type is handed over', async () => {
  const origin = await start(hello);
  const response = await fetch(`${origin}/api/v2/tasks`, { method: 'POST', body: '{"title": ' });
  expect(response.status).toBe(200);
});

test('a body above the limit is a 413', async () => {
  const origin = await start(never);
  const response = await fetch(`${origin}/api/v2/tasks`, { method: 'POST', body: 'x'.repeat(10_000_001) });
  expect(response.status).toBe(413);
});

test('a backend that fails is a 502 with its reason', async () => {
  const origin = await start(() => Promise.reject(new Error('out of paint')));
  const response = await fetch(`${origin}/api/v2/tasks`);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ detail: 'Prism could not answer GET /tasks: out of paint' });
});

test('a caller that goes away stops the backend and leaves a record without a status', async () => {
  const backend = new EventEmitter();
  const origin = await start((_, signal) => {
    signal.addEventListener('abort', () => backend.emit('stopped'));
    backend.emit('reached');
    return new Promise(() => {});
  }, 60_000);
  const [reached, stopped] = [once(backend, 'reached'), once(backend, 'stopped')];
  const caller = new AbortController();
  const call = fetch(`${origin}/api/v2/tasks`, { signal: caller.signal }).catch((error: unknown) => error);
  await reached;
  caller.abort();
  await stopped;
  expect(await call).toMatchObject({ name: 'AbortError' });
  expect(requests).toMatchObject([{ path: '/tasks', status: undefined }]);
});

test('close cuts a call that is still waiting', async () => {
  const backend = new EventEmitter();
  const origin = await start(() => {
    backend.emit('reached');
    return new Promise(() => {});
  }, 60_000);
  const reached = once(backend, 'reached');
  const call = fetch(`${origin}/api/v2/tasks`).catch((error: unknown) => error);
  await reached;
  await front?.close();
  front = undefined;
  expect(await call).toBeInstanceOf(TypeError);
});
