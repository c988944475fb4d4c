import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Client,
  apiKey,
  asProperties,
  basic,
  bearer,
  commaSeparated,
  inBody,
  inCookie,
  inHeader,
  inPath,
  inQuery,
  schemes,
  type Signer,
  type ApiDescription,
} from '../src/index.ts';
import { api, sent } from './sent-request.ts';

// Any text a URL can carry: lone surrogates have no UTF-8.
const text = fc.string({ unit: 'grapheme' });
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('__proto__', 'constructor', 'a!', 'a?'),
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true }), fc.bigInt());

describe('what is printed, an independent parser reads back', () => {
  test('a query of scalars and arrays', async () => {
    const fields = fc.uniqueArray(fc.tuple(name, fc.oneof(scalar, fc.array(scalar))), {
      selector: ([key]) => key,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        const { url } = await sent(
          { path: '/x', fields: [[inQuery, 0, ...pairs.map(([key]) => key)]] },
          Object.fromEntries(pairs),
        );
        const want = pairs.flatMap(([key, value]) => [value].flat().map((item) => [key, String(item)]));
        expect([...url.searchParams]).toEqual(want);
        expect(url.pathname).toBe('/v1/x');
      }),
    );
  });

  test('a query without explode', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scalar, { minLength: 1 }), async (values) => {
        const { url } = await sent({ path: '/x', fields: [[commaSeparated, 1, 'ids']] }, { ids: values });
        const [key, list = ''] = url.search.slice(1).split('=');
        expect(key).toBe('ids');
        expect(list.split(',').map(decodeURIComponent)).toEqual(values.map(String));
      }),
    );
  });

  test('an object in the query', async () => {
    const { url } = await sent(
      { path: '/x', fields: [[asProperties, 1, 'filter']] },
      { filter: { status: 'a&b', tags: [1, 2] } },
    );
    expect(url.search).toBe('?status=a%26b&tags=1&tags=2');
  });

  test('a path, which it cannot leave', async () => {
    const segment = scalar.filter((value) => !['', '.', '..'].includes(String(value)));
    await fc.assert(
      fc.asyncProperty(segment, segment, async (first, second) => {
        const { url } = await sent(
          { path: '/a/{first}/b/{second}', fields: [[inPath, 2, 'first', 'second']] },
          { first, second },
        );
        const segments = url.pathname.split('/').slice(1);
        expect(segments.map(decodeURIComponent)).toEqual(['v1', 'a', String(first), 'b', String(second)]);
      }),
    );
  });

  test('a JSON body, whatever the fields are called', async () => {
    const fields = fc.uniqueArray(fc.tuple(name, fc.jsonValue()), {
      selector: ([key]) => key,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        const input = Object.fromEntries(pairs);
        const { body, headers } = await sent(
          { method: 'POST', path: '/x', fields: [[inBody, 0, ...pairs.map(([key]) => key)]] },
          input,
        );
        expect(JSON.parse(String(body))).toEqual(JSON.parse(JSON.stringify(input)));
        expect(headers.get('content-type')).toBe('application/json');
      }),
    );
  });

  test('header and cookie parameters', async () => {
    const { headers } = await sent(
      {
        path: '/x',
        fields: [
          [inHeader, 1, 'X-Trace', 'x-ids'],
          [inCookie, 1, 'session', 'theme'],
        ],
      },
      { 'X-Trace': 'a b', 'x-ids': [1, 2], session: 'a;b', theme: 'dark' },
    );
    expect(headers.get('x-trace')).toBe('a b');
    expect(headers.get('x-ids')).toBe('1,2');
    expect(headers.get('cookie')).toBe('session=a%3Bb; theme=dark');
  });
});

describe('bad input is refused before anything is sent, with the operation and the field', () => {
  const spec = {
    path: '/x/{id}',
    fields: [
      [inPath, 1, 'id'],
      [inQuery, 1, 'page', 'email'],
      [inHeader, 0, 'x-note'],
    ],
  } as const;
  const good = { id: 1, page: 2 };

  test.each<[string, object, string]>([
    ['unknown', { ...good, emial: 'a' }, "op: 'emial' is not one of: id,page,email,x-note"],
    ['missing', { id: 1 }, "op: 'page' is missing"],
    ['a missing path value', { page: 1 }, "op: 'id' is missing"],
    ['an object', { ...good, email: {} }, "op: 'email' is no text or number"],
    ['a function', { ...good, email: () => 'a' }, "op: 'email' is no text or number"],
    ['null', { ...good, email: null }, "op: 'email' is no text or number"],
    ['an empty path value', { ...good, id: '' }, "op: 'id' is empty or dots"],
    ['a dot', { ...good, id: '.' }, "op: 'id' is empty or dots"],
    ['two dots', { ...good, id: '..' }, "op: 'id' is empty or dots"],
    ['half a character', { ...good, id: '\ud800' }, 'op: URI malformed'],
    ['a line break in a header', { ...good, 'x-note': 'a\r\nx-admin: 1' }, "op: 'x-note' is no header value"],
  ])('%s', async (_name, input, message) => {
    await expect(sent(spec, input)).rejects.toThrow(new TypeError(message));
  });

  test.each([
    ['a line break', 'a\nb'],
    ['a NUL', 'a\0b'],
    ['more than Latin-1', '€'],
  ])('%s in a header of the caller', async (_name, value) => {
    const wanted = new TypeError("op: 'x-own' is no header value");
    await expect(sent({ path: '/x' }, {}, { headers: { 'x-own': value } })).rejects.toThrow(wanted);
  });

  test('a slash cannot change the route', async () => {
    const { url } = await sent({ path: '/x/{id}', fields: [[inPath, 1, 'id']] }, { id: '../admin?x=1#y' });
    expect(url.href).toBe('https://api.example.com/v1/x/..%2Fadmin%3Fx%3D1%23y');
  });
});

test.each([
  [{ path: '/x' }, {}, 'https://api.example.com/v1/x'],
  [{ path: '/x', server: 'https://files.example.com' }, {}, 'https://files.example.com/x'],
  [
    { path: '/x', server: 'https://files.example.com' },
    { baseUrl: 'http://127.0.0.1/' },
    'http://127.0.0.1/x',
  ],
])('%j with %j goes to %s', async (spec, options, want) => {
  expect((await sent(spec, {}, options)).url.href).toBe(want);
});

describe('where the token goes', () => {
  const at = (auth: ReturnType<typeof apiKey>): ApiDescription => ({ ...api, auth });

  test('bearer, unless the document says otherwise', async () => {
    expect((await sent({ path: '/x' })).headers.get('authorization')).toBe('Bearer secret');
  });

  test('nowhere for an operation without security', async () => {
    expect((await sent({ path: '/x', auth: false })).headers.get('authorization')).toBeNull();
  });

  test('a header', async () => {
    const { headers } = await sent({ path: '/x' }, {}, {}, at(apiKey('header', 'X-Api-Key')));
    expect(headers.get('x-api-key')).toBe('secret');
    expect(headers.get('authorization')).toBeNull();
  });

  test('the query, beside what is there', async () => {
    const { url } = await sent(
      { path: '/x', fields: [[inQuery, 0, 'a']] },
      { a: 1 },
      {},
      at(apiKey('query', 'key')),
    );
    expect(url.search).toBe('?a=1&key=secret');
  });

  test('a cookie, beside what is there', async () => {
    const { headers } = await sent(
      { path: '/x', fields: [[inCookie, 0, 'a']] },
      { a: 1 },
      {},
      at(apiKey('cookie', 'key')),
    );
    expect(headers.get('cookie')).toBe('a=1; key=secret');
  });

  test('basic, encoded unless it is already', async () => {
    const authorization = async (token: string): Promise<string | null> =>
      (await sent({ path: '/x' }, {}, { token }, at(basic))).headers.get('authorization');
    expect(await authorization('Ada:pässword')).toBe('Basic QWRhOnDDpHNzd29yZA==');
    expect(await authorization('QWRhOng=')).toBe('Basic QWRhOng=');
  });

  describe('several schemes', () => {
    const header = apiKey('header', 'X-Key');
    const query = apiKey('query', 'key');
    test.each<[string, Signer, object, string | null, string | null, string]>([
      ['one, with the token', schemes({ a: header }), {}, 'secret', null, ''],
      ['one, with its key', schemes({ a: header }), { keys: { a: 'own' } }, 'own', null, ''],
      [
        'all that belong together',
        schemes({ a: header, b: query }),
        { keys: { a: '1', b: '2' } },
        '1',
        null,
        '?key=2',
      ],
      [
        'one with a key, one with the token',
        schemes({ a: header, b: bearer }),
        { keys: { a: '1' } },
        '1',
        'Bearer secret',
        '',
      ],
      [
        'the first of which there is a key',
        schemes({ a: header }, { b: query }),
        { keys: { b: '2' } },
        null,
        null,
        '?key=2',
      ],
      ['the first, where there is none', schemes({ a: header }, { b: query }), {}, 'secret', null, ''],
      ['a key and no token', schemes({ a: header }), { keys: { a: '1' }, token: undefined }, '1', null, ''],
    ])('%s', async (_name, auth, options, key, authorization, search) => {
      const { headers, url } = await sent({ path: '/x' }, {}, options, at(auth));
      expect([headers.get('x-key'), headers.get('authorization'), url.search]).toEqual([
        key,
        authorization,
        search,
      ]);
    });

    test('a key that is no header value is not shown', async () => {
      const call = sent({ path: '/x' }, {}, { keys: { a: 'hush\n' } }, at(schemes({ a: header })));
      await expect(call).rejects.toMatchObject({
        kind: 'auth',
        message: "op: TypeError: 'x-key' is no header value. GET https://api.example.com/v1/x",
      });
    });

    test('an operation has its own', async () => {
      const { headers } = await sent({ path: '/x', auth: header }, {}, {}, at(bearer));
      expect([headers.get('x-key'), headers.get('authorization')]).toEqual(['secret', null]);
    });
  });

  test('a header that the caller sets wins', async () => {
    const { headers } = await sent({ path: '/x' }, {}, { headers: { authorization: 'Basic x' } });
    expect(headers.get('authorization')).toBe('Basic x');
    const own = await sent(
      { path: '/x' },
      {},
      { headers: { 'x-key': 'own' } },
      at(apiKey('header', 'X-Key')),
    );
    expect(own.headers.get('x-key')).toBe('own');
  });
});

test('what is sent beside', async () => {
  const { headers, method, body } = await sent({ path: '/x' }, {}, { idempotencyKey: 'k' });
  expect([...headers].toSorted()).toEqual([
    ['accept', 'application/json'],
    ['authorization', 'Bearer secret'],
    ['idempotency-key', 'k'],
  ]);
  expect(method).toBe('GET');
  expect(body).toBeUndefined();
});

test('a content type of the caller wins: JSON has many names', async () => {
  const spec = { method: 'PATCH', path: '/x', fields: [[inBody, 0, 'a']] } as const;
  const { headers } = await sent(spec, {}, { headers: { 'content-type': 'application/merge-patch+json' } });
  expect(headers.get('content-type')).toBe('application/merge-patch+json');
});

test('a field that an object has by nature is not given by that', async () => {
  expect((await sent({ path: '/x', fields: [[inQuery, 0, 'constructor', 'toString']] })).url.search).toBe('');
});

test('an empty array in the query is none', async () => {
  expect((await sent({ path: '/x', fields: [[inQuery, 0, 'a', 'b']] }, { a: [], b: 1 })).url.search).toBe(
    '?b=1',
  );
});

test('a body of fields is an object even when all are left out', async () => {
  expect((await sent({ method: 'POST', path: '/x', fields: [[inBody, 0, 'a']] })).body).toBe('{}');
});

test('an input that is called body, given to the client, is no body', async () => {
  const bodies: unknown[] = [];
  const fetch = async (_url: string, { body }: RequestInit): Promise<Response> => {
    bodies.push(body);
    return new Response(null, { status: 204 });
  };
  const options = { fetch, body: 'text' };
  const client = new Client({ api, inputs: ['body'], userAgent: 'acme' }, options);
  const spec = { id: 'op', method: 'POST', path: '/x', empty: true } as const;
  await client.call(spec);
  await client.call({ ...spec, fields: [[inBody, 1, 'body']] });
  expect(bodies).toEqual([undefined, '{"body":"text"}']);
});
