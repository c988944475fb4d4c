import { MutationObserver, type MutationObserverOptions, type QueryClient } from '@tanstack/react-query';
import {
  approveLeaveMutationOptions,
  approveTimeRequestMutationOptions,
  approveTimesheetMutationOptions,
  assignProjectToViewerMutationOptions,
  assignTaskMutationOptions,
  createContractMutationOptions,
  createExpenseMutationOptions,
  createProjectMutationOptions,
  createProjectViewerMutationOptions,
  createTaskMutationOptions,
  createTimeRequestMutationOptions,
  createWebhookMutationOptions,
  deleteContractMutationOptions,
  deleteExpenseMutationOptions,
  deleteMemberMutationOptions,
  deleteProjectMutationOptions,
  deleteProjectViewerMutationOptions,
  deleteTaskMutationOptions,
  deleteWebhookMutationOptions,
  getContractQueryOptions,
  getProjectQueryOptions,
  getProjectViewerQueryOptions,
  getTaskQueryOptions,
  getTimeRequestQueryOptions,
  getWebhookQueryOptions,
  inviteMemberMutationOptions,
  rejectLeaveMutationOptions,
  rejectTimeRequestMutationOptions,
  rejectTimesheetMutationOptions,
  restoreProjectViewerMutationOptions,
  startTimeTrackingMutationOptions,
  stopTimeTrackingMutationOptions,
  submitTimesheetMutationOptions,
  unassignProjectFromViewerMutationOptions,
  unassignTaskMutationOptions,
  unsubmitTimesheetMutationOptions,
  updateContractMutationOptions,
  updateExpenseMutationOptions,
  updateMemberMutationOptions,
  updateProjectMutationOptions,
  updateTaskMutationOptions,
  updateWebhookMutationOptions,
} from '@webwork-sdk/react-query';
import type { MutationOptions } from '../src/run-react-query.ts';
import { cached, type CachedQuery, type Client } from './cache-effects-queries.ts';

type Effect = readonly [
  group: string,
  method: string,
  match: readonly string[],
  answer?: Readonly<Record<string, string>>,
];

/** What `cacheEffects` of a mutation's options takes. */
export type Effects = boolean | readonly Effect[];

/** One mutation with an input that changes something, ready to be run. */
export interface Mutation {
  /** The document's `operationId`. */
  readonly operation: string;
  /** The input, for the names of tests. */
  readonly input: string;
  /** Runs it, and gives the queries that there were none of before: the details of what it created. */
  readonly run: (queryClient: QueryClient, client: Client, effects: Effects) => Promise<CachedQuery[]>;
  /** What has to be done for the mutation to have something to do. */
  readonly prepare: ((client: Client) => PromiseLike<unknown>) | undefined;
}

interface Around<R> {
  readonly created?: (client: Client, answer: R) => CachedQuery;
  readonly prepare?: (client: Client) => PromiseLike<unknown>;
}

/** A mutation and an input, with the type of the input checked and then hidden. */
export function mutation<I, R>(
  operation: string,
  factory: (
    client: Client,
    options: { cacheEffects: Effects },
  ) => MutationOptions<I> & { readonly mutationFn: (input: I) => Promise<R> },
  input: NoInfer<I>,
  { created, prepare }: Around<NoInfer<R>> = {},
): Mutation {
  return {
    operation,
    input: JSON.stringify(input),
    prepare,
    run: async (queryClient, client, cacheEffects) => {
      const options = factory(client, { cacheEffects }) as MutationObserverOptions<R, Error, I>;
      const answer = await new MutationObserver(queryClient, { ...options, retry: false }).mutate(input);
      return created ? [created(client, answer)] : [];
    },
  };
}

const submitted = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const open = 'c3d4e5f6-a7b8-4012-9def-123456789012';
const task = { taskId: 500, project_id: 100 };
const person = { email: 'ann@example.com', firstname: 'Ann', lastname: 'Lee' };

/**
 * Every mutation of the document, against what the mock begins with: the document's examples. Where a change of one
 * field shows in other places than that of another, there is a line for each.
 */
export const mutations: readonly Mutation[] = [
  mutation('inviteMember', inviteMemberMutationOptions, { ...person, role: 'Regular User' }),
  mutation('deleteMember', deleteMemberMutationOptions, { memberId: 101 }),
  mutation('updateMember', updateMemberMutationOptions, { memberId: 101, firstname: 'Janet' }),
  mutation('updateMember', updateMemberMutationOptions, { memberId: 101, email: 'jr@example.com' }),
  mutation('updateMember', updateMemberMutationOptions, { memberId: 101, role: 'Team manager' }),

  mutation(
    'createProject',
    createProjectMutationOptions,
    { name: 'Catalogue' },
    { created: (client, { id }) => cached('getProject', getProjectQueryOptions(client, { projectId: id })) },
  ),
  mutation('deleteProject', deleteProjectMutationOptions, { projectId: 100 }),
  mutation('updateProject', updateProjectMutationOptions, { projectId: 100, name: 'Spring Campaign' }),
  mutation('updateProject', updateProjectMutationOptions, { projectId: 100, icon: 'project-icon-9' }),

  mutation(
    'createTask',
    createTaskMutationOptions,
    { project_id: 100, title: 'Book the venue', assignees: [102] },
    {
      created: (client, { id }) =>
        cached('getTask', getTaskQueryOptions(client, { taskId: id, project_id: 100 })),
    },
  ),
  mutation('deleteTask', deleteTaskMutationOptions, task),
  mutation('updateTask', updateTaskMutationOptions, { ...task, title: 'Sign in', status: 10 }),
  mutation('assignTask', assignTaskMutationOptions, { ...task, userId: 102 }),
  mutation('unassignTask', unassignTaskMutationOptions, { ...task, userId: 100 }),

  mutation('createProjectViewer', createProjectViewerMutationOptions, person, {
    created: (client, { id }) =>
      cached('getProjectViewer', getProjectViewerQueryOptions(client, { viewerId: id })),
  }),
  mutation('deleteProjectViewer', deleteProjectViewerMutationOptions, { viewerId: 201 }),
  mutation(
    'restoreProjectViewer',
    restoreProjectViewerMutationOptions,
    { viewerId: 201 },
    { prepare: (client) => client.projectViewers.delete({ viewerId: 201 }) },
  ),
  mutation('assignProjectToViewer', assignProjectToViewerMutationOptions, { viewerId: 100, project_id: 101 }),
  mutation('unassignProjectFromViewer', unassignProjectFromViewerMutationOptions, {
    viewerId: 201,
    project_id: 101,
  }),

  mutation(
    'createContract',
    createContractMutationOptions,
    { project_id: 101, user_id: 100 },
    {
      created: (client, { id }) => cached('getContract', getContractQueryOptions(client, { contractId: id })),
    },
  ),
  mutation('deleteContract', deleteContractMutationOptions, { contractId: 100 }),
  mutation('updateContract', updateContractMutationOptions, { contractId: 100, rate: 70 }),
  mutation('updateContract', updateContractMutationOptions, { contractId: 100, status: 'paused' }),

  mutation('startTimeTracking', startTimeTrackingMutationOptions, { user_id: 100, contract_id: 100 }),
  mutation('stopTimeTracking', stopTimeTrackingMutationOptions, {}),

  mutation('approveTimesheet', approveTimesheetMutationOptions, { timesheetId: submitted }),
  mutation('rejectTimesheet', rejectTimesheetMutationOptions, { timesheetId: submitted, reason: 'Too long' }),
  mutation('submitTimesheet', submitTimesheetMutationOptions, { timesheetId: open }),
  mutation('unsubmitTimesheet', unsubmitTimesheetMutationOptions, { timesheetId: submitted }),

  mutation(
    'createTimeRequest',
    createTimeRequestMutationOptions,
    { user_id: 100, contract_id: 100, start: '2024-01-19T09:00:00Z', end: '2024-01-19T10:00:00Z' },
    { created: (client, { id }) => cached('getTimeRequest', getTimeRequestQueryOptions(client, { id })) },
  ),
  mutation('rejectTimeRequest', rejectTimeRequestMutationOptions, { id: submitted, comment: 'Too long' }),
  mutation('approveTimeRequest', approveTimeRequestMutationOptions, { id: submitted }),

  mutation('approveLeave', approveLeaveMutationOptions, { leaveId: open }),
  mutation('rejectLeave', rejectLeaveMutationOptions, { leaveId: open, reason: 'Too long' }),

  mutation('createExpense', createExpenseMutationOptions, {
    expense_name: 'Taxi',
    date: '2024-01-19',
    amount: 12,
    category_id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  }),
  mutation('deleteExpense', deleteExpenseMutationOptions, { expenseId: submitted }),
  mutation('updateExpense', updateExpenseMutationOptions, { expenseId: submitted, amount: 99 }),

  mutation(
    'createWebhook',
    createWebhookMutationOptions,
    { url: 'https://example.com/new', events: ['tracker.started'] },
    {
      created: (client, { id }) => cached('getWebhook', getWebhookQueryOptions(client, { webhookId: id })),
    },
  ),
  mutation('deleteWebhook', deleteWebhookMutationOptions, { webhookId: 'abc123def456' }),
  mutation('updateWebhook', updateWebhookMutationOptions, {
    webhookId: 'abc123def456',
    url: 'https://example.com/moved',
  }),
];
