// Read by the compiler alone (`typecheck`). Each @ts-expect-error was seen to be needed.
import {
  QueryClient,
  skipToken,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
  type InfiniteData,
} from '@tanstack/react-query';
import {
  getTasksInfiniteQueryOptions,
  useGetTasksInfiniteQuery,
  useGetTasksSuspenseInfiniteQuery,
  type Task,
  type TasksResponse,
} from './pages-sdk.ts';
import {
  clientAnswering,
  clientWithin,
  getViewersQueryOptions,
  keys,
  useDeleteViewerMutation,
  useGetGivenViewersQuery,
  useGetViewersQuery,
  useGetViewersSuspenseQuery,
  type Viewer,
} from './viewers-sdk.ts';

const { client } = clientAnswering(200, {});
const isReady: boolean = keys.all.length > 0;
const input = { workspace_id: 1 };

export function useQueries(): void {
  const viewers = useGetViewersQuery(input);
  const data: Viewer[] | undefined = viewers.data;
  useGetViewersQuery(isReady ? input : skipToken, { enabled: false });
  // @ts-expect-error a required input is missing
  useGetViewersQuery({});
  // @ts-expect-error the input as a whole is
  useGetViewersQuery();
  // @ts-expect-error the input has no such field
  useGetViewersQuery({ workspace_id: 1, nmae: 'x' });
  // @ts-expect-error a wrong type
  useGetViewersQuery({ workspace_id: '1' });
  // @ts-expect-error the key is the factory's
  useGetViewersQuery(input, { queryKey: ['mine'] });

  const { data: count } = useGetViewersQuery(input, { select: (all) => all.length });
  const selected: number | undefined = count;
  // @ts-expect-error what is selected is no list any more
  const unselected: Viewer[] | undefined = count;

  const plain: Viewer[] | undefined = useQuery(getViewersQueryOptions(client, input)).data;
  useQuery(getViewersQueryOptions(client, isReady ? input : skipToken));
  void [data, selected, unselected, plain];
}

export function useErrors(): void {
  const { error } = useGetViewersQuery(input);
  if (error?.kind === 'api' && error.status === 404) {
    const message: string = error.body.message;
    // @ts-expect-error the body of a 404 has no such field
    void [message, error.body.detail];
  }
  // @ts-expect-error a connection that broke has no answer
  if (error?.kind === 'connection') void error.body.message;
  // @ts-expect-error no 409 is documented
  if (error?.kind === 'api' && error.status === 409) void error;
}

export function useSuspense(): void {
  const data: Viewer[] = useGetViewersSuspenseQuery(input).data;
  const count: number = useGetViewersSuspenseQuery(input, { select: (all) => all.length }).data;
  const plain: Viewer[] = useSuspenseQuery(getViewersQueryOptions(client, input)).data;
  // @ts-expect-error it always runs
  useGetViewersSuspenseQuery(input, { enabled: isReady });
  // @ts-expect-error it always runs
  useGetViewersSuspenseQuery(isReady ? input : skipToken);
  // @ts-expect-error it has data or nothing
  useGetViewersSuspenseQuery(input, { placeholderData: [] });
  // @ts-expect-error it always runs, by TanStack's own hook too
  useSuspenseQuery(getViewersQueryOptions(client, isReady ? input : skipToken));
  void [data, count, plain];
}

export function useInfinite(): void {
  const tasks = useGetTasksInfiniteQuery({ project_id: 1 }, { maxPages: 3 });
  const pages: TasksResponse[] | undefined = tasks.data?.pages;
  const flat: Task[] | undefined = tasks.data?.pages.flatMap((page) => page.data);
  const { items } = getTasksInfiniteQueryOptions;
  const selected: Task[] | undefined = useGetTasksInfiniteQuery({ project_id: 1 }, { select: items }).data;
  const suspended: Task[] = useGetTasksSuspenseInfiniteQuery({ project_id: 1 }, { select: items }).data;
  const plain: InfiniteData<TasksResponse> = useSuspenseInfiniteQuery(
    getTasksInfiniteQueryOptions(client, { project_id: 1 }),
  ).data;
  // @ts-expect-error a required input is missing
  useGetTasksInfiniteQuery({});
  // @ts-expect-error which page follows is the operation's to know
  useGetTasksInfiniteQuery({ project_id: 1 }, { getNextPageParam: () => ({ page: 2 }) });
  // @ts-expect-error it always runs
  useGetTasksSuspenseInfiniteQuery({ project_id: 1 }, { enabled: isReady });
  // @ts-expect-error it always runs
  useGetTasksSuspenseInfiniteQuery(isReady ? { project_id: 1 } : skipToken);
  void [pages, flat, selected, suspended, plain];
}

export function useMutations(): void {
  const remove = useDeleteViewerMutation({ onError: (error) => error.kind === 'api' && error.status });
  remove.mutate({ viewerId: 1, workspace_id: 1 });
  // @ts-expect-error a required input is missing
  remove.mutate({ viewerId: 1 });
}

export function useGiven(): void {
  useGetGivenViewersQuery();
  useGetGivenViewersQuery({ email: 'a@example.com' }, { client: clientWithin(1, 200, {}).client });
  // @ts-expect-error this client was given no workspace
  useGetGivenViewersQuery({ email: 'a@example.com' }, { client });
}

export async function useCache(): Promise<void> {
  const queryClient = new QueryClient();
  await queryClient.invalidateQueries({ queryKey: keys.viewers.list(input) });
  // @ts-expect-error a wrong type
  await queryClient.invalidateQueries({ queryKey: keys.viewers.list({ workspace_id: '1' }) });
  // @ts-expect-error the input has no such field
  await queryClient.invalidateQueries({ queryKey: keys.viewers.list({ workspace: 1 }) });
  // @ts-expect-error there is no such operation
  await queryClient.invalidateQueries({ queryKey: keys.viewers.lsit() });
  // @ts-expect-error a mutation has no input in its key
  await queryClient.invalidateQueries({ queryKey: keys.viewers.delete({ viewerId: 1 }) });

  const { queryKey } = getViewersQueryOptions(client, input);
  const viewers: Viewer[] | undefined = queryClient.getQueryData(queryKey);
  const fetched: Viewer[] = await queryClient.query(getViewersQueryOptions(client, input));
  // @ts-expect-error an entry holds what its operation answers
  queryClient.setQueryData(queryKey, [{ id: '1' }]);
  void [viewers, fetched];
}
