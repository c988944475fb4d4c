import type { ProjectViewer } from '@webwork-sdk/client';

interface ViewerRowProps {
  readonly viewer: ProjectViewer;
  readonly onAssign: (viewer: ProjectViewer) => void;
  readonly onArchive: (viewer: ProjectViewer) => void;
}

const statusWords = { active: 'Active', inactive: 'Inactive', left: 'Left' } as const;
// In UTC, as the API writes it: the day would else depend on where the reader sits.
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** One viewer of the table. */
export function ViewerRow({ viewer, onAssign, onArchive }: ViewerRowProps): React.ReactNode {
  const { id, email, firstname, lastname, status, member_since: since } = viewer;
  const name = `${firstname} ${lastname}`;
  return (
    <tr>
      <th scope="row">
        <span className="viewer-name">
          <span className="avatar" data-tint={id % 5} aria-hidden="true">
            {firstname.slice(0, 1)}
            {lastname.slice(0, 1)}
          </span>
          <span className="viewer-text">
            {name} <span className="viewer-email">{email}</span>
          </span>
        </span>
      </th>
      <td className="wide-only">
        <ProjectChips viewer={viewer} />
      </td>
      <td className="wide-only">
        {status ? (
          <span className="badge" data-status={status}>
            {statusWords[status]}
          </span>
        ) : (
          <span className="muted">Unknown</span>
        )}
      </td>
      <td className="wide-only">
        {since ? (
          <time dateTime={since}>{dayFormat.format(new Date(since))}</time>
        ) : (
          <span className="muted">Not joined</span>
        )}
      </td>
      <td className="row-actions">
        <button type="button" className="button quiet" onClick={() => onAssign(viewer)}>
          Projects
          <span className="narrow-only">&nbsp;({viewer.projects?.length ?? 0})</span>
          <span className="visually-hidden"> of {name}</span>
        </button>
        <button type="button" className="button quiet" onClick={() => onArchive(viewer)}>
          Archive<span className="visually-hidden"> {name}</span>
        </button>
      </td>
    </tr>
  );
}

/** Two names, and the number of the others. */
function ProjectChips({ viewer: { projects = [] } }: Pick<ViewerRowProps, 'viewer'>): React.ReactNode {
  if (projects.length === 0) return <span className="muted">None</span>;
  return (
    <ul className="chips">
      {projects.slice(0, 2).map(({ project_id, project_name }) => (
        <li key={project_id} className="chip">
          {project_name}
        </li>
      ))}
      {projects.length > 2 && <li className="chip">{projects.length - 2} more</li>}
    </ul>
  );
}
