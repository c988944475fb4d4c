import type { ProjectViewer } from '@webwork-sdk/client';
import { useRestoreProjectViewerMutation } from '@webwork-sdk/react-query';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from './error-notice.tsx';

interface ArchivedViewerProps {
  readonly viewer: ProjectViewer;
  /** The server has not answered yet, so there is nothing to restore. */
  readonly isArchiving: boolean;
  readonly onRestored: () => void;
}

/** A viewer who was archived on this page. The API lists no archived ones, so this is the way back. */
export function ArchivedViewer({ viewer, isArchiving, onRestored }: ArchivedViewerProps): React.ReactNode {
  const restoreButton = useRef<HTMLButtonElement>(null);
  const restore = useRestoreProjectViewerMutation({ onSuccess: onRestored });
  const name = `${viewer.firstname} ${viewer.lastname}`;
  // The button that had the focus went away with the row.
  useEffect(() => restoreButton.current?.focus(), []);
  const isBusy = isArchiving || restore.isPending;
  return (
    <>
      <div className="archived-viewer">
        <p role="status">{name} is archived.</p>
        <button
          ref={restoreButton}
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => isBusy || restore.mutate({ viewerId: viewer.id })}
        >
          Restore<span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {restore.error && (
        <ErrorNotice
          context={`${name} was not restored.`}
          error={restore.error}
          onRetry={() => restore.mutate({ viewerId: viewer.id })}
        />
      )}
    </>
  );
}
