import type { Contract } from '@webwork-sdk/client';
import {
  getContractsInfiniteQueryOptions,
  useGetContractsInfiniteQuery,
  useStartTimeTrackingMutation,
} from '@webwork-sdk/react-query';
import { ErrorNotice } from './error-notice.tsx';
import { LoadMore } from './load-more.tsx';
import { LoadingRows } from './loading-rows.tsx';
import type { RunningTimer } from './running-timer.ts';

interface ContractsPanelProps {
  /** Who looks at the page; undefined as long as that is not known. */
  readonly userId: number | undefined;
  readonly timer: RunningTimer | undefined;
  readonly onStarted: (contract: Contract) => void;
}

/**
 * The contracts of the workspace. Only one's own can be started: `stopTimeTracking` stops the tracker of the caller,
 * so a timer started for someone else could not be stopped from here.
 */
export function ContractsPanel({ userId, timer, onStarted }: ContractsPanelProps): React.ReactNode {
  const contracts = useGetContractsInfiniteQuery(
    { per_page: 6 },
    { select: getContractsInfiniteQueryOptions.items },
  );
  const start = useStartTimeTrackingMutation();
  const startOn = (contract: Contract): void =>
    start.mutate(
      { user_id: contract.user_id, contract_id: contract.id },
      { onSuccess: () => onStarted(contract) },
    );
  const refused = contracts.data?.find(({ id }) => id === start.variables?.contract_id);
  return (
    <section className="panel" aria-labelledby="contracts">
      <header className="panel-header">
        <h2 id="contracts">Contracts</h2>
      </header>
      {start.error && refused && (
        <ErrorNotice
          context="The timer was not started."
          error={start.error}
          onRetry={() => startOn(refused)}
        />
      )}
      {contracts.isPending && <LoadingRows label="Loading contracts" />}
      {contracts.data?.length === 0 && <p className="empty">No contracts yet.</p>}
      <ul className="lines">
        {contracts.data?.map((contract) => (
          <ContractLine
            key={contract.id}
            contract={contract}
            isRunning={timer?.contract.id === contract.id}
            onStart={
              contract.user_id === userId && timer === undefined && !start.isPending ? startOn : undefined
            }
          />
        ))}
      </ul>
      {contracts.error && (
        <ErrorNotice
          error={contracts.error}
          onRetry={() => void (contracts.data ? contracts.fetchNextPage() : contracts.refetch())}
        />
      )}
      {contracts.hasNextPage && !contracts.isError && (
        <LoadMore
          label="More contracts"
          isLoading={contracts.isFetching}
          onLoad={() => void (contracts.isFetching || contracts.fetchNextPage())}
        />
      )}
    </section>
  );
}

interface ContractLineProps {
  readonly contract: Contract;
  readonly isRunning: boolean;
  readonly onStart: ((contract: Contract) => void) | undefined;
}

function ContractLine({ contract, isRunning, onStart }: ContractLineProps): React.ReactNode {
  const person = `${contract.user_firstname ?? ''} ${contract.user_lastname ?? ''}`.trim();
  const project = contract.project_name ?? `Project ${contract.project_id}`;
  return (
    <li className="line">
      <span className="line-title">{project}</span>
      <span className="muted">
        {person || `User ${contract.user_id}`}
        {contract.status === 'paused' && ', paused'}
      </span>
      {isRunning && (
        <span className="badge" data-status="active">
          Running
        </span>
      )}
      {onStart && contract.status === 'active' && (
        <button type="button" className="button" onClick={() => onStart(contract)}>
          Start<span className="visually-hidden"> the timer on {project}</span>
        </button>
      )}
    </li>
  );
}
