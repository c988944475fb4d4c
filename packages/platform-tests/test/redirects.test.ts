import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { platforms } from '../src/platforms.ts';
import type { Redirects } from '../src/redirects.ts';

/** What arrived where, with the token that came along. */
const arrived: string[] = [];
const servers: Server[] = [];
let folder: string;
let home: string;
let storage: string;

/** Answers a preflight as an API does, and every other request with a file, or a redirect to `location`. */
async function serving(name: string, location?: string): Promise<string> {
  const server = createServer((request, response) => {
    const isPreflight = request.method === 'OPTIONS';
    const { authorization = 'nothing' } = request.headers;
    if (!isPreflight) arrived.push(`${name} ${request.url} ${authorization}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization');
    if (location !== undefined && !isPreflight) response.setHeader('location', location);
    response.statusCode = location === undefined || isPreflight ? 200 : 302;
    response.end(location === undefined ? 'bytes' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  storage = await serving('storage');
  home = await serving('home', `${storage}/file?signature=s`);
  folder = await mkdtemp(join(tmpdir(), 'redirects-'));
});
beforeEach(() => void arrived.splice(0));
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

const visits = Array.from({ length: 3 }, () => 'home /moved Bearer secret');

test.each(Object.entries(platforms).filter(([name]) => name !== 'Chromium'))(
  'on %s documented redirects are followed, or the answer, and no token goes along',
  async (_name, run) => {
    expect(await run(folder, home, 'redirects')).toEqual({
      undocumented: 'unexpected 302',
      followed: 'bytes',
      target: `${storage}/file?signature=s`,
    } satisfies Redirects);
    expect(arrived.toSorted()).toEqual([...visits, 'storage /file?signature=s nothing']);
  },
);

test('Chromium does not say where a redirect leads, so it is an error, and no token goes along', async () => {
  expect(await platforms['Chromium']?.(folder, home, 'redirects')).toEqual({
    undocumented: 'unexpected 0',
    followed: 'unexpected 0',
    target: 'unexpected 0',
  } satisfies Redirects);
  expect(arrived).toEqual(visits);
});
