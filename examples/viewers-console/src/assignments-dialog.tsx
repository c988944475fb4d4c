import type { ProjectViewer } from '@webwork-sdk/client';
import {
  getProjectsInfiniteQueryOptions,
  optimistic,
  useAssignProjectToViewerMutation,
  useGetProjectsInfiniteQuery,
  useUnassignProjectFromViewerMutation,
} from '@webwork-sdk/react-query';
import { ErrorNotice } from './error-notice.tsx';
import { LoadMore } from './load-more.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { closeModal, Modal } from './modal.tsx';

interface AssignmentsDialogProps {
  /** As the cache has it: a change shows here before the server has answered. */
  readonly viewer: ProjectViewer;
  readonly onClosed: () => void;
}

/** Which projects a viewer may read, to be ticked. */
export function AssignmentsDialog({ viewer, onClosed }: AssignmentsDialogProps): React.ReactNode {
  const assign = useAssignProjectToViewerMutation({ optimistic });
  const unassign = useUnassignProjectFromViewerMutation({ optimistic });
  const assigned = new Set(viewer.projects?.map(({ project_id }) => project_id));
  const toggle = (projectId: number): void => {
    const input = { viewerId: viewer.id, project_id: projectId };
    if (assigned.has(projectId)) unassign.mutate(input);
    else assign.mutate(input);
  };
  return (
    <Modal
      title={`Projects of ${viewer.firstname} ${viewer.lastname}`}
      description="A change holds at once."
      onClosed={onClosed}
    >
      {[assign, unassign].map(
        (mutation, index) =>
          mutation.error && (
            <ErrorNotice
              key={index}
              context={index === 0 ? 'The project was not assigned.' : 'The project was not unassigned.'}
              error={mutation.error}
              onRetry={() => mutation.mutate(mutation.variables)}
            />
          ),
      )}
      <ProjectChoices assigned={assigned} onToggle={toggle} />
      <footer className="modal-footer">
        <button type="button" className="button primary" onClick={(event) => closeModal(event.currentTarget)}>
          Done
        </button>
      </footer>
    </Modal>
  );
}

interface ProjectChoicesProps {
  readonly assigned: ReadonlySet<number | undefined>;
  readonly onToggle: (projectId: number) => void;
}

function ProjectChoices({ assigned, onToggle }: ProjectChoicesProps): React.ReactNode {
  const projects = useGetProjectsInfiniteQuery({}, { select: getProjectsInfiniteQueryOptions.items });
  if (projects.isPending) return <LoadingRows label="Loading projects" />;
  if (projects.data === undefined) {
    return <ErrorNotice error={projects.error} onRetry={() => void projects.refetch()} />;
  }
  if (projects.data.length === 0) return <p className="empty">This workspace has no projects.</p>;
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Projects</legend>
      {projects.data.map(({ id, name }) => (
        <label key={id} className="choice">
          <input type="checkbox" checked={assigned.has(id)} onChange={() => onToggle(id)} />
          {name}
        </label>
      ))}
      {projects.error && <ErrorNotice error={projects.error} onRetry={() => void projects.fetchNextPage()} />}
      {projects.hasNextPage && !projects.isError && (
        <LoadMore
          label="Load more projects"
          isLoading={projects.isFetching}
          onLoad={() => void (projects.isFetching || projects.fetchNextPage())}
        />
      )}
    </fieldset>
  );
}
