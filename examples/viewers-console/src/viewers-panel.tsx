import type { ProjectViewer } from '@webwork-sdk/client';
import {
  getProjectViewersInfiniteQueryOptions,
  optimistic,
  useDeleteProjectViewerMutation,
  useGetProjectViewersInfiniteQuery,
} from '@webwork-sdk/react-query';
import { useState } from 'react';
import { ArchivedViewer } from './archived-viewer.tsx';
import { AssignmentsDialog } from './assignments-dialog.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { ViewerSearch } from './viewer-search.tsx';
import { ViewersList } from './viewers-list.tsx';

/** The viewers of the workspace, and all that can be done with them. */
export function ViewersPanel(): React.ReactNode {
  const [email, setEmail] = useState('');
  const [isInviting, setInviting] = useState(false);
  const [assigningId, setAssigningId] = useState<number>();
  const [archived, setArchived] = useState<readonly ProjectViewer[]>([]);
  const [announcement, setAnnouncement] = useState('');
  const viewers = useGetProjectViewersInfiniteQuery(email === '' ? {} : { email }, {
    select: getProjectViewersInfiniteQueryOptions.items,
  });
  const forget = (viewerId: number): void => setArchived((all) => all.filter(({ id }) => id !== viewerId));
  // The list loses the viewer at once and gets them back if the server refuses; so does what stands above it.
  const archive = useDeleteProjectViewerMutation({
    optimistic,
    onError: (_error, { viewerId }) => forget(viewerId),
  });
  const archiveViewer = (viewer: ProjectViewer): void => {
    setArchived((all) => [viewer, ...all]);
    archive.mutate({ viewerId: viewer.id });
  };
  const refused = viewers.data?.find(({ id }) => id === archive.variables?.viewerId);
  const assigning = viewers.data?.find(({ id }) => id === assigningId);

  return (
    <section className="panel viewers-panel" aria-labelledby="viewers">
      <header className="panel-header">
        <h2 id="viewers" tabIndex={-1}>
          Viewers
        </h2>
        <button type="button" className="button primary" onClick={() => setInviting(true)}>
          Invite viewer
        </button>
      </header>
      <ViewerSearch email={email} onSearch={setEmail} />
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      {archive.error && refused && (
        <ErrorNotice
          context="The viewer was not archived."
          error={archive.error}
          onRetry={() => archiveViewer(refused)}
        />
      )}
      {archived.map((viewer) => (
        <ArchivedViewer
          key={viewer.id}
          viewer={viewer}
          isArchiving={archive.isPending && archive.variables.viewerId === viewer.id}
          onRestored={() => {
            forget(viewer.id);
            setAnnouncement(`${viewer.firstname} ${viewer.lastname} is restored.`);
            document.getElementById('viewers')?.focus();
          }}
        />
      ))}
      <ViewersList
        viewers={viewers}
        email={email}
        onShowAll={() => setEmail('')}
        onAssign={({ id }) => setAssigningId(id)}
        onArchive={archiveViewer}
      />
      {isInviting && (
        <InviteDialog
          onClosed={() => setInviting(false)}
          onInvited={(viewer) => setAnnouncement(`${viewer.email} is invited.`)}
        />
      )}
      {assigning && <AssignmentsDialog viewer={assigning} onClosed={() => setAssigningId(undefined)} />}
    </section>
  );
}
