import { WebWork } from '@webwork-sdk/client';

/** What the client did on a platform; the same everywhere. */
export interface Findings {
  readonly listed: readonly number[];
  readonly walked: readonly number[];
  readonly created: string;
  readonly notFound: readonly [kind: string, status: number, message: string];
  readonly aborted: string;
  readonly refused: string;
}

/** Uses the client as an app would: reads, writes, walks a list, and meets three kinds of failure. */
export async function program(baseUrl: string): Promise<Findings> {
  const webwork = new WebWork({ token: 'platform-test-token', baseUrl, workspace_id: 1 });
  const listed = await webwork.projectViewers.list();
  const walked: number[] = [];
  for await (const viewer of webwork.projectViewers.list()) walked.push(viewer.id);
  const created = await webwork.projectViewers.create({
    email: 'v@example.com',
    firstname: 'V',
    lastname: 'W',
  });
  return {
    listed: listed.map(({ id }) => id),
    walked,
    created: created.email,
    notFound: await failure(webwork),
    aborted: await kindOf(webwork.projectViewers.list({}, { signal: AbortSignal.abort() }).result()),
    refused: await kindOf(
      new WebWork({ token: 't', baseUrl: 'http://127.0.0.1:9', retries: 0 }).workspaces.list().result(),
    ),
  };
}

async function failure(webwork: WebWork<'workspace_id'>): Promise<Findings['notFound']> {
  const outcome = await webwork.projectViewers
    .restore({ viewerId: 100 }, { headers: { prefer: 'code=404' } })
    .result();
  if (outcome.ok) return ['none', 0, ''];
  const { error } = outcome;
  return [error.kind, ('status' in error && error.status) || 0, error.message.replace(/http\S+/, 'URL')];
}

async function kindOf(
  outcome: Promise<{ ok: true } | { ok: false; error: { kind: string } }>,
): Promise<string> {
  const settled = await outcome;
  return settled.ok ? 'none' : settled.error.kind;
}
