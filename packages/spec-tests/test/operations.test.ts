import { expect, test } from 'vitest';

import { document, operations } from '../src/canonical.ts';
import { listAt, objectAt } from '../src/json.ts';

/** The v2 edition, tag by tag: the list is ours, so that a lost operation is noticed. */
const EDITION = {
  Workspaces: ['getWorkspaces'],
  Members: ['getMembers', 'inviteMember', 'getMember', 'updateMember', 'deleteMember'],
  Projects: ['getProjects', 'createProject', 'getProject', 'updateProject', 'deleteProject'],
  Tasks: [
    'getTasks',
    'createTask',
    'getTask',
    'updateTask',
    'deleteTask',
    'getTaskAssignees',
    'assignTask',
    'unassignTask',
  ],
  'Project Viewers': [
    'getProjectViewers',
    'createProjectViewer',
    'getProjectViewer',
    'deleteProjectViewer',
    'restoreProjectViewer',
    'assignProjectToViewer',
    'unassignProjectFromViewer',
  ],
  Contracts: ['getContracts', 'createContract', 'getContract', 'updateContract', 'deleteContract'],
  'Time Tracking': ['startTimeTracking', 'stopTimeTracking'],
  Timesheets: [
    'getTimesheets',
    'approveTimesheet',
    'rejectTimesheet',
    'submitTimesheet',
    'unsubmitTimesheet',
  ],
  'Time Requests': [
    'getTimeRequests',
    'createTimeRequest',
    'getTimeRequest',
    'rejectTimeRequest',
    'approveTimeRequest',
  ],
  Leaves: ['getLeaves', 'approveLeave', 'rejectLeave', 'getLeaveBalances', 'getLeavePolicies'],
  Expenses: ['getExpenses', 'createExpense', 'updateExpense', 'deleteExpense', 'getExpenseCategories'],
  Webhooks: ['getWebhooks', 'createWebhook', 'getWebhook', 'updateWebhook', 'deleteWebhook'],
  Reports: ['getTrackedHoursReport'],
};

test('the document has the 13 tags of the edition, in its order', () => {
  const tags = listAt(document['tags'], '/tags').map((tag) => objectAt(tag, '/tags')['name']);
  expect(tags).toHaveLength(13);
  expect(tags).toEqual(Object.keys(EDITION));
});

test('every tag holds its operations and no others, in order', () => {
  const byTag: Record<string, string[]> = {};
  for (const { id, node } of operations()) {
    const [tag, ...others] = listAt(node['tags'], id);
    expect(others, `${id} has one tag`).toEqual([]);
    (byTag[String(tag)] ??= []).push(id);
  }
  expect(byTag).toEqual(EDITION);
});

test('there are 59 operations, each with its own id', () => {
  const ids = operations().map(({ id }) => id);
  expect(ids).toHaveLength(59);
  expect(new Set(ids).size).toBe(59);
});

test('stopTimeTracking takes no body and answers with the four documented statuses', () => {
  const stop = operations().find(({ id }) => id === 'stopTimeTracking');
  expect(stop?.node['requestBody']).toBeUndefined();
  expect(Object.keys(objectAt(stop?.node['responses'], 'responses'))).toEqual(['200', '400', '401', '500']);
});
