import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Client, createClient, operation, relativeServer } from '../src/index.ts';
import {
  api,
  createWebhook,
  deleteProjectViewer,
  getProjectViewer,
  getProjectViewers,
  replaceTags,
  stopTimeTracking,
  WebWork,
} from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

const viewers = [{ id: 1, email: 'a@b.c' }];
const envelope = { success: true, data: viewers, meta: { api_version: '2.0.0' } };
const client = (fetch: ReturnType<typeof answering>['fetch']) =>
  new WebWork({ token: 't', fetch, workspace_id: 7 });

describe('one call, sent once, whichever way it is read', () => {
  test('awaited, it gives the data of the envelope', async () => {
    const { sent, fetch } = answering(json(envelope));
    expect(await client(fetch).projectViewers.list({ email: 'a b&c' })).toEqual(viewers);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe(
      'https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=7&email=a%20b%26c',
    );
  });

  test('as the whole envelope', async () => {
    expect(
      await client(answering(json(envelope)).fetch)
        .projectViewers.list()
        .envelope(),
    ).toEqual(envelope);
  });

  test('as the response, its body unread', async () => {
    const { sent, fetch } = answering(json(envelope, 200, { 'x-request-id': 'r-1' }));
    const response = await client(fetch).projectViewers.list().response();
    expect(response.headers.get('x-request-id')).toBe('r-1');
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual(envelope);
    expect(sent).toHaveLength(1);
  });

  test('as a result', async () => {
    expect(
      await client(answering(json(envelope)).fetch)
        .projectViewers.list()
        .result(),
    ).toEqual({ ok: true, data: viewers });
  });

  test('in several ways, and again', async () => {
    const { sent, fetch } = answering(json(envelope));
    const call = client(fetch).projectViewers.list();
    const read = await Promise.all([call, call, call.envelope(), call.result()]);
    expect(read).toEqual([viewers, viewers, envelope, { ok: true, data: viewers }]);
    expect((await call.response()).status).toBe(200);
    expect(await call.then((items) => items.length)).toBe(1);
    expect(await call.finally(() => {})).toEqual(viewers);
    expect(sent).toHaveLength(1);
  });

  test('and not at all', async () => {
    const { sent, fetch } = answering(json({ success: true }));
    void deleteProjectViewer(client(fetch), { viewerId: 3 });
    expect(sent).toHaveLength(1);
  });

  test('a response with an error status rejects in every way but result()', async () => {
    const { fetch } = answering(json({ message: 'no' }, 404));
    for (const read of ['envelope', 'response'] as const) {
      await expect(client(fetch).projectViewers.list()[read]()).rejects.toMatchObject({ status: 404 });
    }
    const call = client(fetch).projectViewers.list();
    await expect(call).rejects.toMatchObject({ status: 404 });
    expect(await call.result()).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await call.catch(() => 'caught')).toBe('caught');
  });
});

describe('operations of every kind', () => {
  test('a body of fields', async () => {
    const { sent, fetch } = answering(json({ success: true, data: { id: 'w', url: 'u' } }));
    const input = { url: 'https://example.com', events: ['tracker.started' as const] };
    expect(await createWebhook(client(fetch), input)).toEqual({ id: 'w', url: 'u' });
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: JSON.stringify({ workspace_id: 7, ...input }),
    });
  });

  test('a DELETE whose fields go into the body, and whose answer has no data', async () => {
    const { sent, fetch } = answering(json({ success: true }));
    expect(await deleteProjectViewer(client(fetch), { viewerId: 3 })).toBeUndefined();
    expect(sent[0]?.url).toMatch(/\/project-viewers\/3$/);
    expect(sent[0]?.init.body).toBe('{"workspace_id":7}');
  });

  test('an answer without a body', async () => {
    const { fetch } = answering(new Response(null, { status: 204 }));
    expect(await stopTimeTracking(client(fetch))).toBeUndefined();
  });

  test('a body that is a list: the input nests', async () => {
    const { sent, fetch } = answering(json(['b']));
    const input = { path: { id: 5 }, query: { dry_run: true }, body: ['a'] };
    expect(await replaceTags(client(fetch), input)).toEqual(['b']);
    expect(sent[0]?.url).toMatch(/\/projects\/5\/tags\?dry_run=true$/);
    expect(sent[0]?.init.body).toBe('["a"]');
  });

  test.each<[string, object, string]>([
    [
      'a place that is none',
      { id: 5, path: { id: 5 }, body: [] },
      "replaceTags: 'id' is not one of: path,query,body",
    ],
    [
      'a field that is unknown in its place',
      { path: { id: 5 }, query: { dry: 1 }, body: [] },
      "replaceTags: 'dry' is not one of: dry_run",
    ],
    ['a field in the wrong place', { path: {}, query: { id: 5 }, body: [] }, "replaceTags: 'id' is missing"],
    ['a place that holds no fields', { path: 5, body: [] }, "replaceTags: 'path' is no object"],
    ['a missing body', { path: { id: 5 } }, "replaceTags: 'body' is missing"],
  ])('a nested input with %s is refused', (_name, input, message) => {
    const { sent, fetch } = answering(json([]));
    expect(() => replaceTags(client(fetch), input as never)).toThrow(message);
    expect(sent).toEqual([]);
  });
});

describe('what the client was given', () => {
  test('fills the field in query and body; the call has the last word', async () => {
    const { sent, fetch } = answering(json(envelope));
    await getProjectViewers(client(fetch));
    await getProjectViewers(client(fetch), { workspace_id: 8 });
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?workspace_id=7', '?workspace_id=8']);
  });

  test('goes to no operation that has no such field', async () => {
    const { sent, fetch } = answering(json({ success: true, data: [], meta: {} }));
    await client(fetch).workspaces.list();
    expect(sent[0]?.url).toMatch(/\/workspaces$/);
  });

  test('comes along to the next page', async () => {
    const full = Array.from({ length: 20 }, (_, id) => ({ id, email: '' }));
    const { sent, fetch } = answering(json({ success: true, data: full }), json({ success: true, data: [] }));
    await client(fetch).projectViewers.list().all();
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?workspace_id=7', '?workspace_id=7&page=2']);
  });

  test('is told to whoever must know what is sent, such as a cache', () => {
    const filled = client(answering().fetch).filled(getProjectViewers.spec, { page: 2 });
    expect(filled).toEqual({ page: 2, workspace_id: 7 });
  });

  test('is no option of that name: a token is not the webhook’s token', async () => {
    const { sent, fetch } = answering(json({ success: true, data: { id: 'w' } }));
    await createWebhook(client(fetch), { url: 'u', events: [] });
    expect(sent[0]?.init.body).toBe('{"workspace_id":7,"url":"u","events":[]}');
  });
});

describe('what the document lacks', () => {
  test('is sent with the token, the retries and the envelope of all calls', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0);
    const { sent, fetch } = answering(json({}, 503), json({ success: true, data: { beta: true } }));
    const request = {
      method: 'PUT',
      path: '/beta/{x}',
      query: { a: [1, 2], 'b!': 'c' },
      body: { d: 1 },
    } as const;
    expect(await client(fetch).request<{ beta: boolean }>(request)).toEqual({ beta: true });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.url).toBe('https://api.webwork-tracker.com/api/v2/beta/{x}?a=1&a=2&b!=c');
    expect(sent[1]?.init).toMatchObject({
      method: 'PUT',
      body: '{"d":1}',
      headers: { authorization: 'Bearer t' },
    });
  });

  test('may have no envelope, and no body', async () => {
    const { sent, fetch } = answering(json([1]));
    expect(await client(fetch).request({ method: 'GET', path: '/plain', envelope: false })).toEqual([1]);
    expect(sent[0]?.init.body).toBeUndefined();
  });

  test('fails as all calls do', async () => {
    const { fetch } = answering(json({ message: 'no such page' }, 404));
    await expect(client(fetch).request({ method: 'GET', path: '/nowhere' })).rejects.toThrow(
      'request: 404 no such page. GET ',
    );
  });

  test('stays below the base URL', () => {
    const { sent, fetch } = answering(json({}));
    expect(() => client(fetch).request({ method: 'GET', path: '@evil.example/x' })).toThrow(
      "must start with '/'",
    );
    expect(sent).toEqual([]);
  });
});

test('options of a call win over those of the client', async () => {
  const first = answering(json(envelope));
  const second = answering(json(envelope));
  const webwork = new WebWork({
    fetch: first.fetch,
    workspace_id: 1,
    headers: { 'x-a': 'client', 'x-b': 'client' },
  });
  await webwork.projectViewers.list({}, { fetch: second.fetch, headers: { 'x-b': 'call' } });
  expect(first.sent).toEqual([]);
  expect(second.sent[0]?.init.headers).toMatchObject({ 'x-a': 'client', 'x-b': 'call' });
});

test('a base URL takes the place of the document’s', async () => {
  const { sent, fetch } = answering(json(envelope));
  await new WebWork({
    fetch,
    workspace_id: 1,
    baseUrl: 'http://127.0.0.1:4010/api/v2',
  }).projectViewers.list();
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/api/v2/project-viewers?workspace_id=1');
  await new WebWork({ fetch, workspace_id: 1, baseUrl: 'https://example.com/' }).projectViewers.list();
  expect(sent[1]?.url).toBe('https://example.com/project-viewers?workspace_id=1');
});

describe('a document that names no host', () => {
  const api = {
    get baseUrl() {
      return relativeServer('/v1');
    },
  };
  const ping = operation({ id: 'ping', method: 'GET', path: '/ping' });
  const missing = new TypeError(
    "'baseUrl' is missing: the document names no host, and there is no page to take it from",
  );

  test('asks for a base URL before anything is sent', () => {
    const { sent, fetch } = answering(json({}));
    const client = new Client({ api, userAgent: 'x' }, { fetch });
    expect(() => client.call(ping.spec)).toThrow(missing);
    expect(() => ping(createClient(api, { fetch }))).toThrow(missing);
    expect(sent).toEqual([]);
  });

  test.each(['https://api.example.com', ''])(
    'is called at the base URL that is given: %j',
    async (baseUrl) => {
      const { sent, fetch } = answering(json({}));
      await ping(createClient(api, { fetch, baseUrl }));
      await new Client({ api, userAgent: 'x' }, { fetch, baseUrl }).call(ping.spec);
      expect(sent.map(({ url }) => url)).toEqual([`${baseUrl}/ping`, `${baseUrl}/ping`]);
    },
  );

  test('is called where the page is', async () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.stubGlobal('location', new URL('https://shop.example.com/cart'));
    const { sent, fetch } = answering(json({}));
    await ping(createClient(api, { fetch }));
    expect(sent[0]?.url).toBe('/v1/ping');
  });
});

test('a base URL with a password is refused without showing it', () => {
  const create = () => new WebWork({ baseUrl: 'https://me:hush@example.com/api' });
  expect(create).toThrow(new TypeError("'baseUrl' has a password"));
});

describe('a body is read', () => {
  const text = JSON.stringify({ success: true, data: { name: 'Ädä 𝒳 €' } });
  const bytes = new TextEncoder().encode(text);
  const inChunks = (...chunks: readonly Uint8Array[]): Response =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk);
          controller.close();
        },
      }),
    );
  const read = async (response: Response): Promise<unknown> =>
    await getProjectViewer(
      client(async () => response),
      { viewerId: 1 },
    );

  test('wherever it is cut, in the middle of a letter too', async () => {
    const cuts = Array.from(bytes, (_, at) => inChunks(bytes.subarray(0, at), bytes.subarray(at)));
    const answers = await Promise.all(cuts.map(read));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"name":"Ädä 𝒳 €"}']));
    expect(await read(inChunks(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))))).toEqual({
      name: 'Ädä 𝒳 €',
    });
  });

  test.each([
    ['in the last chunk', [bytes, Uint8Array.of(0xc3)]],
    ['in one before it', [Uint8Array.of(0xff), bytes]],
  ])('and refused where it is no UTF-8 %s', async (_, chunks) => {
    await expect(read(inChunks(...chunks))).rejects.toMatchObject({ kind: 'decode', status: 200 });
  });

  test('where the platform gives no stream of it, as in React Native', async () => {
    const response = new Response(text);
    Object.defineProperty(response, 'body', { value: undefined });
    expect(await read(response)).toEqual({ name: 'Ädä 𝒳 €' });
  });
});

test('__proto__ in an answer pollutes nothing', async () => {
  const body = '{"success":true,"data":{"__proto__":{"polluted":true},"id":1},"__proto__":{"polluted":true}}';
  const { fetch } = answering(new Response(body));
  const viewer = await getProjectViewer(client(fetch), { viewerId: 1 });
  expect(Object.getPrototypeOf(viewer)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('functions alone need no class', async () => {
  const { sent, fetch } = answering(json(envelope));
  const core = createClient(api, { token: 't', fetch });
  expect(await getProjectViewers(core, { workspace_id: 2 })).toEqual(viewers);
  expect(sent).toHaveLength(1);
});
