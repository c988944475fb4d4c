import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getWorkspaces, WebWork } from './fixtures/webwork.ts';

const start = Date.UTC(2026, 0, 1);

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

const page = (headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json({ success: true, data: [], meta: {} }, { headers });

/** A client that writes down when its requests leave, in milliseconds from the start. */
function recording(requests: number, seconds: number, respond = page) {
  const left: number[] = [];
  const webwork = new WebWork({
    rateLimit: { requests, seconds },
    retries: 0,
    fetch: async () => {
      left.push(performance.now() - began);
      return respond();
    },
  });
  const began = performance.now();
  return { left, webwork };
}

/** The most requests that any span of `ms` holds. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));
}

test('no span ever holds more requests than the limit, whenever they are made', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 150 }),
      async (requests, seconds, gaps) => {
        const { left, webwork } = recording(requests, seconds);
        const calls: Promise<unknown>[] = [];
        for (const gap of gaps) {
          await vi.advanceTimersByTimeAsync(gap);
          calls.push(getWorkspaces(webwork));
        }
        await vi.runAllTimersAsync();
        await Promise.all(calls);
        expect(left).toHaveLength(gaps.length);
        expect(mostWithin(left, seconds * 1000)).toBeLessThanOrEqual(requests);
      },
    ),
    { numRuns: 30 },
  );
});

test('ten of sixty leave at once, the others evenly: no stall', async () => {
  const { left, webwork } = recording(60, 60);
  const calls = Array.from({ length: 60 }, () => getWorkspaces(webwork));
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(left.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
  const gaps = left.slice(10).map((time, index) => time - (left[9 + index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(1200);
  expect(Math.min(...gaps)).toBeGreaterThan(1150);
});

test('an idle client gets its burst back', async () => {
  const { left, webwork } = recording(60, 60);
  await Promise.all(Array.from({ length: 10 }, () => getWorkspaces(webwork)));
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(Array.from({ length: 10 }, () => getWorkspaces(webwork)));
  expect(left.slice(10)).toEqual(Array.from({ length: 10 }, () => 60_000));
});

test('attempts count, not calls', async () => {
  const { left, webwork } = recording(1, 5, () => new Response('', { status: 503 }));
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const result = getWorkspaces(webwork, {}, { retries: 2 }).result();
  await vi.runAllTimersAsync();
  await result;
  expect(left).toEqual([0, 5000, 10_000]);
});

test('turned off, nothing waits', async () => {
  const left: number[] = [];
  const began = performance.now();
  const fetch = async (): Promise<Response> => {
    left.push(performance.now() - began);
    return page();
  };
  const webwork = new WebWork({ rateLimit: false, fetch });
  await Promise.all(Array.from({ length: 500 }, () => getWorkspaces(webwork)));
  expect(Math.max(...left)).toBe(0);
});

test.each<[string, Record<string, string>, number, number]>([
  [
    'an exhausted budget holds until it is reset',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '20' },
    200,
    20_000,
  ],
  [
    'but no longer than the span of the limit',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225900' },
    200,
    60_000,
  ],
  ['Retry-After holds every call of the client', { 'retry-after': '30' }, 429, 30_000],
  ['a budget that is left does not', { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '20' }, 200, 0],
  [
    'nor does nonsense',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon', 'retry-after': '' },
    200,
    0,
  ],
])('%s', async (_name, headers, status, want) => {
  const { left, webwork } = recording(60, 60, () =>
    Response.json({ success: true, data: [] }, { status, headers }),
  );
  await getWorkspaces(webwork).result();
  const second = getWorkspaces(webwork).result();
  await vi.runAllTimersAsync();
  await second;
  expect(left).toEqual([0, want]);
});
