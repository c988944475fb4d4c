// Plays a generated SDK: a list, a detail and a deletion over the real runtime.
import {
  Client,
  createClient,
  inBody,
  inPath,
  inQuery,
  type ApiDescription,
  type CoreClient,
  type CoreOptions,
  type Fetch,
  type OperationSpec,
} from '@sdkwright/runtime';
import {
  cacheScopeSetter,
  clientProvider,
  createClientContext,
  keyFactory,
  keysOfClient,
  mutationHook,
  mutationOptionsFactory,
  queryHook,
  queryOptionsFactory,
  suspenseQueryHook,
  type ClientContext,
  type ClientProvider,
  type KeyGroups,
  type KeyOf,
  type MutationHook,
  type MutationOptionsFactory,
  type QueryHook,
  type QueryOptionsFactory,
  type SetCacheScope,
  type SuspenseQueryHook,
} from '../src/index.ts';

export interface Viewer {
  id: number;
  email: string;
}

export interface ListInput {
  workspace_id: number;
  email?: string;
}

export interface DeleteInput {
  viewerId: number;
  workspace_id: number;
}

type Failure = { readonly status: 404; readonly body: { message: string } };

export const listViewers: OperationSpec = {
  id: 'getViewers',
  method: 'GET',
  path: '/viewers',
  fields: [[inQuery, 1, 'workspace_id', 'email']],
  errors: /404/,
};
export const removeViewer: OperationSpec = {
  id: 'deleteViewer',
  method: 'DELETE',
  path: '/viewers/{viewerId}',
  fields: [
    [inPath, 1, 'viewerId'],
    [inBody, 1, 'workspace_id'],
  ],
  errors: /404/,
  empty: true,
};
const ping: OperationSpec = {
  id: 'ping',
  method: 'GET',
  path: '/ping',
  empty: true,
};

export const context: ClientContext = createClientContext('ViewersProvider');
export const ViewersProvider: ClientProvider = clientProvider(context);

export const getViewersQueryOptions: QueryOptionsFactory<ListInput, Viewer[], Failure> = queryOptionsFactory(
  listViewers,
  'viewers-api',
  ['viewers', 'list'],
);
export const useGetViewersQuery: QueryHook<ListInput, Viewer[], Failure> = queryHook(
  getViewersQueryOptions,
  context,
);
export const useGetViewersSuspenseQuery: SuspenseQueryHook<ListInput, Viewer[], Failure> = suspenseQueryHook(
  getViewersQueryOptions,
  context,
);
/** As an app has it that registered a client within a workspace. */
export const useGetGivenViewersQuery: QueryHook<ListInput, Viewer[], Failure, 'workspace_id'> = queryHook(
  getViewersQueryOptions,
  context,
);
export const pingQueryOptions: QueryOptionsFactory<Record<never, never>, null, never> = queryOptionsFactory(
  ping,
  'viewers-api',
  ['health', 'ping'],
);
export const deleteViewerMutationOptions: MutationOptionsFactory<DeleteInput, void, Failure> =
  mutationOptionsFactory(removeViewer, 'viewers-api', ['viewers', 'delete']);
export const useDeleteViewerMutation: MutationHook<DeleteInput, void, Failure> = mutationHook(
  deleteViewerMutationOptions,
  context,
);

export interface Keys {
  readonly all: readonly string[];
  readonly viewers: {
    readonly all: readonly string[];
    readonly list: KeyOf<ListInput>;
    readonly delete: KeyOf;
  };
}

const groups: KeyGroups = { viewers: ['list', 'delete'] };
export const keys: Keys = keyFactory('viewers-api', groups);
export const keysOf: (client: CoreClient) => Keys = keysOfClient('viewers-api', groups);
export const setCacheScope: SetCacheScope = cacheScopeSetter('viewers-api');

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** The requests that nobody gave up; older TanStack gives up the first one of StrictMode's two. */
export function kept(sent: readonly Sent[]): Sent[] {
  return sent.filter(({ init }) => !init.signal?.aborted);
}

const api: ApiDescription = { baseUrl: 'https://api.example.com', envelope: ['data', 'success'] };

interface Answering<Given extends PropertyKey = never> {
  readonly client: CoreClient<Given>;
  readonly sent: Sent[];
}

/** A client whose `fetch` answers with what is given, and the requests it was asked for. */
export function clientAnswering(status: number, body: unknown): Answering {
  const { options, sent } = answering(status, body);
  return { client: createClient(api, options), sent };
}

/** The same for a client that was given a workspace. */
export function clientWithin(workspace_id: number, status: number, body: unknown): Answering<'workspace_id'> {
  const { options, sent } = answering(status, body);
  const description = { api, userAgent: 'viewers/1.0.0', inputs: ['workspace_id'] };
  const given = { ...options, workspace_id };
  return { client: new Client<'workspace_id'>(description, given), sent };
}

/** A client over any `fetch`. */
export function clientFetching(fetch: Fetch): CoreClient {
  return createClient(api, { fetch, token: 'canary-token', retries: 0 });
}

function answering(status: number, body: unknown): { options: CoreOptions; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    return Response.json(body, { status });
  };
  return { options: { fetch, token: 'canary-token', retries: 0 }, sent };
}
