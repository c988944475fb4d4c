import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { log, type Hooks, type LogLevel } from '../src/index.ts';
import { createWebhook, WebWork } from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

const good = (): Response =>
  json({ success: true, data: [] }, 200, { 'x-request-id': 'r-1', 'content-length': '26' });
const url = 'https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=1';

/** Hooks that write down what they were told, and the lines they wrote. */
function recorder(name = '') {
  const lines: string[] = [];
  const hooks: Hooks = {
    onRequest: ({ operation, method, attempts, headers, size }) =>
      lines.push(`${name}request ${operation} ${method} ${attempts} [${headers.join()}] ${size}`),
    onResponse: ({ attempts, status }) => lines.push(`${name}response ${attempts} ${status}`),
    onRetry: ({ attempts, delay, error }) => lines.push(`${name}retry ${attempts} ${delay} ${error.kind}`),
    onError: ({ attempts, error }) => lines.push(`${name}error ${attempts} ${error.kind}`),
  };
  return { lines, hooks };
}

describe('hooks', () => {
  test('see every step, in its order, with headers by name and bodies by length', async () => {
    const { lines, hooks } = recorder();
    const { fetch } = answering(json({}, 503), new TypeError('reset'), good());
    const webwork = new WebWork({ token: 't', fetch, hooks: [hooks], workspace_id: 1 });
    await webwork.projectViewers.list({}, { headers: { 'x-own': 'v' } });
    const request = (attempt: number) =>
      `request getProjectViewers GET ${attempt} [accept,user-agent,x-own,authorization] undefined`;
    expect(lines).toEqual([
      request(1),
      'response 1 503',
      'retry 1 0 unexpected',
      request(2),
      'retry 2 0 connection',
      request(3),
      'response 3 200',
    ]);
  });

  test('are told once of a call that failed for good, whatever it failed of', async () => {
    const { lines, hooks } = recorder();
    const webwork = new WebWork({ fetch: answering(json({}, 404)).fetch, hooks: [hooks], workspace_id: 1 });
    await webwork.projectViewers.list().result();
    await webwork.projectViewers.list({}, { signal: AbortSignal.abort() }).result();
    expect(lines.filter((line) => line.startsWith('error'))).toEqual(['error 1 api', 'error 0 abort']);
  });

  test('run in the order in which they were added, until they are removed', async () => {
    const [first, second, third] = [recorder('1 '), recorder('2 '), recorder('3 ')];
    const order: string[] = [];
    for (const { lines } of [first, second, third]) lines.push = (line) => order.push(line.slice(0, 10));
    const webwork = new WebWork({
      fetch: answering(good()).fetch,
      hooks: [first.hooks, second.hooks],
      workspace_id: 1,
    });
    const remove = webwork.use(third.hooks);
    await webwork.projectViewers.list();
    remove();
    await webwork.projectViewers.list();
    const told = (names: readonly number[]) =>
      ['request ge', 'response 1'].flatMap((what) => names.map((name) => `${name} ${what}`.slice(0, 10)));
    expect(order).toEqual([...told([1, 2, 3]), ...told([1, 2])]);
  });

  test('cannot break a call: what one throws goes where unhandled errors go', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown): void => void unhandled.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', listener);
    const { lines, hooks } = recorder();
    const broken: Hooks = {
      onResponse: () => {
        throw new Error('a bug');
      },
    };
    const webwork = new WebWork({ fetch: answering(good()).fetch, hooks: [broken, hooks], workspace_id: 1 });
    expect(await webwork.projectViewers.list()).toEqual([]);
    expect(lines.at(-1)).toBe('response 1 200');
    await expect.poll(() => unhandled).toEqual([new Error('a bug')]);
    process.off('unhandledRejection', listener);
    for (const other of others) process.on('unhandledRejection', other);
  });
});

describe('the log', () => {
  const lines = async (level: LogLevel | undefined): Promise<string[]> => {
    const written: string[] = [];
    const line = (name: string) => (text: string) =>
      void written.push(`${name} ${text.replace(/ in \d+ ms/, '')}`);
    const logger = { error: line('error'), warn: line('warn'), info: line('info'), debug: line('debug') };
    const { fetch } = answering(json({}, 503), good(), json({ message: 'no' }, 403));
    const webwork = new WebWork({ fetch, logger, ...(level && { logLevel: level }), workspace_id: 1 });
    await webwork.projectViewers.list();
    await createWebhook(webwork, { url: 'u', events: [] }).result();
    return written;
  };
  const post = 'https://api.webwork-tracker.com/api/v2/webhooks';
  const all = [
    `debug getProjectViewers: GET ${url} attempt 1, 0 characters`,
    `info getProjectViewers: 503, length unknown, no id. GET ${url}`,
    `warn getProjectViewers: 503 {}. GET ${url} (again)`,
    `debug getProjectViewers: GET ${url} attempt 2, 0 characters`,
    `info getProjectViewers: 200, length 26, r-1. GET ${url}`,
    `debug createWebhook: POST ${post} attempt 1, 40 characters`,
    `info createWebhook: 403, length unknown, no id. POST ${post}`,
    `error UnexpectedError: createWebhook: 403 no. POST ${post}`,
  ];

  test.each<[LogLevel | undefined, RegExp]>([
    ['debug', /./],
    [undefined, /^(info|warn|error)/],
    ['info', /^(info|warn|error)/],
    ['warn', /^(warn|error)/],
    ['error', /^error/],
  ])('at %s', async (level, pattern) => {
    expect(await lines(level)).toEqual(all.filter((line) => pattern.test(line)));
  });

  test('may also be one of the hooks', async () => {
    const info = vi.fn<(line: string) => void>();
    const logger = { error: info, warn: info, info, debug: info };
    await new WebWork({
      fetch: answering(good()).fetch,
      hooks: [log(logger)],
      workspace_id: 1,
    }).projectViewers.list();
    expect(info).toHaveBeenCalledOnce();
  });
});
