// Read by the compiler alone (`typecheck`). Each @ts-expect-error was seen to be needed.
import { useQuery } from '@tanstack/react-query';
import {
  clientAnswering,
  getViewersQueryOptions,
  useDeleteViewerMutation,
  useGetViewersQuery,
  type Viewer,
} from './viewers-sdk.ts';

const { client } = clientAnswering(200, {});

export function Component(): number {
  const viewers = useGetViewersQuery({ workspace_id: 1 });
  const data: Viewer[] | undefined = viewers.data;

  // @ts-expect-error a required input is missing
  useGetViewersQuery({});
  // @ts-expect-error the input has no such field
  useGetViewersQuery({ workspace_id: 1, nmae: 'x' });
  // @ts-expect-error a wrong type
  useGetViewersQuery({ workspace_id: '1' });
  // @ts-expect-error the key is the factory's
  useGetViewersQuery({ workspace_id: 1 }, { queryKey: ['mine'] });

  const selected = useGetViewersQuery({ workspace_id: 1 }, { select: (all) => all.length });
  const count: number | undefined = selected.data;

  if (viewers.error?.kind === 'api') {
    const message: string = viewers.error.body.message;
    void message;
    // @ts-expect-error the body of a 404 has no such field
    void viewers.error.body.detail;
  }

  const plain = useQuery(getViewersQueryOptions(client, { workspace_id: 1 }));
  const same: Viewer[] | undefined = plain.data;

  const remove = useDeleteViewerMutation();
  remove.mutate({ viewerId: 1, workspace_id: 1 });
  // @ts-expect-error a required input is missing
  remove.mutate({ viewerId: 1 });

  return (data?.length ?? 0) + (count ?? 0) + (same?.length ?? 0);
}
