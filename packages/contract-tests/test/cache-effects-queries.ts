import type { InfiniteQueryExecuteOptions, QueryClient, QueryExecuteOptions } from '@tanstack/react-query';
import type { WebWork } from '@webwork-sdk/client';
import {
  getContractQueryOptions,
  getContractsInfiniteQueryOptions,
  getContractsQueryOptions,
  getExpenseCategoriesQueryOptions,
  getExpensesQueryOptions,
  getLeaveBalancesQueryOptions,
  getLeavePoliciesQueryOptions,
  getLeavesQueryOptions,
  getMemberQueryOptions,
  getMembersInfiniteQueryOptions,
  getMembersQueryOptions,
  getProjectQueryOptions,
  getProjectViewerQueryOptions,
  getProjectViewersInfiniteQueryOptions,
  getProjectViewersQueryOptions,
  getProjectsInfiniteQueryOptions,
  getProjectsQueryOptions,
  getTaskAssigneesQueryOptions,
  getTaskQueryOptions,
  getTasksInfiniteQueryOptions,
  getTasksQueryOptions,
  getTimeRequestQueryOptions,
  getTimeRequestsQueryOptions,
  getTimesheetsQueryOptions,
  getTrackedHoursReportQueryOptions,
  getWebhookQueryOptions,
  getWebhooksQueryOptions,
  getWorkspacesQueryOptions,
} from '@webwork-sdk/react-query';
import type { QueryOptions } from '../src/run-react-query.ts';

/** The client of these tests; calls that name no workspace are of workspace 1. */
export type Client = WebWork<'workspace_id'>;

/** One entry of the cache, and how to ask for it. */
export interface CachedQuery {
  /** The document's `operationId`. */
  readonly operation: string;
  readonly queryKey: readonly unknown[];
  /** Whether it is of workspace 2, where no mutation happens. */
  readonly elsewhere: boolean;
  readonly read: (queryClient: QueryClient) => Promise<unknown>;
}

/** A query as the cache holds it. */
export function cached(operation: string, options: QueryOptions, elsewhere = false): CachedQuery {
  return {
    operation,
    queryKey: options.queryKey,
    elsewhere,
    read: (queryClient) => queryClient.query({ ...(options as QueryExecuteOptions), retry: false }),
  };
}

/** The same for a list that grows: its entry holds whole pages. */
function growing(operation: string, options: QueryOptions): CachedQuery {
  return {
    operation,
    queryKey: options.queryKey,
    elsewhere: false,
    read: (queryClient) =>
      queryClient.infiniteQuery({ ...(options as InfiniteQueryExecuteOptions), retry: false }),
  };
}

/** Every query of the document: lists plain, filtered and growing, and the details of every item listed. */
export function cachedQueries(client: Client): CachedQuery[] {
  return [
    cached('getWorkspaces', getWorkspacesQueryOptions(client)),
    ...lists(client, 1),
    ...lists(client, 2),
    ...filteredLists(client),
    ...growingLists(client),
    ...numberedItems(client),
    ...otherItems(client),
  ];
}

function lists(client: Client, workspace_id: 1 | 2): CachedQuery[] {
  const dates = { date_from: '2024-01-01', date_to: '2024-01-31' };
  const all: Record<string, QueryOptions> = {
    getMembers: getMembersQueryOptions(client, { workspace_id }),
    getProjects: getProjectsQueryOptions(client, { workspace_id }),
    getTasks: getTasksQueryOptions(client, { workspace_id, project_id: 100 }),
    getProjectViewers: getProjectViewersQueryOptions(client, { workspace_id }),
    getContracts: getContractsQueryOptions(client, { workspace_id }),
    getTimesheets: getTimesheetsQueryOptions(client, { workspace_id }),
    getTimeRequests: getTimeRequestsQueryOptions(client, { workspace_id }),
    getLeaves: getLeavesQueryOptions(client, { workspace_id }),
    getLeaveBalances: getLeaveBalancesQueryOptions(client, { workspace_id, ...dates }),
    getLeavePolicies: getLeavePoliciesQueryOptions(client, { workspace_id }),
    getExpenses: getExpensesQueryOptions(client, { workspace_id }),
    getExpenseCategories: getExpenseCategoriesQueryOptions(client, { workspace_id }),
    getWebhooks: getWebhooksQueryOptions(client, { workspace_id }),
    getTrackedHoursReport: getTrackedHoursReportQueryOptions(client, { workspace_id }),
  };
  return Object.entries(all).map(([operation, options]) => cached(operation, options, workspace_id === 2));
}

function filteredLists(client: Client): CachedQuery[] {
  return [
    cached('getMembers', getMembersQueryOptions(client, { role: 'Project manager' })),
    cached('getTasks', getTasksQueryOptions(client, { project_id: 100, status: 10 })),
    cached('getTasks', getTasksQueryOptions(client, { project_id: 101 })),
    cached('getContracts', getContractsQueryOptions(client, { project_id: 101 })),
    cached('getContracts', getContractsQueryOptions(client, { status: 'active' })),
    cached('getTimesheets', getTimesheetsQueryOptions(client, { status: 'submitted' })),
    cached('getTimeRequests', getTimeRequestsQueryOptions(client, { status: 'pending' })),
    cached('getLeaves', getLeavesQueryOptions(client, { status: 'pending' })),
  ];
}

function growingLists(client: Client): CachedQuery[] {
  return [
    growing('getMembers', getMembersInfiniteQueryOptions(client)),
    growing('getProjects', getProjectsInfiniteQueryOptions(client)),
    growing('getTasks', getTasksInfiniteQueryOptions(client, { project_id: 100 })),
    growing('getProjectViewers', getProjectViewersInfiniteQueryOptions(client)),
    growing('getContracts', getContractsInfiniteQueryOptions(client)),
  ];
}

/** The ids are those of the document's examples, with which the mock begins. */
function numberedItems(client: Client): CachedQuery[] {
  const items = [100, 101, 102].flatMap((id) => [
    cached('getMember', getMemberQueryOptions(client, { memberId: id })),
    cached('getProject', getProjectQueryOptions(client, { projectId: id })),
    cached('getContract', getContractQueryOptions(client, { contractId: id })),
  ]);
  const tasks = [500, 501, 502].flatMap((taskId) => [
    cached('getTask', getTaskQueryOptions(client, { taskId, project_id: 100 })),
    cached('getTaskAssignees', getTaskAssigneesQueryOptions(client, { taskId, project_id: 100 })),
  ]);
  const viewers = [100, 201, 202].map((viewerId) =>
    cached('getProjectViewer', getProjectViewerQueryOptions(client, { viewerId })),
  );
  return [...items, ...tasks, ...viewers];
}

function otherItems(client: Client): CachedQuery[] {
  const requests = [
    'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    'b2c3d4e5-f6a7-4901-8cde-f12345678901',
    'c3d4e5f6-a7b8-4012-9def-123456789012',
  ];
  const webhooks = ['abc123def456', 'bcd234efa567', 'cde345fab678'];
  return [
    ...requests.map((id) => cached('getTimeRequest', getTimeRequestQueryOptions(client, { id }))),
    ...webhooks.map((webhookId) => cached('getWebhook', getWebhookQueryOptions(client, { webhookId }))),
  ];
}
