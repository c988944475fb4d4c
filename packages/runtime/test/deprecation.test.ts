import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log, type DeprecationEvent, type Hooks } from '../src/index.ts';
import { WebWork } from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const answer = (headers: Record<string, string>): Response => json({ success: true, data: [] }, 200, headers);
const url = 'https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=1';

function client(hooks: readonly Hooks[], ...answers: readonly Record<string, string>[]) {
  const { fetch } = answering(...answers.map(answer));
  return new WebWork({ token: 'secret', fetch, hooks, rateLimit: false, workspace_id: 1 });
}

test.each([
  [{ deprecation: '@1688169599' }, 'deprecation: @1688169599, sunset: null'],
  [
    { deprecation: 'true', sunset: 'Wed, 01 Jan 2031 00:00:00 GMT' },
    'deprecation: true, sunset: Wed, 01 Jan 2031 00:00:00 GMT',
  ],
  [{ sunset: 'Wed, 01 Jan 2031 00:00:00 GMT' }, 'deprecation: null, sunset: Wed, 01 Jan 2031 00:00:00 GMT'],
])('%j is a warning on the console', async (headers, want) => {
  await client([], headers).projectViewers.list();
  const line = `getProjectViewers: deprecated (${want}). GET ${url}`;
  expect(vi.mocked(console.warn).mock.calls).toEqual([[line]]);
});

test('an operation is told of once, each by itself', async () => {
  const old = { deprecation: 'true' };
  const webwork = client([], {}, old, old, old);
  await webwork.projectViewers.list();
  expect(console.warn).not.toHaveBeenCalled();
  await webwork.projectViewers.list();
  await webwork.projectViewers.list();
  expect(console.warn).toHaveBeenCalledTimes(1);
  await webwork.workspaces.list();
  expect(console.warn).toHaveBeenCalledTimes(2);
});

test('a hook hears of it in place of the console, also one that was added later', async () => {
  const events: DeprecationEvent[] = [];
  const webwork = client([{ onRequest: () => {} }], {
    deprecation: '@1688169599',
    link: '<https://example.com/next>; rel="successor-version"',
  });
  webwork.use({ onDeprecation: (event) => events.push(event) });
  await webwork.projectViewers.list();
  expect(console.warn).not.toHaveBeenCalled();
  expect(events).toMatchObject([
    { operation: 'getProjectViewers', url, deprecation: '@1688169599', sunset: null },
  ]);
  expect(events[0]?.headers.get('link')).toContain('successor-version');
});

test('a logger gets it as a warning', async () => {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const logger = { error: write, warn: write, info: write, debug: write };
  await client([log(logger, 'warn')], { deprecation: 'true' }).projectViewers.list();
  await client([log(logger, 'error')], { deprecation: 'true' }).projectViewers.list();
  expect(lines).toEqual([`getProjectViewers: deprecated (deprecation: true, sunset: null). GET ${url}`]);
  expect(console.warn).not.toHaveBeenCalled();
});
