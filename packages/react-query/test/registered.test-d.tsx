// Read by the compiler alone (`typecheck`). Each @ts-expect-error was seen to be needed.
import { createClient, WebWork, api } from '@webwork-sdk/client';
import {
  setCacheEffects,
  useCreateProjectViewerMutation,
  useGetProjectViewerQuery,
  useGetProjectViewersInfiniteQuery,
  useGetProjectViewersQuery,
  useGetProjectViewersSuspenseInfiniteQuery,
  useGetProjectViewersSuspenseQuery,
  useWebWork,
  WebWorkProvider,
} from '@webwork-sdk/react-query';
import { useGetTasksQuery } from '@webwork-sdk/react-query/tasks';
import type { ReactNode } from 'react';

const webwork: WebWork<'workspace_id'> = new WebWork({ token: 'a-token', workspace_id: 1 });

declare module '@webwork-sdk/react-query' {
  interface Register {
    client: typeof webwork;
  }
}

setCacheEffects(webwork, { createProjectViewer: false, startTimeTracking: [['timers', 'list', []]] });
// @ts-expect-error a query changes nothing
setCacheEffects(webwork, { getProjectViewers: false });

export function Registered(): ReactNode {
  useGetProjectViewersQuery();
  useGetProjectViewersQuery({ workspace_id: 2 });
  useGetProjectViewersSuspenseQuery();
  useGetProjectViewersInfiniteQuery();
  useGetProjectViewersSuspenseInfiniteQuery({}, { maxPages: 3 });
  useGetProjectViewerQuery({ viewerId: 100 });
  // @ts-expect-error the client was given no viewer
  useGetProjectViewerQuery({});
  // @ts-expect-error nor a project
  useGetTasksQuery({});
  // @ts-expect-error a wrong type stays wrong
  useGetProjectViewersQuery({ workspace_id: '2' });

  const create = useCreateProjectViewerMutation();
  create.mutate({ email: 'a@example.com', firstname: 'A', lastname: 'B' });
  // @ts-expect-error the names are missing
  create.mutate({ email: 'a@example.com' });

  const nearest: typeof webwork = useWebWork();
  const lean = createClient(api, { token: 'a-token' });
  // @ts-expect-error this client was not given the workspace that the hooks leave out
  useGetProjectViewersQuery({}, { client: lean });
  // @ts-expect-error nor may it stand in the provider
  return <WebWorkProvider client={lean}>{<WebWorkProvider client={nearest} />}</WebWorkProvider>;
}
