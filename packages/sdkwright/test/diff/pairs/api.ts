import type { JsonObject } from '../../../src/model/json.ts';
import { json } from '../../documents.ts';
import { createTask, getTasks, integer, object, parameter, taking, tasks, text } from './documents.ts';
import type { Pair } from './pair.ts';

const plain = tasks(getTasks());

function signed(scheme: JsonObject): JsonObject {
  return tasks(getTasks(), { security: [{ main: [] }], components: { securitySchemes: { main: scheme } } });
}

const bearer = { type: 'http', scheme: 'bearer' };
const key = (name: string, place = 'header'): JsonObject => ({ type: 'apiKey', in: place, name });
const login = (flows: JsonObject): JsonObject =>
  signed({ type: 'oauth2', flows: { authorizationCode: { scopes: {}, ...flows } } });
const urls = { authorizationUrl: 'https://acme.test/authorize', tokenUrl: 'https://acme.test/token' };

function given(...clientInputs: readonly string[]): JsonObject {
  return {
    ...taking(parameter('query', 'workspace_id!'), parameter('query', 'team')),
    'x-sdk': { clientInputs },
  };
}

function limited(requests: number): JsonObject {
  return { ...plain, 'x-sdk': { rateLimit: { requests, seconds: 60 } } };
}

function served(...servers: readonly string[]): JsonObject {
  return { ...plain, servers: servers.map((url) => ({ url })) };
}

/** A mutation and a query of the same path, which the overlay may keep as it is. */
function cached(extension: JsonObject): JsonObject {
  return tasks({
    ...getTasks({ responses: { 200: json(object({ id: integer })) } }),
    ...createTask({ 'x-sdk': extension }),
  });
}

const enveloped = (envelope: JsonObject): JsonObject => ({
  ...tasks(
    getTasks({
      responses: { 200: json(object({ 'data!': text, ok: { type: 'boolean' }, fine: { type: 'boolean' } })) },
    }),
  ),
  'x-sdk': { envelope: { data: 'data', ...envelope } },
});

export const apiPairs: readonly Pair[] = [
  {
    name: 'the API has another title, and so has the client',
    before: plain,
    after: { ...plain, info: { title: 'Apex', version: '1.0.0' } },
    changes: ['client-renamed every call'],
    bumps: 'none major major',
    compile: 'client react-query',
  },
  {
    name: 'an overlay names the client',
    before: plain,
    after: { ...plain, 'x-sdk': { name: 'Apex' } },
    changes: ['client-renamed every call'],
    bumps: 'none major major',
    compile: 'client react-query',
  },
  {
    name: 'the document has another version',
    before: plain,
    after: { ...plain, info: { title: 'Acme', version: '1.1.0' } },
    changes: ['document-version-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the document is described: no package shows it',
    before: plain,
    after: { ...plain, info: { title: 'Acme', version: '1.0.0', description: 'All of it.' } },
    changes: [],
    bumps: 'none',
    compile: '',
  },
  {
    name: 'the API has another base URL',
    before: served('https://acme.test/v1'),
    after: served('https://acme.test/v2'),
    changes: ['server-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the server becomes a path',
    before: served('https://acme.test/v1'),
    after: served('/v1'),
    changes: ['server-removed every call'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'the document names its host at last',
    before: served('/v1'),
    after: served('https://acme.test/v1'),
    changes: ['server-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'a second server is listed',
    before: served('https://acme.test'),
    after: served('https://acme.test', 'https://eu.acme.test'),
    changes: ['named-server-added every call servers.acme', 'named-server-added every call servers.eu'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a bearer token becomes a key in a header',
    before: signed(bearer),
    after: signed(key('X-Token')),
    changes: ['auth-scheme-changed every call'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'a bearer token becomes a password',
    before: signed(bearer),
    after: signed({ type: 'http', scheme: 'basic' }),
    changes: ['auth-scheme-changed every call'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'a key travels in the query',
    before: signed(key('X-Token')),
    after: signed(key('token', 'query')),
    changes: ['auth-scheme-changed every call'],
    bumps: 'none major major',
    compile: '',
  },
  {
    name: 'a key travels in another header',
    before: signed(key('X-Token')),
    after: signed(key('X-Api-Key')),
    changes: ['auth-parameter-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'a token may be refreshed',
    before: login(urls),
    after: login({ ...urls, refreshUrl: 'https://acme.test/refresh' }),
    changes: ['oauth-endpoint-added every call refreshUrl'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a token may no longer be refreshed',
    before: login({ ...urls, refreshUrl: 'https://acme.test/refresh' }),
    after: login(urls),
    changes: ['oauth-endpoint-removed every call refreshUrl'],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'tokens are given at another URL',
    before: login(urls),
    after: login({ ...urls, tokenUrl: 'https://login.acme.test/token' }),
    changes: ['oauth-endpoint-changed every call tokenUrl'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the rate limit is documented',
    before: plain,
    after: limited(60),
    changes: ['rate-limit-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the rate limit changes',
    before: limited(60),
    after: limited(30),
    changes: ['rate-limit-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the flag of the envelope has another name',
    before: enveloped({ success: 'ok' }),
    after: enveloped({ success: 'fine' }),
    changes: ['envelope-changed every call'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'an input may be given to the client, the first',
    before: given(),
    after: given('workspace_id'),
    changes: ['client-input-added every call workspace_id'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a second input may be given to the client',
    before: given('workspace_id'),
    after: given('workspace_id', 'team'),
    changes: ['client-input-added every call team'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'an input may no longer be given to the client',
    before: given('workspace_id', 'team'),
    after: given('workspace_id'),
    changes: ['client-input-removed every call team'],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'no input may be given to the client any more',
    before: given('workspace_id'),
    after: given(),
    changes: ['client-input-removed every call workspace_id'],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'a mutation no longer makes a query stale',
    before: cached({}),
    after: cached({ cacheEffects: { keeps: ['getTasks'] } }),
    changes: ['cache-effects-changed acme.tasks.create'],
    bumps: 'none none patch',
    compile: '',
  },
  {
    name: 'a POST is told to be a query',
    before: tasks(createTask()),
    after: tasks(createTask({ 'x-sdk': { query: true } })),
    changes: ['hook-kind-changed acme.tasks.create'],
    bumps: 'none none major',
    compile: 'react-query',
  },
];
