// Plays a generated SDK: a list, a detail and a deletion over the real runtime.
import {
  createClient,
  inBody,
  inPath,
  inQuery,
  operation,
  type ApiDescription,
  type CoreClient,
  type Operation,
} from '@sdkwright/runtime';
import {
  createClientContext,
  mutationHook,
  mutationOptionsFactory,
  queryHook,
  queryOptionsFactory,
  type ClientContext,
  type MutationHook,
  type MutationOptionsFactory,
  type QueryHook,
  type QueryOptionsFactory,
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

const list: Operation<ListInput, Viewer[], Failure> = operation({
  id: 'getViewers',
  method: 'GET',
  path: '/viewers',
  fields: [[inQuery, 'workspace_id!', 'email']],
  errors: [404],
});
const remove: Operation<DeleteInput, void, Failure> = operation({
  id: 'deleteViewer',
  method: 'DELETE',
  path: '/viewers/{viewerId}',
  fields: [
    [inPath, 'viewerId!'],
    [inBody, 'workspace_id!'],
  ],
  errors: [404],
  empty: true,
});
const ping: Operation<Record<never, never>, void> = operation({
  id: 'ping',
  method: 'GET',
  path: '/ping',
  empty: true,
});

export const context: ClientContext = createClientContext('ViewersProvider');

export const getViewersQueryOptions: QueryOptionsFactory<ListInput, Viewer[], Failure> = queryOptionsFactory(
  list,
  ['viewers-api', 'viewers', 'list'],
);
export const useGetViewersQuery: QueryHook<ListInput, Viewer[], Failure> = queryHook(
  getViewersQueryOptions,
  context,
);
export const pingQueryOptions: QueryOptionsFactory<Record<never, never>, null, never> = queryOptionsFactory(
  ping,
  ['viewers-api', 'health', 'ping'],
);
export const deleteViewerMutationOptions: MutationOptionsFactory<DeleteInput, void, Failure> =
  mutationOptionsFactory(remove, ['viewers-api', 'viewers', 'delete']);
export const useDeleteViewerMutation: MutationHook<DeleteInput, void, Failure> = mutationHook(
  deleteViewerMutationOptions,
  context,
);

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

const api: ApiDescription = {
  baseUrl: 'https://api.example.com',
  envelope: { success: 'success', data: 'data' },
  userAgent: 'viewers/1.0.0',
};

/** A client whose `fetch` answers with what is given, and the requests it was asked for. */
export function clientAnswering(status: number, body: unknown): { client: CoreClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    return Response.json(body, { status });
  };
  return { client: createClient(api, { fetch, token: 'canary-token', retries: 0 }), sent };
}
