import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  apiKey,
  Client,
  inQuery,
  log,
  operation,
  type ClientDescription,
  type ClientOptions,
  type Hooks,
} from '../src/index.ts';
import { memoryStore, userTokens } from '../src/oauth/index.ts';
import {
  createWebhook,
  getProjectViewer,
  getProjectViewers,
  replaceTags,
  WebWork,
} from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

const canary = 'canary-6b1f0c52';

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

/** Everything that a person may print of a value. */
function printed(value: unknown): string {
  const options = { depth: 12, showHidden: true, getters: true } as const;
  const texts = [inspect(value, options), String(value), JSON.stringify(value) ?? ''];
  if (value instanceof Error) texts.push(value.message, value.stack ?? '', printed(value.cause));
  return texts.join('\n');
}

const answers: readonly [string, Response | Error][] = [
  ['a success', json({ success: true, data: [] })],
  ['an envelope that says no', json({ success: false, message: 'no' })],
  ['no JSON', new Response('<html>')],
  ['400', json({ message: 'no' }, 400)],
  ['401', json({ message: 'no' }, 401)],
  ['404', json({ message: 'no' }, 404)],
  ['503', json({ message: 'no' }, 503)],
  ['a redirect', new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
  ['no connection', new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
];

const tokens: readonly [string, () => ClientOptions][] = [
  ['a string', () => ({ token: canary })],
  ['a function', () => ({ token: () => canary })],
  ['a promise', () => ({ token: async () => canary })],
  [
    'OAuth',
    () => ({
      token: userTokens(
        {
          tokenUrl: 'https://example.com/token',
          clientId: 'a',
          clientSecret: canary,
          fetch: answering(json({ error: 'invalid_grant' }, 400)).fetch,
        },
        { store: memoryStore({ accessToken: canary, refreshToken: canary }) },
      ),
    }),
  ],
  ['a header of the caller', () => ({ headers: { 'x-api-key': canary, authorization: `Bearer ${canary}` } })],
];

test.each(tokens)('%s shows nowhere', async (_name, options) => {
  const seen: string[] = [];
  const write = (line: string): void => void seen.push(line);
  const see = (event: unknown): void => void seen.push(printed(event));
  const hooks: Hooks = { onRequest: see, onResponse: see, onError: see, onRetry: see };
  const logger = { error: write, warn: write, info: write, debug: write };
  let sent = 0;
  for (const [, answer] of answers) {
    const { sent: requests, fetch } = answering(answer);
    const webwork = new WebWork({
      ...options(),
      fetch,
      hooks: [hooks, log(logger, 'debug')],
      workspace_id: 1,
      rateLimit: false,
    });
    const calls = [
      getProjectViewer(webwork, { viewerId: 1 }),
      getProjectViewers(webwork),
      createWebhook(webwork, { url: 'u', events: [] }),
      replaceTags(webwork, { path: { id: 1 }, body: [] }),
      webwork.request({ method: 'GET', path: '/x' }),
    ];
    seen.push(printed(webwork), ...calls.map(printed));
    for (const call of calls) seen.push(printed(await call.result()));
    sent += requests.filter(({ init }) => JSON.stringify(init.headers).includes(canary)).length;
  }
  expect(sent).toBeGreaterThan(answers.length);
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.filter((text) => text.includes(canary))).toEqual([]);
});

test.each(['header', 'query', 'cookie'] as const)('an API key in the %s shows nowhere', async (place) => {
  const api: ClientDescription = {
    api: { baseUrl: 'https://api.example.com', auth: apiKey(place, 'key') },
    userAgent: 'x',
  };
  const seen: string[] = [];
  const see = (event: unknown): void => void seen.push(printed(event));
  for (const [, answer] of answers) {
    const hooks: Hooks = { onRequest: see, onResponse: see, onError: see, onRetry: see };
    const client = new Client(api, { token: canary, fetch: answering(answer).fetch, hooks: [hooks] });
    const get = operation<object, unknown, never, unknown>({
      id: 'get',
      method: 'GET',
      path: '/x',
      fields: [[inQuery, 0, 'a']],
    });
    seen.push(printed(client), printed(await get(client, { a: 1 }).result()));
  }
  expect(seen.filter((text) => text.includes(canary))).toEqual([]);
});
