import { getProjectsInfiniteQueryOptions, useGetProjectsInfiniteQuery } from '@webwork-sdk/react-query';
import { ErrorNotice } from './error-notice.tsx';
import { LoadMore } from './load-more.tsx';
import { LoadingRows } from './loading-rows.tsx';

/** The projects of the workspace, a few at a time. */
export function ProjectsPanel(): React.ReactNode {
  const projects = useGetProjectsInfiniteQuery(
    { per_page: 6 },
    { select: getProjectsInfiniteQueryOptions.items },
  );
  return (
    <section className="panel" aria-labelledby="projects">
      <header className="panel-header">
        <h2 id="projects">Projects</h2>
      </header>
      {projects.isPending && <LoadingRows label="Loading projects" />}
      {projects.data?.length === 0 && <p className="empty">No projects yet.</p>}
      <ul className="lines">
        {projects.data?.map(({ id, name, contracts_count: contracts = 0, deadline }) => (
          <li key={id} className="line">
            <span className="line-title">{name}</span>
            <span className="muted">
              {contracts === 1 ? '1 contract' : `${contracts} contracts`}
              {deadline && `, due ${deadline}`}
            </span>
          </li>
        ))}
      </ul>
      {projects.error && (
        <ErrorNotice
          error={projects.error}
          onRetry={() => void (projects.data ? projects.fetchNextPage() : projects.refetch())}
        />
      )}
      {projects.hasNextPage && !projects.isError && (
        <LoadMore
          label="More projects"
          isLoading={projects.isFetching}
          onLoad={() => void (projects.isFetching || projects.fetchNextPage())}
        />
      )}
    </section>
  );
}
