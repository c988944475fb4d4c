import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.ts';

const task = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const text = { type: 'string', example: 'words' };
const contents: Readonly<Record<string, object>> = {
  '/any': { '*/*': { schema: task } },
  '/any-text': { '*/*': { schema: text } },
  '/vendor': { 'application/vnd.acme+json': { schema: task } },
  '/json': { 'application/json; charset=utf-8': { schema: task } },
  '/xml': { 'application/xml': { schema: task } },
  '/file': { 'audio/mpeg': {} },
  '/named-file': { 'audio/*': { schema: { ...text, format: 'binary' } } },
  '/form': { 'application/x-www-form-urlencoded': { schema: task, example: { id: 1 } } },
  '/lines': { 'application/x-ndjson': { schema: task } },
  '/shown-lines': {
    'application/jsonl': { schema: task, examples: { a: { value: { id: 1 } }, b: { value: { id: 2 } } } },
  },
  '/list-as-lines': { 'application/jsonl': { schema: { type: 'array', items: task } } },
  '/events': { 'text/event-stream': { schema: task } },
  '/text-events': { 'text/event-stream': { schema: { type: 'string', example: 'two\nlines' } } },
  '/shown-events': { 'text/event-stream': { schema: task, example: 'event: task\ndata: {"id":7}\n\n' } },
  '/table': { 'text/csv': { example: [['a', 'b']] } },
  '/shown-table': { 'text/csv': { example: 'a,b' } },
};
const document = {
  openapi: '3.1.0',
  info: { title: 'Answers', version: '1.0.0' },
  paths: Object.fromEntries(
    Object.entries(contents).map(([path, content]) => [
      path,
      { get: { responses: { 200: { description: 'OK', content } } } },
    ]),
  ),
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ document });
});
afterAll(async () => await mock.close());

async function answerTo(path: string, accept: string): Promise<string> {
  const response = await fetch(mock.url + path, { headers: { accept } });
  return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
}

test.each([
  ['/any', '200 application/json {"id":0}'],
  ['/any-text', '200 text/plain words'],
  ['/vendor', '200 application/vnd.acme+json {"id":0}'],
  ['/json', '200 application/json; charset=utf-8 {"id":0}'],
  ['/xml', '200 application/xml <xml><id>0</id></xml>'],
  ['/file', '200 audio/mpeg string'],
  ['/named-file', '200 audio/* words'],
  ['/form', '200 application/x-www-form-urlencoded string'],
  ['/lines', '200 application/x-ndjson {"id":0}\n'],
  ['/shown-lines', '200 application/jsonl {"id":1}\n{"id":2}\n'],
  ['/list-as-lines', '200 application/jsonl {"id":0}\n'],
  ['/events', '200 text/event-stream data: {"id":0}\n\n'],
  ['/text-events', '200 text/event-stream data: two\ndata: lines\n\n'],
  ['/shown-events', '200 text/event-stream event: task\ndata: {"id":7}\n\n'],
  ['/table', '200 text/csv string'],
  ['/shown-table', '200 text/csv a,b'],
])('what Prism cannot write is a text, and anything is JSON: %s', async (path, want) => {
  expect(await answerTo(path, '*/*')).toBe(want);
});

test.each([
  ['/any', 'application/json', '200 application/json {"id":0}'],
  ['/any-text', 'application/json', '200 application/json "words"'],
  ['/json', 'application/vnd.acme+json; version=2', '200 application/json; charset=utf-8 {"id":0}'],
])('%s for whoever takes %s', async (path, accept, want) => {
  expect(await answerTo(path, accept)).toBe(want);
});

test.each([
  ['301', {}, 'https://example.com/'],
  ['302', { location: { schema: { type: 'string' }, example: '/tasks/1' } }, '/tasks/1'],
])('a redirect leads somewhere: %s', async (code, headers, want) => {
  const responses = { [code]: { description: 'Elsewhere', headers } };
  const elsewhere = await startMock({
    document: { ...document, paths: { '/link': { get: { responses } } } },
  });
  const response = await fetch(`${elsewhere.url}/link`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([Number(code), want]);
  await elsewhere.close();
});

test.each([
  [
    { schema: { type: 'object', properties: { page: { type: 'integer' }, of: { example: 3 } } } },
    'page,0,of,3',
  ],
  [{ explode: true, schema: { type: 'object', properties: { page: { type: 'integer' } } } }, 'page=0'],
  [{ schema: { type: 'array', items: { type: 'integer' } }, example: [1, 2] }, '1,2'],
])('a header with parts of its own is a text: %j', async (header, want) => {
  const responses = { 204: { description: 'Done', headers: { 'x-page': header } } };
  const headed = await startMock({ document: { ...document, paths: { '/task': { get: { responses } } } } });
  const response = await fetch(`${headed.url}/task`);
  expect([response.status, response.headers.get('x-page')]).toEqual([204, want]);
  await headed.close();
});

test('a response that says nothing of itself is one', async () => {
  const paths = {
    '/task': { delete: { responses: { 204: {}, 404: { $ref: '#/components/responses/No' } } } },
  };
  const silent = await startMock({ document: { ...document, paths, components: { responses: { No: {} } } } });
  const statuses = ['', 'code=404'].map(async (prefer) => {
    const response = await fetch(`${silent.url}/task`, { method: 'DELETE', headers: { prefer } });
    return response.status;
  });
  expect(await Promise.all(statuses)).toEqual([204, 404]);
  await silent.close();
});

test('an operation that documents no answer gives an empty one, and a GET needs no body', async () => {
  const get = { requestBody: { required: true, content: { 'application/json': { schema: task } } } };
  const silent = await startMock({ document: { ...document, paths: { '/task': { get } } } });
  const response = await fetch(`${silent.url}/task`);
  expect([response.status, await response.text()]).toEqual([200, '']);
  await silent.close();
});

test('an operation that redirects does so, whatever happens otherwise', async () => {
  const responses = { 302: { description: 'Found' }, default: { description: 'No' } };
  const link = await startMock({ document: { ...document, paths: { '/link': { get: { responses } } } } });
  const response = await fetch(`${link.url}/link`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, 'https://example.com/']);
  await link.close();
});

test('what nobody can have is still refused', async () => {
  expect(await answerTo('/json', 'text/html')).toContain('406 application/problem+json');
});
