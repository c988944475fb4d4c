import { describe, expect, test } from 'vitest';
import {
  asJsonOrParts,
  inBody,
  inDeepForm,
  inForm,
  inJsonOrParts,
  inMultipart,
  jsonBody,
  jsonFields,
  linesBody,
  optionalBody,
  partsOfType,
  rawBody,
  wholeForm,
  type FieldGroup,
} from '../src/index.ts';
import { sent, type Sent } from './sent-request.ts';

const post = (input: object, ...fields: FieldGroup[]): Promise<Sent> =>
  sent({ method: 'POST', path: '/x', fields }, input);

test('an optional body is sent where a field of it is given, else none is', async () => {
  const spec: FieldGroup = [optionalBody(inBody), 0, 'a'];
  const none = await post({}, spec);
  expect([none.body, none.headers.get('content-type')]).toEqual([undefined, null]);
  const some = await post({ a: null }, spec);
  expect([some.body, some.headers.get('content-type')]).toEqual(['{"a":null}', 'application/json']);
});

/** What a server reads: the platform's own parser is not ours. */
async function formOf({ body, headers }: Sent): Promise<FormData> {
  const type = headers.get('content-type');
  return await new Response(
    body ?? null,
    type === null ? {} : { headers: { 'content-type': type } },
  ).formData();
}

describe('a form', () => {
  test('of texts, lists and objects', async () => {
    const request = await post({ name: 'a&b=c', tags: ['x', 'y z'], extra: { n: 1 } }, [
      inForm,
      1,
      'name',
      'tags',
      'extra',
      'none',
    ]);
    expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect([...(await formOf(request))]).toEqual([
      ['name', 'a&b=c'],
      ['tags', 'x'],
      ['tags', 'y z'],
      ['extra', '{"n":1}'],
    ]);
  });

  test('with deep objects beside plain fields', async () => {
    const request = await post(
      { amount: 5, metadata: { order: 'A 1', more: { x: true } }, expand: ['a', 'b'] },
      [inForm, 1, 'amount'],
      [inDeepForm, 0, 'metadata', 'expand'],
    );
    expect([...(await formOf(request))]).toEqual([
      ['amount', '5'],
      ['metadata[order]', 'A 1'],
      ['metadata[more][x]', 'true'],
      ['expand[0]', 'a'],
      ['expand[1]', 'b'],
    ]);
  });

  test('without a field is empty', async () => {
    expect((await post({}, [inForm, 0, 'a'], [inDeepForm, 0, 'b'])).body).toBe('');
  });
});

describe('parts', () => {
  test('of files, texts, lists and objects', async () => {
    const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
    const request = await post(
      { file, bytes: new Uint8Array([104, 105]), tags: ['x', 'y'], meta: { n: 1 }, many: [file, file] },
      [inMultipart, 1, 'file', 'bytes', 'tags', 'meta', 'many'],
    );
    expect(request.headers.get('content-type')).toBeNull();
    const body = request.body;
    if (!(body instanceof FormData)) throw new Error('no form');
    expect(body.get('tags')).toBe('x');
    expect(body.getAll('tags')).toEqual(['x', 'y']);
    expect(body.get('meta')).toBe('{"n":1}');
    expect(body.get('file')).toEqual(file);
    expect(body.getAll('many')).toHaveLength(2);
    expect(await new Response(body.get('bytes') as Blob).text()).toBe('hi');
  });

  test('with a type of their own', async () => {
    const { body } = await post(
      { meta: { n: 1 }, plain: 'a' },
      [partsOfType('application/json'), 0, 'meta'],
      [inMultipart, 0, 'plain'],
    );
    const part = body instanceof FormData ? body.get('meta') : undefined;
    if (!(part instanceof Blob)) throw new Error('no Blob');
    expect(part.type).toBe('application/json');
    expect(await part.text()).toBe('{"n":1}');
    expect(body instanceof FormData && body.get('plain')).toBe('a');
  });
});

describe('JSON or parts', () => {
  const photo = new File(['GIF'], 'photo.gif', { type: 'image/gif' });
  const options = { only: ['caption'], types: { meta: 'application/json' } };
  const fields: FieldGroup = [inJsonOrParts(options), 0, 'name', 'photo', 'photos', 'caption', 'meta'];

  test.each([[{ name: 'x', photo: 'https://example.com/x.gif', meta: { n: 1 } }], [{}]])(
    'JSON, where no file is given: %j',
    async (input) => {
      const request = await post(input, fields);
      expect(request.headers.get('content-type')).toBe('application/json');
      expect(request.body).toBe(JSON.stringify(input));
    },
  );

  test.each<[string, object, string[]]>([
    ['a file is given', { name: 'x', photo }, ['name', 'photo']],
    ['one of a list is a file', { photos: ['https://example.com/x.gif', photo] }, ['photos', 'photos']],
    ['bytes are given', { photo: new Uint8Array([1]) }, ['photo']],
    ['a field only goes so', { name: 'x', caption: 'y' }, ['name', 'caption']],
  ])('parts, where %s', async (_name, input, names) => {
    const { body, headers } = await post(input, fields);
    expect(headers.get('content-type')).toBeNull();
    expect(body instanceof FormData && [...body.keys()]).toEqual(names);
  });

  test('parts have the types that were asked for', async () => {
    const { body } = await post({ photo, meta: { n: 1 } }, fields);
    const part = body instanceof FormData ? body.get('meta') : undefined;
    expect(part instanceof Blob && part.type).toBe('application/json');
  });

  test('JSON by another name', async () => {
    const { headers } = await post({ a: 1 }, [inJsonOrParts({ json: 'application/vnd.api+json' }), 0, 'a']);
    expect(headers.get('content-type')).toBe('application/vnd.api+json');
  });

  test.each<[unknown, string | undefined]>([
    [['a', 'b'], '["a","b"]'],
    [{ a: 1 }, '{"a":1}'],
    ['text', '"text"'],
    [{ photo }, undefined],
  ])('a body that is one value: %j', async (value, text) => {
    const { body } = await post({ body: value }, [asJsonOrParts(), 1, 'body']);
    if (text === undefined) expect(body instanceof FormData && body.get('photo')).toEqual(photo);
    else expect(body).toBe(text);
  });
});

test.each<[string, FieldGroup, unknown, string | null, string]>([
  [
    'JSON by another name',
    [jsonBody('application/json-patch+json'), 1, 'body'],
    [{ op: 'test' }],
    'application/json-patch+json',
    '[{"op":"test"}]',
  ],
  [
    'lines of JSON',
    [linesBody('application/x-ndjson'), 1, 'body'],
    [{ a: 1 }, 2],
    'application/x-ndjson',
    '{"a":1}\n2\n',
  ],
  ['a text', [rawBody('text/plain'), 1, 'body'], 'hello', 'text/plain', 'hello'],
  ['a number', [rawBody('text/plain'), 1, 'body'], 1500, 'text/plain', '1500'],
  ['a boolean', [rawBody('text/plain'), 1, 'body'], false, 'text/plain', 'false'],
  ['a bigint', [rawBody('text/plain'), 1, 'body'], 9007199254740993n, 'text/plain', '9007199254740993'],
  [
    'bytes',
    [rawBody('application/octet-stream'), 1, 'body'],
    new TextEncoder().encode('hello'),
    'application/octet-stream',
    'hello',
  ],
  [
    'a file that knows its type',
    [rawBody('image/*'), 1, 'body'],
    new Blob(['GIF'], { type: 'image/gif' }),
    'image/gif',
    'GIF',
  ],
  [
    'a file that does not',
    [rawBody('image/*'), 1, 'body'],
    new Blob(['GIF']),
    'application/octet-stream',
    'GIF',
  ],
])('%s', async (_name, group, value, type, want) => {
  const { headers, body } = await post({ body: value }, group);
  expect(headers.get('content-type')).toBe(type);
  expect(await new Response(body).text()).toBe(want);
});

test('the fields of JSON by another name', async () => {
  const { headers, body } = await post({ a: 1 }, [jsonFields('application/vnd.api+json'), 1, 'a', 'b']);
  expect(headers.get('content-type')).toBe('application/vnd.api+json');
  expect(body).toBe('{"a":1}');
});

test.each<[string, FieldGroup, unknown, string]>([
  [
    'lines of what is no list',
    [linesBody('application/x-ndjson'), 0, 'body'],
    { a: 1 },
    "op: 'body' is no list",
  ],
  ['an object as text', [rawBody('text/plain'), 0, 'body'], { a: 1 }, "op: 'body' is no text and no Blob"],
  ['a function in a form', [inForm, 0, 'body'], () => 1, "op: 'body' is no text or number"],
])('%s is refused', async (_name, group, body, message) => {
  await expect(post({ body }, group)).rejects.toThrow(new TypeError(message));
});

test('an object with fields of any name, as a form', async () => {
  const request = await post({ body: { a: 1, b: undefined } }, [wholeForm(inForm), 1, 'body']);
  expect(request.body).toBe('a=1');
  const call = post({ body: 'a=1' }, [wholeForm(inForm), 1, 'body']);
  await expect(call).rejects.toThrow(new TypeError("op: 'body' is no object"));
});
