import { expect, test } from 'vitest';
import { ApiError, NotFoundError, SdkError, UnexpectedApiError } from '../src/index.ts';
import {
  deleteProjectViewer,
  getProjectViewers,
  replaceTags,
  stopTimeTracking,
  WebWork,
} from './fixtures/webwork.ts';

interface Sent {
  url: string;
  init: RequestInit;
}

function answering(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!(answer instanceof Response)) throw answer;
    return answer.clone();
  };
  return { sent, fetch };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

test('a call gives the data of the envelope', async () => {
  const { sent, fetch } = answering(json({ success: true, data: [{ id: 1, email: 'a@b.c' }] }));
  const webwork = new WebWork({ token: 'secret', fetch });
  const viewers = await webwork.projectViewers.list({ workspace_id: 1, email: 'a b&c' });
  expect(viewers).toEqual([{ id: 1, email: 'a@b.c' }]);
  expect(sent[0]?.url).toBe(
    'https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=1&email=a%20b%26c',
  );
  expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer secret' });
});

test('body, path and given inputs', async () => {
  const { sent, fetch } = answering(json({ success: true }));
  const webwork = new WebWork({ fetch, workspace_id: 7 });
  expect(await deleteProjectViewer(webwork, { viewerId: 3 })).toBeUndefined();
  expect(sent[0]?.url).toMatch(/project-viewers\/3$/);
  expect(sent[0]?.init.body).toBe('{"workspace_id":7}');
  expect(
    await replaceTags(webwork, { path: { id: 1 }, body: ['a'] }, { fetch: answering(json(['a'])).fetch }),
  ).toEqual(['a']);
  expect(
    await stopTimeTracking(webwork, {}, { fetch: answering(new Response(null, { status: 204 })).fetch }),
  ).toBeUndefined();
});

test('errors', async () => {
  const { fetch } = answering(json({ message: 'no such thing' }, 404));
  const webwork = new WebWork({ fetch, workspace_id: 7 });
  const result = await webwork.projectViewers.list().result();
  const error = result.ok ? undefined : result.error;
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toBeInstanceOf(SdkError);
  expect(error).not.toBeInstanceOf(UnexpectedApiError);
  expect(error?.message).toBe(
    'getProjectViewers: 404 no such thing. GET https://api.webwork-tracker.com/api/v2/project-viewers?workspace_id=7',
  );
  expect(() => getProjectViewers(webwork, { emial: 1 } as never)).toThrow(
    "getProjectViewers: 'emial' is unknown, not one of: workspace_id,email,page,per_page",
  );
});
