import { describe, expect, test } from 'vitest';
import { DecodeError, schemaSet, type ClientOptions, type Report } from '../src/index.ts';
import { schemaOf, type StandardSchema } from '../src/shape/index.ts';
import { WebWork } from './fixtures/webwork.ts';
import { answering, json } from './observed-fetch.ts';

const viewer = {
  type: 'object',
  required: ['id', 'email'],
  properties: { id: { type: 'integer' }, email: { type: 'string' } },
} as const;
const schema = schemaOf({
  type: 'object',
  required: ['success', 'data'],
  properties: { success: { type: 'boolean' }, data: { type: 'array', items: viewer } },
});

const as = (data: unknown): Response => json({ success: true, data });
const good = [{ id: 1, email: 'a@b.c' }];
const added = [{ id: 1, email: 'a@b.c', phone: '5' }];
const wrong = [{ id: 'one', email: 'a@b.c' }];

function calling(answer: Response, options: ClientOptions, own: StandardSchema = schema) {
  const reports: Report[] = [];
  const webwork = new WebWork({
    fetch: answering(answer).fetch,
    workspace_id: 1,
    schemas: schemaSet({ getProjectViewers: own }),
    onReport: (report) => reports.push(report),
    ...options,
  });
  return { reports, call: webwork.projectViewers.list() };
}

describe('report', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing of what is documented', good, []],
    ['what the server adds', added, ['data.0.phone: the document does not list this field']],
    ['what contradicts', wrong, ['data.0.id: expected integer, received string']],
  ])('tells %s, and breaks nothing', async (_name, data, want) => {
    const { reports, call } = calling(as(data), { validate: 'report' });
    expect(await call).toEqual(data);
    await expect
      .poll(() =>
        reports.flatMap(({ issues }) => issues.map(({ path, message }) => `${path?.join('.')}: ${message}`)),
      )
      .toEqual(want);
    for (const report of reports)
      expect(report).toMatchObject({ operation: 'getProjectViewers', method: 'GET', attempts: 1 });
  });

  test('says so when the validator itself fails', async () => {
    const validate = () => {
      throw new Error('bug');
    };
    const broken = { '~standard': { version: 1, vendor: 'x', validate } } as const;
    const { reports, call } = calling(as(good), { validate: 'report' }, broken);
    expect(await call).toEqual(good);
    await expect.poll(() => reports[0]?.issues).toEqual([{ message: 'the validator itself failed: bug' }]);
  });
});

describe('throw', () => {
  test('makes a contradiction a DecodeError that says where', async () => {
    const { call } = calling(as(wrong), { validate: 'throw' });
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ status: 200, attempts: 1, kind: 'decode' });
    expect((error as Error).message).toBe(
      'getProjectViewers: 200 not as documented: /data/0/id: expected integer, received string. ' +
        'GET https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=1',
    );
  });

  test('does not wait for the end of a stream of events', async () => {
    const endless = new ReadableStream<Uint8Array>();
    const stream = new Response(endless, { headers: { 'content-type': 'text/event-stream' } });
    const { call } = calling(stream, { validate: 'throw' });
    expect((await call.response()).status).toBe(200);
  });

  test('lets through what the server adds', async () => {
    expect(await calling(as(added), { validate: 'throw' }).call).toEqual(added);
  });

  test('takes any Standard Schema, asynchronous ones too', async () => {
    const issues = [{ message: 'never right', path: ['data', { key: 0 }] }];
    const own = { '~standard': { version: 1, vendor: 'x', validate: async () => ({ issues }) } } as const;
    await expect(calling(as(good), { validate: 'throw' }, own).call).rejects.toThrow('/data/0: never right');
  });

  test('leaves to the call what is no JSON, and what is no success', async () => {
    await expect(calling(new Response('<html>'), { validate: 'throw' }).call).rejects.toThrow(
      'is not valid JSON',
    );
    await expect(calling(json({ message: 'no' }, 404), { validate: 'throw' }).call).rejects.toMatchObject({
      status: 404,
    });
  });
});

test('off is the default', async () => {
  const { reports, call } = calling(as(wrong), {});
  expect(await call).toEqual(wrong);
  expect(reports).toEqual([]);
});

test('an operation without a schema is not looked at', async () => {
  const { fetch } = answering(json({ success: true, data: [], meta: {} }));
  const webwork = new WebWork({ fetch, validate: 'throw', schemas: schemaSet({}) });
  expect(await webwork.workspaces.list()).toEqual([]);
});
