import { useStopTimeTrackingMutation } from '@webwork-sdk/react-query';
import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import type { RunningTimer } from './running-timer.ts';

interface TimerPanelProps {
  readonly timer: RunningTimer | undefined;
  readonly onStopped: () => void;
}

/** The timer that runs, and the way to stop it. */
export function TimerPanel({ timer, onStopped }: TimerPanelProps): React.ReactNode {
  const stop = useStopTimeTrackingMutation({ onSuccess: onStopped });
  const heading = useRef<HTMLHeadingElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);
  const wasRunning = useRef(false);
  // Starting and stopping take away the button that had the focus.
  useEffect(() => {
    const isRunning = timer !== undefined;
    if (isRunning !== wasRunning.current) (isRunning ? stopButton : heading).current?.focus();
    wasRunning.current = isRunning;
  }, [timer]);
  return (
    <section className="panel timer-panel" aria-labelledby="timer" data-running={timer !== undefined}>
      <header className="panel-header">
        <h2 id="timer" ref={heading} tabIndex={-1}>
          Timer
        </h2>
      </header>
      <p role="status" className={timer ? 'line-title' : 'muted'}>
        {timer
          ? `Running: ${timer.contract.project_name ?? `contract ${timer.contract.id}`}`
          : 'No timer was started here.'}
      </p>
      {timer && (
        <div className="timer-clock">
          <Elapsed since={timer.since} />
          <button
            ref={stopButton}
            type="button"
            className="button primary"
            aria-disabled={stop.isPending}
            onClick={() => stop.isPending || stop.mutate()}
          >
            Stop timer
          </button>
        </div>
      )}
      {stop.error && (
        <ErrorNotice context="The timer was not stopped." error={stop.error} onRetry={() => stop.mutate()} />
      )}
    </section>
  );
}

/** Hours, minutes and seconds that go on. A screen reader hears them only when asked. */
function Elapsed({ since }: { readonly since: number }): React.ReactNode {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (
    <span role="timer" aria-label="Time since the start" className="elapsed">
      {parts.map((part) => String(part).padStart(2, '0')).join(':')}
    </span>
  );
}
