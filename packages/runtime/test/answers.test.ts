import { describe, expect, test } from 'vitest';
import {
  accepts,
  blobAnswer,
  eitherAnswer,
  createClient,
  jsonEvents,
  operation,
  textAnswer,
  anyTextAnswer,
  textEvents,
  type Answer,
  type EventCall,
  type EventOperation,
  type Operation,
  type ServerEvent,
} from '../src/index.ts';
import { api } from './sent-request.ts';

type Chunks = readonly (string | Error)[];

/** A body that comes piece by piece; `cancelled` says whether the reader gave up. */
function streamed(chunks: Chunks): { body: ReadableStream<Uint8Array>; cancelled: () => boolean } {
  let cancelled = false;
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = left.shift();
        if (next === undefined) controller.close();
        else if (typeof next === 'string') controller.enqueue(new TextEncoder().encode(next));
        else controller.error(next);
      },
      cancel: () => void (cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { body, cancelled: () => cancelled };
}

const spec = { id: 'download', method: 'GET', path: '/file' } as const;

function download<T>(answer: Answer, response: Response): ReturnType<Operation<object, T>> {
  const run: Operation<object, T> = operation({ ...spec, answer });
  return run(createClient(api, { fetch: async () => response }), {});
}

describe('an answer that is no JSON', () => {
  test('is a Blob', async () => {
    const response = () => new Response('GIF89', { headers: { 'content-type': 'image/gif' } });
    const blob = await download<Blob>(blobAnswer, response());
    expect([blob.type, await blob.text()]).toEqual(['image/gif', 'GIF89']);
    expect(await (await download<Blob>(blobAnswer, response()).envelope()).text()).toBe('GIF89');
    const outcome = await download<Blob>(blobAnswer, response()).result();
    expect(outcome.ok && (await outcome.data.text())).toBe('GIF89');
  });

  test('is a text', async () => {
    expect(await download<string>(textAnswer, new Response('a;b\n'))).toBe('a;b\n');
  });

  test.each([
    ['text/plain', '"a"', '"a"'],
    ['application/json', '"a"', 'a'],
    ['application/json', 'a', 'a'],
    ['application/json', '5', '5'],
  ])('is a text that may come as JSON: %s, %s', async (type, sent, want) => {
    const response = new Response(sent, { headers: { 'content-type': type } });
    expect(await download<string>(anyTextAnswer, response)).toBe(want);
  });

  test('is left alone where the response is asked for', async () => {
    const response = await download<string>(textAnswer, new Response('a;b\n')).response();
    expect([response.bodyUsed, await response.text()]).toEqual([false, 'a;b\n']);
  });

  test('has the errors of any call', async () => {
    const outcome = await download(blobAnswer, Response.json({ message: 'Gone' }, { status: 404 })).result();
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: 'unexpected', status: 404, body: { message: 'Gone' } },
    });
  });

  test('that fails is told once, however it is asked for', async () => {
    const gone = (): Response => Response.json({}, { status: 404 });
    await expect(download(blobAnswer, gone()).response()).rejects.toMatchObject({ status: 404 });
    await expect(download(textAnswer, gone()).envelope()).rejects.toMatchObject({ status: 404 });
    // A rejection that nobody hears of ends the process.
    await new Promise((resolve) => setTimeout(resolve));
  });

  test('that breaks off is a connection error', async () => {
    const { body } = streamed(['half', new Error('reset')]);
    await expect(download(textAnswer, new Response(body))).rejects.toMatchObject({
      kind: 'connection',
      message: 'download: Error: reset. GET https://api.example.com/v1/file',
    });
  });

  test.each([
    [{}, 'application/pdf'],
    [{ accept: 'text/html' }, 'text/html'],
  ])('is asked for by its type, %j', async (headers, want) => {
    let accept: string | null = null;
    const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
      accept = new Headers(init.headers).get('accept');
      return new Response('%PDF');
    };
    const run: Operation<object, Blob> = operation({
      ...spec,
      fields: [[accepts('application/pdf'), 0]],
      answer: blobAnswer,
    });
    await run(createClient(api, { fetch }), {}, { headers });
    expect(accept).toBe(want);
  });
});

function stream(
  answer: Answer,
  body: ReadableStream<Uint8Array> | string,
  type = 'text/event-stream; charset=utf-8',
): EventCall<unknown, never, unknown, unknown> {
  const run: EventOperation<object, unknown, never, unknown, unknown> = operation({ ...spec, answer });
  return run(
    createClient(api, { fetch: async () => new Response(body, { headers: { 'content-type': type } }) }),
    {},
  );
}

async function collect(events: AsyncIterable<ServerEvent>): Promise<ServerEvent[]> {
  const all: ServerEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('a stream of events', () => {
  test.each<[string, Chunks, ServerEvent[]]>([
    ['one', ['data: {"n":1}\n\n'], [{ event: 'message', data: { n: 1 }, id: '' }]],
    [
      'with a name and an id',
      ['event: delta\nid: 7\ndata: 1\n\n', 'data: 2\n\n'],
      [
        { event: 'delta', data: 1, id: '7' },
        { event: 'message', data: 2, id: '7' },
      ],
    ],
    [
      'in pieces that cut lines and characters',
      ['da', 'ta: "', 'é', '"\r', '\n\r', '\n'],
      [{ event: 'message', data: 'é', id: '' }],
    ],
    ['of several lines', ['data: [1,\ndata: 2]\n\n'], [{ event: 'message', data: [1, 2], id: '' }]],
    [
      'with comments and fields nobody knows',
      [': ping\n\nretry: 5\nx\n\ndata:1\n\n'],
      [{ event: 'message', data: 1, id: '' }],
    ],
    [
      'with lone CRs',
      ['data: 1\r\rdata: 2\r\r'],
      [
        { event: 'message', data: 1, id: '' },
        { event: 'message', data: 2, id: '' },
      ],
    ],
    [
      'that ends with [DONE]',
      ['data: 1\n\ndata: [DONE]\n\ndata: 2\n\n'],
      [{ event: 'message', data: 1, id: '' }],
    ],
    ['that breaks off within an event', ['data: 1\n\ndata: 2\n'], [{ event: 'message', data: 1, id: '' }]],
  ])('%s', async (_name, chunks, want) => {
    expect(await collect(stream(jsonEvents, streamed(chunks).body).events())).toEqual(want);
  });

  test.each(['application/x-ndjson', 'application/jsonl; charset=utf-8', 'application/json-lines'])(
    'of lines: %s',
    async (type) => {
      const { body } = streamed(['{"n":1}\n{"n"', ':2}\r\n\n', '{"n":3}']);
      expect(await collect(stream(jsonEvents, body, type).events())).toEqual([
        { event: 'message', data: { n: 1 }, id: '' },
        { event: 'message', data: { n: 2 }, id: '' },
        { event: 'message', data: { n: 3 }, id: '' },
      ]);
    },
  );

  test('of records, each behind a mark', async () => {
    const call = stream(jsonEvents, '\x1e{"n":1}\n\x1e{"n":2}\n', 'application/json-seq');
    expect((await collect(call.events())).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('of texts', async () => {
    expect(await collect(stream(textEvents, 'data: {1\n\n').events())).toEqual([
      { event: 'message', data: '{1', id: '' },
    ]);
  });

  test('is let go when the loop is left', async () => {
    const { body, cancelled } = streamed(['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n']);
    for await (const { data } of stream(jsonEvents, body).events()) {
      expect(data).toBe(1);
      break;
    }
    expect(cancelled()).toBe(true);
  });

  test.each<[string, ReadableStream<Uint8Array> | string, string | undefined, object]>([
    [
      'that is JSON',
      '{}',
      'application/json',
      { kind: 'decode', message: 'download: 200 no event stream. GET https://api.example.com/v1/file' },
    ],
    ['with what is no JSON', 'data: {1\n\n', undefined, { kind: 'decode', body: '{1', status: 200 }],
    [
      'that the connection loses',
      streamed(['data: 1\n\n', new Error('reset')]).body,
      undefined,
      { kind: 'connection' },
    ],
  ])('%s is an error', async (_name, body, type, want) => {
    await expect(collect(stream(jsonEvents, body, type).events())).rejects.toMatchObject(want);
  });

  test('that fails before anybody reads is told to who does', async () => {
    for (const answer of [jsonEvents, eitherAnswer(blobAnswer, jsonEvents)]) {
      const run: EventOperation<object, unknown> = operation({ ...spec, answer });
      const client = createClient(api, { fetch: async () => Response.json({}, { status: 404 }) });
      const events = run(client, {}).events();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await expect(collect(events)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('may be a file, or a text', async () => {
    const audio = (type: string): ReturnType<typeof stream> =>
      stream(eitherAnswer(blobAnswer, jsonEvents), 'data: 1\n\n', type);
    expect(await ((await audio('audio/mp3')) as Blob).text()).toBe('data: 1\n\n');
    expect(await collect(audio('text/event-stream').events())).toEqual([
      { event: 'message', data: 1, id: '' },
    ]);
    expect((await audio('audio/mp3').response()).bodyUsed).toBe(false);
    await expect(collect(audio('audio/mp3').events())).rejects.toMatchObject({ kind: 'decode' });
    expect(await stream(eitherAnswer(textAnswer, textEvents), 'data: 1\n\n')).toBe('data: 1\n\n');
  });

  test('may be no stream: awaited, it is the JSON that it is', async () => {
    expect(await stream(jsonEvents, '{"n":1}', 'application/json')).toEqual({ n: 1 });
  });
});
