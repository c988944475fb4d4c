import { useGetWorkspacesQuery } from '@webwork-sdk/react-query';
import { useState } from 'react';
import { ContractsPanel } from './contracts-panel.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { ProjectsPanel } from './projects-panel.tsx';
import type { RunningTimer } from './running-timer.ts';
import { TimerPanel } from './timer-panel.tsx';
import { ViewersPanel } from './viewers-panel.tsx';
import { workspaceId } from './webwork.ts';

/** The whole page of one workspace. */
export function ViewersConsole(): React.ReactNode {
  const [timer, setTimer] = useState<RunningTimer>();
  const workspaces = useGetWorkspacesQuery({ per_page: 100 });
  const workspace = workspaces.data?.find(({ id }) => id === workspaceId);
  return (
    <>
      <a className="skip-link" href="#viewers">
        Skip to the viewers
      </a>
      <header className="page-header">
        <span className="brand-mark" aria-hidden="true" />
        <div>
          <h1>Project viewers</h1>
          <p className="muted">
            {workspace === undefined ? 'Your workspace' : `${workspace.workspace_name} · ${workspace.role}`}
          </p>
        </div>
        <nav className="page-nav" aria-label="On this page">
          <a href="#timer">Timer</a>
          <a href="#contracts">Contracts</a>
          <a href="#projects">Projects</a>
        </nav>
      </header>
      {workspaces.error && <ErrorNotice error={workspaces.error} onRetry={() => void workspaces.refetch()} />}
      <main className="page-columns">
        <ViewersPanel />
        <div className="side-column">
          <TimerPanel timer={timer} onStopped={() => setTimer(undefined)} />
          <ContractsPanel
            userId={workspace?.user_id}
            timer={timer}
            onStarted={(contract) => setTimer({ contract, since: Date.now() })}
          />
          <ProjectsPanel />
        </div>
      </main>
    </>
  );
}
