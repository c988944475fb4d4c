import { fileURLToPath } from 'node:url';
import { run } from '@webwork-sdk/package-tests';
import { expect, onTestFinished, test } from 'vitest';
import { startBuildCache, usage, type BuildCache } from '../../src/build-cache.ts';
import { copyFiles } from '../../src/copy-repository.ts';
import { temporaryFolder } from '../acme-repository.ts';

const here = fileURLToPath(new URL('../../../../', import.meta.url));

async function buildCache(token?: string): Promise<BuildCache> {
  const cache = await startBuildCache({ storage: await temporaryFolder(), ...(token && { token }) });
  onTestFinished(() => cache.close());
  return cache;
}

/** Builds three packages in a clone of its own; gives turbo's count of what came from a cache. */
async function buildInNewClone({ environment }: BuildCache): Promise<string> {
  const clone = await temporaryFolder();
  await copyFiles(here, clone);
  const env = { ...environment, TURBO_TELEMETRY_DISABLED: '1' };
  const flags = ['--frozen-lockfile', '--prefer-offline', '--filter=@webwork-sdk/client...'];
  const installed = await run('pnpm', ['install', ...flags], { cwd: clone, env, deadlineMs: 120_000 });
  expect(installed.code, installed.output).toBe(0);
  const args = ['exec', 'turbo', '--cwd', clone, 'run', 'build', '--filter=@webwork-sdk/client'];
  const { code, output } = await run('pnpm', args, { cwd: here, env, deadlineMs: 120_000 });
  expect(code, output).toBe(0);
  return /Cached: +(.+)/.exec(output)?.[1] ?? output;
}

test('what one clone built is a hit in the next', { timeout: 240_000 }, async () => {
  const cache = await buildCache();
  expect(await buildInNewClone(cache)).toBe('0 cached, 3 total');
  expect(await buildInNewClone(cache)).toBe('3 cached, 3 total');
});

test('only who knows the token is served', async () => {
  const { url, environment } = await buildCache('a-token');
  const status = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/v8/artifacts/0123456789abcdef?slug=${environment.TURBO_TEAM}`, {
      headers,
    });
    return answer.status;
  };
  expect([await status('a-token'), await status('another')]).toEqual([404, 401]);
});

test('a token that was given is not shown, one that was made up is', async () => {
  const [given, random] = [await buildCache('a-token'), await buildCache()];
  expect(usage(given, true)).toBe(`The build cache listens on ${given.url}. In each clone:

  export TURBO_API="${given.url}"
  export TURBO_TEAM="webwork-sdk"
  export TURBO_TOKEN="$TURBO_TOKEN"

Ctrl+C stops it.
`);
  expect(usage(random, false)).toContain(`export TURBO_TOKEN="${random.environment.TURBO_TOKEN}"`);
});
