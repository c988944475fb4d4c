import { getEventListeners } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { AbortError, TimeoutError } from '../src/index.ts';
import { getProjectViewer, getWorkspaces, WebWork } from './fixtures/webwork.ts';
import { startFaultServer, type Fault, type FaultServer } from './fault-server/fault-server.ts';
import * as faults from './fault-server/faults.ts';

let server: FaultServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function urlOf(...script: Fault[]): Promise<string> {
  server = await startFaultServer(...script);
  return server.url;
}

const never = (): Promise<never> => new Promise(() => {});
const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** Aborts as soon as `when` holds, and looks at what is left. */
async function abortedWhen(
  start: (signal: AbortSignal) => Promise<unknown>,
  when: () => boolean | undefined,
): Promise<void> {
  const controller = new AbortController();
  const before = timers();
  const call = start(controller.signal).catch((error: unknown) => error);
  await expect.poll(when, { interval: 5 }).toBe(true);
  controller.abort('enough');
  const error = await call;
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ name: 'AbortError', kind: 'abort', cause: 'enough' });
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
  await expect.poll(() => server?.unfinished() ?? 0).toBe(0);
}

test('before it starts, nothing is sent', async () => {
  const webwork = new WebWork({ baseUrl: await urlOf(faults.silence) });
  const call = getWorkspaces(webwork, {}, { signal: AbortSignal.abort('enough') });
  await expect(call).rejects.toMatchObject({ kind: 'abort', attempts: 0, cause: 'enough' });
  expect(server?.requests).toEqual([]);
});

test('while it waits for the headers', async () => {
  const webwork = new WebWork({ baseUrl: await urlOf(faults.silence) });
  await abortedWhen(
    (signal) => getWorkspaces(webwork, {}, { signal }),
    () => server?.requests.length === 1,
  );
});

test('while it reads the body', async () => {
  const webwork = new WebWork({ baseUrl: await urlOf(faults.bodyStalls) });
  await abortedWhen(
    (signal) => getWorkspaces(webwork, {}, { signal }),
    () => server?.requests.length === 1,
  );
});

test('while it waits for the token', async () => {
  let asked = false;
  const token = (): Promise<never> => {
    asked = true;
    return never();
  };
  const webwork = new WebWork({ token });
  await abortedWhen(
    (signal) => getWorkspaces(webwork, {}, { signal }),
    () => asked,
  );
});

test('while it waits for another attempt', async () => {
  let failed = false;
  const webwork = new WebWork({
    baseUrl: await urlOf(faults.answer('503 Service Unavailable', '', { 'retry-after': '7' })),
    onFailure: () => (failed = true),
  });
  await abortedWhen(
    (signal) => getWorkspaces(webwork, {}, { signal }),
    () => failed,
  );
});

test('while it waits for the rate limit; the turn goes to the next', async () => {
  const page = faults.json({ success: true, data: [], meta: {} });
  const webwork = new WebWork({ baseUrl: await urlOf(page), rateLimit: { requests: 1, seconds: 1 } });
  await getWorkspaces(webwork);
  let waiting = false;
  await abortedWhen(
    (signal) => {
      const call = getWorkspaces(webwork, {}, { signal });
      setTimeout(() => (waiting = true), 5);
      return call;
    },
    () => waiting,
  );
  expect(server?.requests).toHaveLength(1);
  await getWorkspaces(webwork);
  expect(server?.requests).toHaveLength(2);
});

test('and a fetch that ignores its signal does not hold the call', async () => {
  let sent = false;
  const fetch = (): Promise<never> => {
    sent = true;
    return never();
  };
  const webwork = new WebWork({ fetch });
  await abortedWhen(
    (signal) => getWorkspaces(webwork, {}, { signal }),
    () => sent,
  );
});

test('the deadline of the whole call ends a wait for the rate limit, for a token, for an answer', async () => {
  const slow = new WebWork({ baseUrl: await urlOf(faults.silence) });
  const tokenless = new WebWork({ token: never });
  const limited = new WebWork({
    fetch: never,
    rateLimit: { requests: 1, seconds: 60 },
    attemptTimeout: 5,
    retries: 0,
  });
  await expect(getWorkspaces(limited)).rejects.toBeInstanceOf(TimeoutError);
  for (const webwork of [slow, tokenless, limited]) {
    const error: unknown = await getWorkspaces(webwork, {}, { timeout: 20 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ name: 'TimeoutError', kind: 'timeout' });
  }
});

test('a retry that the deadline would cut off is not begun: the error is the one that happened', async () => {
  const webwork = new WebWork({
    baseUrl: await urlOf(faults.answer('503 Service Unavailable', '', { 'retry-after': '8' })),
  });
  await expect(getWorkspaces(webwork, {}, { timeout: 7000 })).rejects.toMatchObject({
    status: 503,
    attempts: 1,
  });
});

test('the response is at hand before its body, and aborting ends the body', async () => {
  const webwork = new WebWork({ baseUrl: await urlOf(faults.bodyStalls), workspace_id: 1 });
  const controller = new AbortController();
  const { signal } = controller;
  const response = await getProjectViewer(
    webwork,
    { viewerId: 1 },
    { signal, attemptTimeout: 10_000 },
  ).response();
  expect(response.status).toBe(200);
  expect(response.bodyUsed).toBe(false);
  const body = response.text();
  controller.abort();
  await expect(body).rejects.toThrow('abort');
  await expect.poll(() => server?.unfinished()).toBe(0);
});
