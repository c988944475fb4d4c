import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getWorkspaces, replaceTags, WebWork } from './fixtures/webwork.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The delays of a call that fails with `responses`, the last one over and over. */
async function delaysOf(retries: number, ...responses: readonly (Response | Error)[]): Promise<number[]> {
  const delays: number[] = [];
  let count = 0;
  const webwork = new WebWork({
    retries,
    rateLimit: false,
    fetch: async () => {
      const response = responses[Math.min(count++, responses.length - 1)];
      if (response instanceof Response) return response.clone();
      throw response;
    },
    onFailure: (_error, delay) => delays.push(delay),
  });
  const result = getWorkspaces(webwork).result();
  await vi.runAllTimersAsync();
  expect((await result).ok).toBe(false);
  expect(count).toBe(delays.length);
  return delays;
}

const unavailable = (retryAfter?: string): Response =>
  new Response('', { status: 503, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });

test('full jitter: any time up to 0.5 s, 1 s, 2 s, … and never more than 8 s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (random) => {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const ceilings = [500, 1000, 2000, 4000, 8000, 8000, 8000];
      expect(await delaysOf(7, unavailable())).toEqual([...ceilings.map((most) => most * random), Infinity]);
    }),
  );
});

describe('Retry-After', () => {
  test.each<[string, string, number[]]>([
    ['in seconds', '3', [3000, 3000, Infinity]],
    ['as a date', 'Thu, 01 Jan 2026 00:00:05 GMT', [5000, 0, Infinity]],
    ['in the past', 'Thu, 01 Jan 2015 00:00:00 GMT', [0, 0, Infinity]],
    ['of 8 s is waited for', '8', [8000, 8000, Infinity]],
    ['of more is not', '9', [Infinity]],
    ['that makes no sense is none', 'soon', [250, 500, Infinity]],
  ])('%s', async (_name, value, want) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(await delaysOf(2, unavailable(value))).toEqual(want);
  });
});

test('what a server asked for is not what a broken connection asks for', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(await delaysOf(2, unavailable('3'), new TypeError('reset'))).toEqual([3000, 500, Infinity]);
});

test.each([
  [0, 1],
  [1, 2],
  [5, 6],
])('%i retries are %i attempts', async (retries, attempts) => {
  expect(await delaysOf(retries, unavailable())).toHaveLength(attempts);
});

test.each([400, 401, 403, 404, 405, 410, 422, 451])('%i is final', async (status) => {
  expect(await delaysOf(2, new Response('', { status }))).toEqual([Infinity]);
});

test('an attempt timeout is of each attempt', async () => {
  const attempts: number[] = [];
  const webwork = new WebWork({
    rateLimit: false,
    fetch: () => {
      attempts.push(Date.now() - Date.UTC(2026, 0, 1));
      return new Promise(() => {});
    },
  });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const result = replaceTags(webwork, { path: { id: 1 }, body: [] }).result();
  await vi.runAllTimersAsync();
  expect(await result).toMatchObject({ error: { kind: 'timeout', attempts: 3 } });
  expect(attempts).toEqual([0, 30_000, 60_000]);
});

test('an attempt timeout of Infinity is none', async () => {
  const fetch = async (): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
    return Response.json({ success: true, data: [] });
  };
  const result = getWorkspaces(new WebWork({ fetch, attemptTimeout: Infinity })).result();
  await vi.runAllTimersAsync();
  expect(await result).toEqual({ ok: true, data: [] });
});
