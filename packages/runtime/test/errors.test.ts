import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as runtime from '../src/index.ts';
import { createWebhook, getProjectViewer, WebWork } from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

async function failing(answer: Response | Error, options: object = {}): Promise<Error> {
  const webwork = new WebWork({ fetch: answering(answer).fetch, workspace_id: 1, retries: 0, ...options });
  const result = await getProjectViewer(webwork, { viewerId: 1 }).result();
  if (result.ok) throw new Error('it did not fail');
  return result.error;
}

const classes = Object.entries(runtime).filter(([name]) => name.endsWith('Error')) as [
  string,
  new () => Error,
][];

/** The names of all error classes that an error is an instance of. */
const instancesOf = (error: unknown): string[] =>
  classes.filter(([, errorClass]) => error instanceof errorClass).map(([name]) => name);

const body = { success: false, message: 'no' };

describe('which class an error is of', () => {
  test.each<[string, Response | Error, object, string[]]>([
    ['documented', json(body, 404), {}, ['ApiError', 'NotFoundError']],
    ['400', json(body, 400), {}, ['ApiError', 'BadRequestError']],
    ['401', json(body, 401), {}, ['ApiError', 'AuthenticationError']],
    ['undocumented', json(body, 409), {}, ['ApiError', 'ConflictError', 'UnexpectedError']],
    ['403', json(body, 403), {}, ['ApiError', 'PermissionDeniedError', 'UnexpectedError']],
    ['422', json(body, 422), {}, ['ApiError', 'UnexpectedError', 'UnprocessableEntityError']],
    ['429', json(body, 429), {}, ['ApiError', 'RateLimitError', 'UnexpectedError']],
    ['503', json(body, 503), {}, ['ApiError', 'ServerError', 'UnexpectedError']],
    ['an envelope', json(body), {}, ['EnvelopeError']],
    ['no JSON', new Response('x'), {}, ['DecodeError']],
    ['no connection', new TypeError('fetch failed'), {}, ['ConnectionError']],
    ['aborted', json({}), { signal: AbortSignal.abort() }, ['AbortError']],
    ['no token', json({}), { token: () => Promise.reject(new Error('login')) }, ['AuthError']],
    ['too late', json({}), { fetch: () => new Promise(() => {}), attemptTimeout: 1 }, ['TimeoutError']],
  ])('%s', async (_name, answer, options, want) => {
    const { signal, ...rest } = options as { signal?: AbortSignal };
    const webwork = new WebWork({ fetch: answering(answer).fetch, workspace_id: 1, retries: 0, ...rest });
    const result = await getProjectViewer(webwork, { viewerId: 1 }, { signal }).result();
    const error: unknown = result.ok ? undefined : result.error;
    expect(instancesOf(error)).toEqual([...want, 'SdkError'].toSorted());
    expect(error).toBeInstanceOf(Error);
    expect(want).toContain((error as Error).name);
  });

  test('holds in another realm', () => {
    const foreign: unknown = runInNewContext(
      `Object.assign(new Error('x'), { kind: 'api', status: 404, operation: 'a', attempts: 1 })`,
    );
    expect(foreign instanceof Error).toBe(false);
    expect(instancesOf(foreign)).toEqual(['ApiError', 'NotFoundError', 'SdkError']);
  });

  test.each([undefined, null, 1, 'x', {}, new Error('x'), { kind: 'api', operation: 'x' }])(
    '%s is none',
    (value) => {
      expect(instancesOf(value)).toEqual([]);
    },
  );
});

describe('what an error tells', () => {
  test('all that is known of the answer', async () => {
    const error = await failing(json(body, 404, { 'x-request-id': 'r-1' }));
    const { headers, ...rest } = error as Error & { headers: Headers };
    expect(error.message).toBe(
      'getProjectViewer: 404 no. GET https://api.webwork-tracker.com/api/v2/project-viewers/1?workspace_id=1',
    );
    expect(rest).toMatchObject({
      name: 'ApiError',
      kind: 'api',
      status: 404,
      body,
      requestId: 'r-1',
      operation: 'getProjectViewer',
      method: 'GET',
      url: 'https://api.webwork-tracker.com/api/v2/project-viewers/1?workspace_id=1',
      attempts: 1,
    });
    expect(headers.get('content-type')).toBe('application/json');
  });

  test('what the server said, cut short', async () => {
    const error = await failing(new Response('<p>'.repeat(1000), { status: 502 }));
    expect(error.message.length).toBeLessThan(400);
    expect(error).toMatchObject({ body: '<p>'.repeat(1000) });
  });

  test('what the platform said of a connection', async () => {
    const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    const error = await failing(cause);
    expect(error.message).toMatch('getProjectViewer: Error: connect ECONNREFUSED 127.0.0.1:1. GET https://');
    expect(error.cause).toBe(cause);
  });

  test.each([undefined, null, 'nothing', 5])(
    'a fetch that throws %s fails as a connection',
    async (thrown) => {
      const fetch = (): Promise<never> => Promise.reject(thrown);
      expect(await failing(new Error(), { fetch })).toMatchObject({ kind: 'connection', attempts: 1 });
      const webwork = new WebWork({ fetch, workspace_id: 1 });
      const post = await createWebhook(webwork, { url: 'u', events: [] }).result();
      expect(post).toMatchObject({ error: { kind: 'connection', attempts: 1 } });
    },
  );
});
