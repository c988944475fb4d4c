import type { GetProjectViewersError, OperationError, ProjectViewer } from '@webwork-sdk/client';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ErrorNotice } from './error-notice.tsx';
import { LoadMore } from './load-more.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { usePageHasColumns } from './page-columns.ts';
import { ViewerRow } from './viewer-row.tsx';

interface ViewersListProps {
  readonly viewers: UseInfiniteQueryResult<ProjectViewer[], OperationError<GetProjectViewersError>>;
  /** The address that was searched for, or nothing. */
  readonly email: string;
  readonly onShowAll: () => void;
  readonly onAssign: (viewer: ProjectViewer) => void;
  readonly onArchive: (viewer: ProjectViewer) => void;
}

/** The table, or what stands in its place: it is loading, it is empty, it failed. */
export function ViewersList(props: ViewersListProps): React.ReactNode {
  const { viewers, email, onShowAll } = props;
  const hasColumns = usePageHasColumns();
  if (viewers.isPending) return <LoadingRows label="Loading viewers" count={8} />;
  if (viewers.data === undefined) {
    return <ErrorNotice error={viewers.error} onRetry={() => void viewers.refetch()} />;
  }
  if (viewers.data.length === 0) return <NoViewers email={email} onShowAll={onShowAll} />;
  const { isFetchNextPageError, hasNextPage, isFetching } = viewers;
  const loadMore = (): void => void (isFetching || viewers.fetchNextPage());
  return (
    <>
      <ViewersTable {...props} viewers={viewers.data} />
      {viewers.error && (
        <ErrorNotice
          error={viewers.error}
          onRetry={() => void (isFetchNextPageError ? viewers.fetchNextPage() : viewers.refetch())}
        />
      )}
      {hasNextPage && !viewers.isError && (
        <LoadMore label="Load more viewers" isLoading={isFetching} onLoad={loadMore} onSight={hasColumns} />
      )}
      <p role="status" className="list-count muted">
        {hasNextPage ? `${viewers.data.length} viewers loaded` : countOf(viewers.data.length)}
      </p>
    </>
  );
}

type ViewersTableProps = Pick<ViewersListProps, 'onAssign' | 'onArchive'> & {
  readonly viewers: readonly ProjectViewer[];
};

function ViewersTable({ viewers, onAssign, onArchive }: ViewersTableProps): React.ReactNode {
  return (
    <table className="viewers-table">
      <thead>
        <tr>
          <th scope="col">Viewer</th>
          <th scope="col" className="wide-only">
            Projects
          </th>
          <th scope="col" className="wide-only">
            Status
          </th>
          <th scope="col" className="wide-only">
            Joined
          </th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {viewers.map((viewer) => (
          <ViewerRow key={viewer.id} viewer={viewer} onAssign={onAssign} onArchive={onArchive} />
        ))}
      </tbody>
    </table>
  );
}

function NoViewers({ email, onShowAll }: Pick<ViewersListProps, 'email' | 'onShowAll'>): React.ReactNode {
  if (email === '') {
    return (
      <p className="empty">No viewers yet. Invite a client, and they can follow the projects you choose.</p>
    );
  }
  return (
    <div className="empty" role="status">
      <p>No viewer has the address {email}.</p>
      <button type="button" className="button" onClick={onShowAll}>
        Show all viewers
      </button>
    </div>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 viewer' : `All ${count} viewers`;
}
