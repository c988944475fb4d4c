import {
  blobAnswer,
  createClient,
  expectRedirect,
  followRedirects,
  operation,
  redirectTarget,
  type Operation,
} from '@sdkwright/runtime';

/** What became of redirects on a platform. */
export interface Redirects {
  readonly undocumented: string;
  readonly followed: string;
  readonly target: string;
}

const get = { method: 'GET', path: '/moved' } as const;
const getUndocumented: Operation<object, unknown> = operation({ ...get, id: 'undocumented' });
const getFile: Operation<object, Blob> = operation({
  ...get,
  id: 'getFile',
  fields: [[followRedirects, 0]],
  answer: blobAnswer,
});
const getLink: Operation<object, string> = operation({
  ...get,
  id: 'getLink',
  fields: [[expectRedirect, 0]],
  answer: redirectTarget,
});

/** Meets a redirect that the document knows nothing of, one that leads to an answer, and one that is the answer. */
export async function program(baseUrl: string): Promise<Redirects> {
  const client = createClient({ baseUrl }, { token: 'secret', retries: 0 });
  return {
    undocumented: await told(getUndocumented(client)),
    followed: await told(getFile(client).then((file) => file.text())),
    target: await told(getLink(client)),
  };
}

async function told(call: Promise<unknown>): Promise<string> {
  return await call.then(String, ({ kind, status }: { kind: string; status: number }) => `${kind} ${status}`);
}
