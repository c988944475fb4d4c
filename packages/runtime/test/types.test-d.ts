// Compiled by `typecheck`, never run. Each expectation was seen to fail once.
import {
  ApiError,
  NotFoundError,
  TimeoutError,
  type Call,
  type CallOptions,
  type CoreClient,
  type OperationError,
  type Outcome,
  type UnexpectedError,
} from '../src/index.ts';
import {
  createWebhook,
  deleteProjectViewer,
  getProjectViewer,
  getProjectViewers,
  getWorkspaces,
  replaceTags,
  stopTimeTracking,
  WebWork,
  type ErrorResponse,
  type GetProjectViewersResponse,
  type ProjectViewer,
  type Workspace,
} from './fixtures/webwork.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_yes: Same<A, B>): void => {};

const plain = new WebWork({ token: 't' });
const given = new WebWork({ token: 't', workspace_id: 1 });

// --- what the client was given --------------------------------------------------------------------------

same<typeof plain, WebWork>(true);
same<typeof given, WebWork<'workspace_id'>>(true);

// A client that is given more stands for one that is given less, not the other way round.
export const less: WebWork = given;
export const anyClient: CoreClient = given;
// @ts-expect-error TS2322: `plain` was given nothing
export const more: WebWork<'workspace_id'> = plain;

// @ts-expect-error TS2769: no option of that name
new WebWork({ tokn: 't' });
// @ts-expect-error TS2769: a workspace is a number
new WebWork({ token: 't', workspace_id: 'one' });

void given.projectViewers.list();
void given.projectViewers.list({ email: 'a@b.c' });
void given.projectViewers.list({ workspace_id: 2 });
void given.projectViewers.get({ viewerId: 1 });
void getProjectViewers(given);
// @ts-expect-error TS2554: an input is needed without a client that was given the workspace
void plain.projectViewers.list();
// @ts-expect-error TS2554
void given.projectViewers.get();
// @ts-expect-error TS2345: the workspace is missing
void plain.projectViewers.get({ viewerId: 1 });
// @ts-expect-error TS2769
void getProjectViewers(plain);

// --- inputs ---------------------------------------------------------------------------------------------

void plain.projectViewers.list({ workspace_id: 1 }, { timeout: 5, signal: AbortSignal.abort() });
void stopTimeTracking(plain);
void stopTimeTracking(plain, {}, { retries: 0 });
void replaceTags(plain, { path: { id: 1 }, body: ['a'] });
// @ts-expect-error TS2353: no field of that name
void plain.projectViewers.list({ workspace_id: 1, emial: 'a' });
// @ts-expect-error TS2322: a number
void plain.projectViewers.list({ workspace_id: '1' });
// @ts-expect-error TS2353: no option of that name
void plain.projectViewers.list({ workspace_id: 1 }, { retry: 1 });
// @ts-expect-error TS2769: no such event
void createWebhook(plain, { workspace_id: 1, url: 'u', events: ['tracker.exploded'] });
// @ts-expect-error TS2769: the body is missing
void replaceTags(plain, { path: { id: 1 } });

same<Parameters<typeof given.projectViewers.delete>[1], CallOptions | undefined>(true);

// --- what a call gives ----------------------------------------------------------------------------------

export async function results(): Promise<void> {
  const list = given.projectViewers.list();
  same<Awaited<typeof list>, ProjectViewer[]>(true);
  same<Awaited<ReturnType<typeof list.envelope>>, GetProjectViewersResponse>(true);
  same<Awaited<ReturnType<typeof list.response>>, Response>(true);
  same<Awaited<ReturnType<typeof list.all>>, ProjectViewer[]>(true);
  for await (const viewer of list) same<typeof viewer, ProjectViewer>(true);
  for await (const page of list.pages()) same<typeof page, GetProjectViewersResponse>(true);
  for await (const workspace of getWorkspaces(plain)) same<typeof workspace, Workspace>(true);

  const done = await deleteProjectViewer(given, { viewerId: 1 });
  same<typeof done, void>(true);
  // A call is a promise wherever one is wanted.
  const promise: Promise<ProjectViewer> = getProjectViewer(given, { viewerId: 1 });
  await promise;
  // @ts-expect-error TS2504: one viewer has no pages
  for await (const viewer of getProjectViewer(given, { viewerId: 1 })) void viewer;
  const raw: Call<{ beta: boolean }, unknown, unknown> = given.request<{ beta: boolean }>({
    method: 'GET',
    path: '/x',
  });
  await raw;
}

// --- errors: closed, and narrowed by status or kind -----------------------------------------------------

interface Invalid {
  fields: string[];
}
type Failed = OperationError<{ status: 400; body: Invalid } | { status: 404; body: ErrorResponse }>;

export function byStatus(error: Failed): string {
  if (error.status === 400) return error.body.fields.join();
  if (error.status === 404) return error.body.message;
  // @ts-expect-error TS2367: 404 is behind us
  if (error.status === 404) return '';
  return error.kind;
}

export function byKind(error: Failed): number {
  switch (error.kind) {
    case 'api':
      same<typeof error.status, 400 | 404>(true);
      return error.status;
    case 'unexpected': {
      const status: number = error.status;
      same<typeof error.body, unknown>(true);
      return status;
    }
    case 'decode':
    case 'envelope':
      return error.status;
    case 'connection':
    case 'timeout':
    case 'abort':
    case 'auth':
      return error.attempts;
    default:
      same<typeof error, never>(true);
      return 0;
  }
}

export function byClass(error: unknown): number {
  if (error instanceof NotFoundError) {
    same<typeof error.status, 404>(true);
    same<typeof error.body, unknown>(true);
    return error.status;
  }
  if (error instanceof ApiError) return error.status;
  // @ts-expect-error TS18046: who knows
  return error.status;
}

export function byClassOfUnion(error: Failed): string {
  if (error instanceof TimeoutError) return error.url;
  if (error instanceof NotFoundError) return error.body.message;
  return error.message;
}

export function byResult(outcome: Outcome<string, { status: 404; body: ErrorResponse }>): string {
  if (outcome.ok) return outcome.data;
  // @ts-expect-error TS2339: a failure has no data
  void outcome.data;
  return outcome.error.status === 404 ? outcome.error.body.message : outcome.error.message;
}

// An operation without documented errors has none: only what any call can fail with.
export const undocumented = (error: OperationError<never>): 'api' | null =>
  // @ts-expect-error TS2367: there is no such kind
  error.kind === 'api' ? error.kind : null;

export const unexpected = (error: UnexpectedError): number => error.status;
