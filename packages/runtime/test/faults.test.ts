import { getEventListeners } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWebhook, getProjectViewer, getProjectViewers, WebWork } from './fixtures/webwork.ts';
import { closedPort, startFaultServer, type Fault, type FaultServer } from './fault-server/fault-server.ts';
import * as faults from './fault-server/faults.ts';

const viewer = { id: 3, email: 'a@b.c' };
const good = faults.json({ success: true, data: viewer });
const errorBody = { success: false, message: 'try later', meta: { api_version: '2.0.0' } };

/** After these an attempt ends when its time is over. */
const stalls: readonly Fault[] = [faults.silence, faults.headersOnly, faults.bodyStalls];

let server: FaultServer | undefined;

// The first call of a process loads what fetch is made of, which on a busy machine takes longer than an attempt may.
beforeAll(async () => {
  const first = await startFaultServer(good);
  await (await fetch(first.url)).text();
  await first.close();
});

// Full jitter of nothing: attempts follow each other at once.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));

afterEach(async () => {
  vi.restoreAllMocks();
  await server?.close();
  server = undefined;
});

async function clientOf(...script: Fault[]): Promise<WebWork<'workspace_id'>> {
  server = await startFaultServer(...script);
  return new WebWork({
    token: 't',
    workspace_id: 1,
    baseUrl: server.url,
    attemptTimeout: script.some((fault) => stalls.includes(fault)) ? 600 : 15_000,
    rateLimit: false,
  });
}

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

interface Want {
  readonly kind: string;
  readonly status?: number;
  readonly attempts: number;
  readonly message: string | RegExp;
}

const connection = (message: string | RegExp): Want => ({ kind: 'connection', attempts: 3, message });

describe('a GET, by what happens to it', () => {
  test.each<[string, Fault[], Want]>([
    ['reset before an answer', [faults.resetAtOnce], connection(/ECONNRESET|other side closed/)],
    ['closed before an answer', [faults.closeAtOnce], connection('other side closed')],
    ['no HTTP', [faults.noHttp], connection(/HTTP/i)],
    ['silence', [faults.silence], { kind: 'timeout', attempts: 3, message: 'timed out' }],
    ['headers only', [faults.headersOnly], { kind: 'timeout', attempts: 3, message: 'timed out' }],
    ['headers, then a reset', [faults.headersThenReset], connection(/ECONNRESET|other side closed/)],
    ['a body that is cut off', [faults.bodyCut], connection('other side closed')],
    ['chunks that are cut off', [faults.chunksCut], connection('other side closed')],
    ['a body that stalls', [faults.bodyStalls], { kind: 'timeout', attempts: 3, message: 'timed out' }],
    ['gzip that lies', [faults.gzipLie], connection(/incorrect header check/)],
    [
      'a burst of 503',
      [faults.json(errorBody, '503 Service Unavailable')],
      { kind: 'unexpected', status: 503, attempts: 3, message: '503 try later' },
    ],
    [
      '500 without a body',
      [faults.answer('500 Internal Server Error')],
      { kind: 'unexpected', status: 500, attempts: 3, message: '500 Internal Server Error' },
    ],
    [
      'an HTML error page',
      [
        faults.answer('502 Bad Gateway', '<html><h1>Bad Gateway</h1></html>', {
          'content-type': 'text/html',
        }),
      ],
      { kind: 'unexpected', status: 502, attempts: 3, message: '502 <html><h1>Bad Gateway</h1></html>' },
    ],
    [
      'a documented error',
      [faults.json(errorBody, '404 Not Found', { 'x-request-id': 'r-1' })],
      { kind: 'api', status: 404, attempts: 1, message: '404 try later' },
    ],
    [
      'a documented status with an undocumented body',
      [faults.answer('404 Not Found', 'no route')],
      { kind: 'unexpected', status: 404, attempts: 1, message: '404 no route' },
    ],
    [
      'malformed JSON',
      [faults.answer('200 OK', '{"success":true,')],
      { kind: 'decode', status: 200, attempts: 1, message: /200 .*JSON/ },
    ],
    [
      'an HTML page instead of JSON',
      [faults.answer('200 OK', '<html>', { 'content-type': 'text/html' })],
      { kind: 'decode', status: 200, attempts: 1, message: /200 .*not valid JSON/ },
    ],
    [
      '200 without a body',
      [faults.answer('200 OK')],
      { kind: 'decode', status: 200, attempts: 1, message: /JSON/ },
    ],
    [
      'invalid UTF-8',
      [faults.answer('200 OK', Uint8Array.from([0x22, 0xff, 0xfe, 0x22]))],
      { kind: 'decode', status: 200, attempts: 1, message: /encoded data was not valid/ },
    ],
    [
      'an envelope that says no',
      [faults.json(errorBody)],
      { kind: 'envelope', status: 200, attempts: 1, message: '200 try later' },
    ],
    [
      'another envelope',
      [faults.json([1, 2])],
      { kind: 'envelope', status: 200, attempts: 1, message: '200 [1,2]' },
    ],
    ['null', [faults.json(null)], { kind: 'envelope', status: 200, attempts: 1, message: '200 null' }],
    [
      '429 that asks for more time than there is',
      [faults.json(errorBody, '429 Too Many Requests', { 'retry-after': '9' })],
      { kind: 'unexpected', status: 429, attempts: 1, message: '429 try later' },
    ],
  ])('%s', async (_name, script, want) => {
    const webwork = await clientOf(...script);
    const { signal } = new AbortController();
    const before = timers();
    const error: unknown = await getProjectViewer(webwork, { viewerId: 3 }, { signal }).catch(
      (reason: unknown) => reason,
    );
    const { message, ...rest } = want;
    expect(error).toMatchObject({ ...rest, operation: 'getProjectViewer', method: 'GET' });
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toMatch(
      /\. GET http:\/\/127\.0\.0\.1:\d+\/project-viewers\/3\?workspace_id=1$/,
    );
    expect(server?.requests).toHaveLength(want.attempts);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(timers()).toBeLessThanOrEqual(before);
    await expect.poll(() => server?.unfinished()).toBe(0);
  });
});

describe('a GET is mended by another attempt', () => {
  test.each<[string, Fault[]]>([
    ['after two resets', [faults.resetAtOnce, faults.resetAtOnce, good]],
    ['after a body that was cut off', [faults.bodyCut, good]],
    ['after silence', [faults.silence, good]],
    ['after 503 and 500', [faults.json({}, '503 Service Unavailable'), faults.answer('500 Oops'), good]],
    ['after 408', [faults.answer('408 Request Timeout'), good]],
    ['after 409', [faults.answer('409 Conflict'), good]],
    ['after 425', [faults.answer('425 Too Early'), good]],
    ['after 429 with seconds', [faults.answer('429 Too Many Requests', '', { 'retry-after': '0' }), good]],
    [
      'after 429 with a date',
      [faults.answer('429 Too Many Requests', '', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), good],
    ],
  ])('%s', async (_name, script) => {
    const webwork = await clientOf(...script);
    expect(await getProjectViewer(webwork, { viewerId: 3 })).toEqual(viewer);
    expect(server?.requests).toHaveLength(script.length);
    await expect.poll(() => server?.unfinished()).toBe(0);
  });
});

describe('a POST is repeated only where it cannot be done twice', () => {
  const input = { url: 'https://example.com', events: ['tracker.started' as const] };

  test.each<[string, Fault]>([
    ['reset', faults.resetAtOnce],
    ['500', faults.answer('500 Oops')],
    ['429', faults.answer('429 Too Many Requests')],
    ['silence', faults.silence],
  ])('not after %s', async (_name, fault) => {
    const webwork = await clientOf(fault);
    await expect(createWebhook(webwork, input)).rejects.toThrow('createWebhook');
    expect(server?.requests).toHaveLength(1);
  });

  test('after a reset, with an idempotency key', async () => {
    const webwork = await clientOf(faults.resetAtOnce, good);
    await createWebhook(webwork, input, { idempotencyKey: 'k-1' });
    expect(server?.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1']);
  });

  test('when the connection was refused: it never left', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const webwork = new WebWork({ baseUrl, workspace_id: 1 });
    await expect(createWebhook(webwork, input)).rejects.toMatchObject({ kind: 'connection', attempts: 3 });
  });
});

test('fifty megabytes arrive', async () => {
  const webwork = await clientOf(faults.fiftyMegabytes);
  const viewers = await getProjectViewers(webwork, {}, { attemptTimeout: 60_000 });
  expect(viewers).toHaveLength(50_000);
});

describe('a redirect is not followed', () => {
  test.each(['http://127.0.0.1:1/elsewhere', '/project-viewers/4'])('to %s', async (location) => {
    const webwork = await clientOf(faults.answer('302 Found', '', { location }));
    const error: unknown = await getProjectViewer(webwork, { viewerId: 3 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ kind: 'unexpected', status: 302, attempts: 1 });
    expect(server?.requests).toHaveLength(1);
  });

  test('so the token stays at home', async () => {
    const elsewhere = await startFaultServer(good);
    const webwork = await clientOf(faults.answer('307 Temporary Redirect', '', { location: elsewhere.url }));
    await expect(getProjectViewer(webwork, { viewerId: 3 })).rejects.toThrow('307');
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });
});
