import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { finishAuthorization, OAuthError, startAuthorization } from '../../src/oauth/index.ts';
import { startAuthorizationServer, type AuthorizationServer } from './authorization-server.ts';

let server: AuthorizationServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const request = {
  authorizationUrl: 'https://example.com/oauth/authorize?prompt=login',
  clientId: 'app',
  redirectUri: 'https://app.example/callback',
  scopes: ['read', 'write'],
};

test('the user is sent away with a challenge, and comes back for tokens with its verifier', async () => {
  server = await startAuthorizationServer(() => ({
    body: { access_token: 'a-1', refresh_token: 'r-1', expires_in: 60, scope: 'read' },
  }));
  const login = await startAuthorization(request);
  const query = Object.fromEntries(new URL(login.url).searchParams);
  expect(query).toEqual({
    prompt: 'login',
    response_type: 'code',
    client_id: 'app',
    redirect_uri: request.redirectUri,
    scope: 'read write',
    state: login.state,
    code_challenge: createHash('sha256').update(login.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  expect(login.verifier).toMatch(/^[\w-]{43}$/);

  const app = { tokenUrl: server.tokenUrl, clientId: 'app' };
  const before = Date.now();
  const tokens = await finishAuthorization(
    app,
    login,
    `${request.redirectUri}?code=c-1&state=${login.state}`,
  );
  expect(tokens).toMatchObject({ accessToken: 'a-1', refreshToken: 'r-1', scope: 'read' });
  expect(tokens.expiresAt).toBeGreaterThanOrEqual(before + 60_000);
  expect(server.requests).toEqual([
    {
      authorization: undefined,
      form: {
        grant_type: 'authorization_code',
        code: 'c-1',
        redirect_uri: request.redirectUri,
        client_id: 'app',
        code_verifier: login.verifier,
      },
    },
  ]);
});

test('no two logins are alike', async () => {
  const [first, second] = [await startAuthorization(request), await startAuthorization(request)];
  expect(first.state).not.toBe(second.state);
  expect(first.verifier).not.toBe(second.verifier);
});

test.each([
  ['another login', 'code=c-1&state=other', 'invalid_state'],
  ['no login at all', 'code=c-1', 'invalid_state'],
  [
    'a user who said no',
    'error=access_denied&error_description=The+user+said+no&state=s-1',
    'access_denied: The user said no',
  ],
  ['a server that forgot the code', 'state=s-1', 'invalid_response: the login gave no code'],
])('an answer from %s is refused', async (_name, query, message) => {
  const app = { tokenUrl: 'http://127.0.0.1:1', clientId: 'app' };
  const login = { state: 's-1', verifier: 'v-1', redirectUri: request.redirectUri };
  const finish = finishAuthorization(app, login, `${request.redirectUri}?${query}`);
  await expect(finish).rejects.toBeInstanceOf(OAuthError);
  await expect(finish).rejects.toThrow(message);
});
