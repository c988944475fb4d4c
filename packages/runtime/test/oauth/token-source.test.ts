import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import {
  clientCredentials,
  memoryStore,
  OAuthError,
  userTokens,
  type TokenSet,
  type TokenStore,
} from '../../src/oauth/index.ts';
import { AuthError } from '../../src/index.ts';
import { getWorkspaces, WebWork } from '../fixtures/webwork.ts';
import { startAuthorizationServer, type AuthorizationServer } from './authorization-server.ts';

let server: AuthorizationServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A server that gives `a-1`, `a-2`, … with rotating refresh tokens `r-1`, `r-2`, … */
async function rotating(expiresIn = 3600) {
  let current = 'r-0';
  server = await startAuthorizationServer(({ form }, count) => {
    if (form['grant_type'] === 'refresh_token' && form['refresh_token'] !== current) {
      return {
        status: 400,
        body: { error: 'invalid_grant', error_description: `${form['refresh_token']} was used` },
      };
    }
    current = `r-${count}`;
    return { body: { access_token: `a-${count}`, refresh_token: current, expires_in: expiresIn } };
  });
  return { tokenUrl: server.tokenUrl, clientId: 'app' };
}

const expired: TokenSet = { accessToken: 'a-0', refreshToken: 'r-0', expiresAt: Date.now() - 1 };
const lasting: TokenSet = { ...expired, expiresAt: Date.now() + 3_600_000 };

describe('one renewal for any number of calls', () => {
  test('100 with a token that has expired by the clock', async () => {
    const token = userTokens(await rotating(), { store: memoryStore(expired) });
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const got = await Promise.all(Array.from({ length: 100 }, () => token()));
    expect(timers()).toBeLessThanOrEqual(before);
    expect(new Set(got)).toEqual(new Set(['a-1']));
    expect(server?.requests).toHaveLength(1);
  });

  test('100 with a token that the server calls expired: one renewal, 100 successes', async () => {
    const token = userTokens(await rotating(), { store: memoryStore(lasting) });
    const sent: string[] = [];
    const fetch = async (_url: string, { headers }: RequestInit): Promise<Response> => {
      const authorization = new Headers(headers).get('authorization') ?? '';
      sent.push(authorization);
      // Answers come late and out of order, some after the renewal.
      await new Promise((resolve) => setTimeout(resolve, sent.length % 7));
      if (authorization !== 'Bearer a-1')
        return Response.json({ success: false, message: 'expired' }, { status: 401 });
      return Response.json({ success: true, data: [], meta: {} });
    };
    const webwork = new WebWork({ token, fetch, rateLimit: false });
    const results = await Promise.all(Array.from({ length: 100 }, () => getWorkspaces(webwork).result()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(100);
    expect(server?.requests).toHaveLength(1);
    expect(sent.filter((authorization) => authorization === 'Bearer a-0')).toHaveLength(100);
    expect(sent).toHaveLength(200);
  });
});

describe('a call', () => {
  test('is replayed once, not again when the new token is refused too', async () => {
    const token = userTokens(await rotating(), { store: memoryStore(lasting) });
    const sent: (string | null)[] = [];
    const fetch = async (_url: string, { headers }: RequestInit): Promise<Response> => {
      sent.push(new Headers(headers).get('authorization'));
      return Response.json({ success: false, message: 'no' }, { status: 401 });
    };
    await expect(getWorkspaces(new WebWork({ token, fetch }))).rejects.toMatchObject({
      status: 401,
      attempts: 2,
    });
    expect(sent).toEqual(['Bearer a-0', 'Bearer a-1']);
  });

  test('does not blame the new token for what the old one did', async () => {
    const asked: (string | undefined)[] = [];
    const token = (rejected?: string): string => {
      asked.push(rejected);
      return rejected === undefined ? 'old' : 'new';
    };
    const statuses = [401, 503, 200];
    const fetch = async (): Promise<Response> =>
      Response.json({ success: true, data: [] }, { status: statuses.shift() ?? 200 });
    expect(await getWorkspaces(new WebWork({ token, fetch }))).toEqual([]);
    expect(asked).toEqual([undefined, 'old', 'old']);
  });

  test('is not replayed with the token that was refused', async () => {
    let count = 0;
    const fetch = async (): Promise<Response> => {
      count++;
      return Response.json({ success: false, message: 'no' }, { status: 401 });
    };
    await expect(getWorkspaces(new WebWork({ token: () => 'same', fetch }))).rejects.toMatchObject({
      status: 401,
    });
    expect(count).toBe(1);
  });

  test('fails with an AuthError when no token can be had, and sends nothing', async () => {
    server = await startAuthorizationServer(() => ({ status: 400, body: { error: 'invalid_grant' } }));
    const token = userTokens({ tokenUrl: server.tokenUrl, clientId: 'app' }, { store: memoryStore(expired) });
    let sent = false;
    const fetch = async (): Promise<Response> => {
      sent = true;
      return new Response();
    };
    const error: unknown = await getWorkspaces(new WebWork({ token, fetch })).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ kind: 'auth', attempts: 0, cause: { code: 'invalid_grant', status: 400 } });
    expect((error as Error).message).toContain('invalid_grant: the token endpoint answered 400');
    expect(sent).toBe(false);
  });

  test('refuses a token that would break out of its header, without showing it', async () => {
    const webwork = new WebWork({ token: 'abc\r\nx-admin: 1', fetch: async () => new Response() });
    const error: unknown = await getWorkspaces(webwork).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthError);
    expect(inspect(error, { depth: 9 })).not.toContain('abc');
  });
});

describe('rotation', () => {
  test('a new refresh token is stored before the new token is used', async () => {
    const stored: TokenSet[] = [];
    let kept = expired;
    const store: TokenStore = {
      get: () => kept,
      async set(tokens) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        stored.push(tokens);
        kept = tokens;
      },
    };
    const token = userTokens(await rotating(), { store });
    expect(await token()).toBe('a-1');
    expect(stored).toMatchObject([{ accessToken: 'a-1', refreshToken: 'r-1' }]);
    expect(await token('a-1')).toBe('a-2');
    expect(server?.requests.map(({ form }) => form['refresh_token'])).toEqual(['r-0', 'r-1']);
  });

  test('a server that does not rotate leaves the old refresh token good', async () => {
    server = await startAuthorizationServer(() => ({ body: { access_token: 'a-1', expires_in: 60 } }));
    const store = memoryStore(expired);
    await userTokens({ tokenUrl: server.tokenUrl, clientId: 'app' }, { store })();
    expect(await store.get()).toMatchObject({ accessToken: 'a-1', refreshToken: 'r-0' });
  });

  test('a process that lost the race for the refresh token takes the winner from the store', async () => {
    const app = await rotating();
    const store = memoryStore(expired);
    const [first, second] = [userTokens(app, { store }), userTokens(app, { store })];
    const got = await Promise.all([first(), second()]);
    expect(new Set(got)).toEqual(new Set(['a-1']));
  });

  test('under a lock there is no race', async () => {
    let line: Promise<unknown> = Promise.resolve();
    const lock = <T>(run: () => Promise<T>): Promise<T> => {
      const turn = line.then(run);
      line = turn.catch(() => {});
      return turn;
    };
    const app = await rotating();
    const store = memoryStore(expired);
    const sources = Array.from({ length: 5 }, () => userTokens(app, { store, lock }));
    const got = await Promise.all(sources.map((source) => source()));
    expect(new Set(got)).toEqual(new Set(['a-1']));
    expect(server?.requests).toHaveLength(1);
  });
});

describe('ahead of time', () => {
  test('a token is renewed a minute before its end', async () => {
    const store = memoryStore({ ...expired, expiresAt: Date.now() + 59_000 });
    expect(await userTokens(await rotating(), { store })()).toBe('a-1');
  });

  test('not two', async () => {
    const store = memoryStore({ ...expired, expiresAt: Date.now() + 120_000 });
    expect(await userTokens(await rotating(), { store })()).toBe('a-0');
    expect(server?.requests).toEqual([]);
  });

  test('and if that fails, the token at hand is good to its end', async () => {
    const store = memoryStore({ ...expired, expiresAt: Date.now() + 59_000 });
    server = await startAuthorizationServer(() => ({ status: 503, body: 'down' }));
    expect(await userTokens({ tokenUrl: server.tokenUrl, clientId: 'app' }, { store })()).toBe('a-0');
  });
});

describe('client credentials', () => {
  test('the secret goes in the header, form-encoded', async () => {
    await rotating();
    const app = { tokenUrl: server?.tokenUrl ?? '', clientId: 'my app', clientSecret: 'p&:ß' };
    const token = clientCredentials(app, { scope: 'read' });
    expect([await token(), await token()]).toEqual(['a-1', 'a-1']);
    const basic = Buffer.from('my+app:p%26%3A%C3%9F').toString('base64');
    expect(server?.requests).toEqual([
      { authorization: `Basic ${basic}`, form: { grant_type: 'client_credentials', scope: 'read' } },
    ]);
  });

  test('or in the body', async () => {
    await rotating();
    const app = {
      tokenUrl: server?.tokenUrl ?? '',
      clientId: 'app',
      clientSecret: 's',
      secretIn: 'body',
    } as const;
    await clientCredentials(app)();
    expect(server?.requests[0]).toEqual({
      authorization: undefined,
      form: { grant_type: 'client_credentials', client_id: 'app', client_secret: 's' },
    });
  });
});

describe('a token endpoint that fails', () => {
  test.each<[string, number, unknown, string]>([
    [
      'with an error of the standard',
      400,
      { error: 'invalid_client', error_description: 'who?' },
      'invalid_client: who?',
    ],
    ['with HTML', 500, '<html>', 'invalid_response: the token endpoint answered 500'],
    [
      'with a success that has no token',
      200,
      { token: 'x' },
      'invalid_response: the token endpoint answered 200',
    ],
    ['with JSON that is no object', 200, 'null', 'invalid_response: the token endpoint answered 200'],
    [
      'quoting the secrets',
      400,
      { error: 'invalid_grant', error_description: 'r-0 is not for hush' },
      '[secret] is not for [secret]',
    ],
  ])('%s', async (_name, status, body, message) => {
    server = await startAuthorizationServer(() => ({ status, body }));
    const app = { tokenUrl: server.tokenUrl, clientId: 'app', clientSecret: 'hush' };
    const token = userTokens(app, { store: memoryStore(expired) })();
    await expect(token).rejects.toBeInstanceOf(OAuthError);
    await expect(token).rejects.toThrow(message);
  });

  test('by not being there', async () => {
    const { tokenUrl } = await rotating();
    await server?.close();
    server = undefined;
    const token = userTokens({ tokenUrl, clientId: 'app' }, { store: memoryStore(expired) })();
    await expect(token).rejects.toThrow(`unreachable: ${tokenUrl} could not be reached`);
  });

  test('by silence', async () => {
    const fetch = (_url: string, { signal }: RequestInit): Promise<never> =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const app = { tokenUrl: 'http://127.0.0.1:1', clientId: 'app', fetch, timeout: 5 };
    await expect(userTokens(app, { store: memoryStore(expired) })()).rejects.toThrow(
      'did not answer in time',
    );
  });

  test('and a store without tokens asks for a login', async () => {
    const token = userTokens(await rotating(), { store: memoryStore() })();
    await expect(token).rejects.toThrow('login_required: the store is empty');
  });
});
