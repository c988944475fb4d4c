import { afterEach, describe, expect, test } from 'vitest';
import {
  apiKey,
  asBody,
  blobAnswer,
  createClient,
  expectRedirect,
  followRedirects,
  inHeader,
  operation,
  redirectTarget,
  type CallOptions,
  type CoreClient,
  type CoreOptions,
  type Operation,
  type OperationSpec,
} from '../src/index.ts';
import { startFaultServer, type Fault, type FaultServer } from './fault-server/fault-server.ts';
import * as faults from './fault-server/faults.ts';

const api = { baseUrl: 'https://acme.example' };
const open: FaultServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serving(...script: readonly Fault[]): Promise<FaultServer> {
  const server = await startFaultServer(...script);
  open.push(server);
  return server;
}

const to = (location: string, status = '302 Found'): Fault => faults.answer(status, '', { location });
const file = faults.answer('200 OK', 'bytes', { 'content-type': 'text/plain' });
const clientOf = ({ url: baseUrl }: FaultServer, more: CoreOptions = {}): CoreClient =>
  createClient(api, { baseUrl, token: 'secret', headers: { 'x-key': 'secret' }, ...more });
/** Lines of requests, with what of the secrets came along. */
const seen = ({ requests }: FaultServer): string[] =>
  requests.map(({ method, target, headers, body }) =>
    [method, target, ...Object.values(headers).filter((value) => value.includes('secret')), body]
      .filter((part) => part !== '')
      .join(' '),
  );

const fields: NonNullable<OperationSpec['fields']> = [
  [followRedirects, 0],
  [inHeader, 0, 'x-version'],
];
const getFile: Operation<object, Blob> = operation({
  id: 'getFile',
  method: 'GET',
  path: '/file',
  fields,
  answer: blobAnswer,
});

describe('a redirect that is documented beside an answer', () => {
  test('is followed with the credentials where it stays at home', async () => {
    const server = await serving(to('/moved?a=1'), to('/again', '308 Permanent Redirect'), file);
    const blob = await getFile(clientOf(server), { 'x-version': '2' });
    expect([await blob.text(), server.requests.at(-1)?.headers['x-version']]).toEqual(['bytes', '2']);
    expect(seen(server)).toEqual([
      'GET /file secret Bearer secret',
      'GET /moved?a=1 secret Bearer secret',
      'GET /again secret Bearer secret',
    ]);
  });

  test('goes to another origin without any header of the call, and takes up none on its way back', async () => {
    const home = await serving(file);
    const storage = await serving(to(`${home.url}/back`));
    const server = await serving(to(`${storage.url}/file?signature=s`));
    expect(await (await getFile(clientOf(server), { 'x-version': '2' })).text()).toBe('bytes');
    expect([seen(server), seen(storage), seen(home)]).toEqual([
      ['GET /file secret Bearer secret'],
      ['GET /file?signature=s'],
      ['GET /back'],
    ]);
    expect(storage.requests[0]?.headers).not.toHaveProperty('x-version');
  });

  test('leaves the key in the query behind', async () => {
    const server = await serving(to('/moved'), file);
    const withKey = createClient(
      { ...api, auth: apiKey('query', 'key') },
      { baseUrl: server.url, token: 'secret' },
    );
    await getFile(withKey, {});
    expect(seen(server)).toEqual(['GET /file?key=secret', 'GET /moved']);
  });

  test('is given to hooks of fetch by each hop, under the URL of the call', async () => {
    const server = await serving(to('/moved'), file);
    const urls: string[] = [];
    const fetchOf: CallOptions['fetch'] = async (url, init, context) => {
      urls.push(`${url} ${context.url}`);
      return await fetch(url, init);
    };
    await getFile(clientOf(server), {}, { fetch: fetchOf });
    const { url } = server;
    expect(urls).toEqual([`${url}/file ${url}/file`, `${url}/moved ${url}/file`]);
  });

  test.each<[status: string, method: 'POST' | 'PUT', want: string[]]>([
    ['301 Moved Permanently', 'POST', ['POST /file', 'GET /moved']],
    ['302 Found', 'POST', ['POST /file', 'GET /moved']],
    ['303 See Other', 'POST', ['POST /file', 'GET /moved']],
    ['303 See Other', 'PUT', ['PUT /file', 'GET /moved']],
    ['302 Found', 'PUT', ['PUT /file', 'PUT /moved']],
    ['307 Temporary Redirect', 'POST', ['POST /file', 'POST /moved']],
  ])('is followed as fetch does: %s of %s', async (status, method, want) => {
    const server = await serving(to('/moved', status), file);
    const send: Operation<object, Blob> = operation({
      id: 'send',
      method,
      path: '/file',
      fields: [
        [followRedirects, 0],
        [asBody, 1, 'body'],
      ],
      answer: blobAnswer,
    });
    await send(clientOf(server), { body: { a: 1 } });
    expect(server.requests.map((request) => `${request.method} ${request.target}`)).toEqual(want);
    const last = server.requests.at(-1);
    const isSent = want.at(-1)?.startsWith('GET') !== true;
    expect([last?.body, last?.headers['content-type']]).toEqual(
      isSent ? ['{"a":1}', 'application/json'] : ['', undefined],
    );
  });

  test('takes no body to another origin', async () => {
    const elsewhere = await serving(file);
    const server = await serving(to(elsewhere.url, '307 Temporary Redirect'));
    const send: Operation<object, Blob> = operation({ id: 'send', method: 'POST', path: '/file', fields });
    await expect(send(clientOf(server), {})).rejects.toMatchObject({ kind: 'unexpected', status: 307 });
    expect(elsewhere.requests).toEqual([]);
  });

  test.each(['ftp://127.0.0.1/file', 'file:///etc/passwd', 'http://u:p@127.0.0.1:1/', 'http://[', 'data:,a'])(
    'leads to no %s',
    async (location) => {
      const server = await serving(to(location));
      await expect(getFile(clientOf(server), {})).rejects.toMatchObject({ kind: 'unexpected', status: 302 });
    },
  );

  test('leads to no URL with a password, at home either', async () => {
    const server = await serving((socket, request) =>
      to(`http://u:p@${request.headers['host']}/moved`)(socket, request),
    );
    await expect(getFile(clientOf(server), {})).rejects.toMatchObject({ kind: 'unexpected', status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  test('from where nobody listens leads to nowhere where somebody does', async () => {
    const answers = [new Response(null, { status: 302, headers: { location: 'http://other.example/' } })];
    const client = createClient(api, { fetch: async () => answers.shift() ?? new Response('bytes') });
    await expect(getFile(client, {})).rejects.toMatchObject({ status: 302 });
  });

  test('ends after five', async () => {
    const server = await serving(to('/file'));
    await expect(getFile(clientOf(server), {})).rejects.toMatchObject({ kind: 'unexpected', status: 302 });
    expect(server.requests).toHaveLength(6);
  });
});

describe('a redirect that is the documented answer', () => {
  const getLink: Operation<object, string> = operation({
    id: 'getLink',
    method: 'GET',
    path: '/link',
    fields: [[expectRedirect, 0]],
    answer: redirectTarget,
  });

  test.each([
    ['https://storage.example/file?signature=s', 'https://storage.example/file?signature=s'],
    ['/moved', 'URL/moved'],
    ['http://[', 'http://['],
  ])('gives where it leads, and is not followed: %s', async (location, want) => {
    const server = await serving(to(location));
    expect(await getLink(clientOf(server))).toBe(want.replace('URL', server.url));
    expect([server.requests.length, server.unfinished()]).toEqual([1, 0]);
  });

  test('is read in every way that a call is', async () => {
    const client = clientOf(await serving(to('https://a.example/')));
    const { status, headers } = await getLink(client).response();
    expect([status, headers.get('location')]).toEqual([302, 'https://a.example/']);
    expect(await getLink(client).envelope()).toBe('https://a.example/');
    expect(await getLink(client).result()).toEqual({ ok: true, data: 'https://a.example/' });
  });

  test('is no failure to whoever watches', async () => {
    const failures: unknown[] = [];
    const client = clientOf(await serving(to('/')), { onFailure: (error) => failures.push(error) });
    await getLink(client);
    expect(failures).toEqual([]);
  });

  test('is missed where the server answers otherwise', async () => {
    await expect(getLink(clientOf(await serving(file)))).rejects.toThrow(
      /^getLink: 200 leads nowhere\. GET http:.*\/link$/,
    );
    await expect(getLink(clientOf(await serving(faults.answer('404 Not Found', ''))))).rejects.toMatchObject({
      status: 404,
    });
  });
});
