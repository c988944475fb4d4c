import { expect, test } from 'vitest';
import { methodName } from '../../src/model/method-name.ts';

const methods = [
  ['getProjectViewers', 'Project Viewers', 'list'],
  ['listTasks', 'Tasks', 'list'],
  ['fetchPolicies', 'Policies', 'list'],
  ['read_items', 'Items', 'list'],
  ['read_item', 'Items', 'get'],
  ['getProjectViewer', 'Project Viewers', 'get'],
  ['restoreProjectViewer', 'Project Viewers', 'restore'],
  ['createTask', 'tasks', 'create'],
  ['CreateTask', 'Tasks', 'create'],
  ['get_time_requests', 'TimeRequests', 'list'],
  ['repos/list-for-org', 'repos', 'listForOrg'],
  ['ProjectViewers_Get', 'Project Viewers', 'get'],
  ['task.create', 'Tasks', 'create'],
  ['code-scanning/list-alerts-2FA', 'code-scanning', 'listAlerts2Fa'],
  ['startTracker', 'Time Tracking', 'startTracker'],
  ['assignTaskToMember', 'Tasks', 'assignTaskToMember'],
  ['get', 'Tasks', 'get'],
  ['tasks', 'Tasks', 'tasks'],
] as const;

test.each(methods)('%s in %s is called %s', (operationId, group, want) => {
  expect(methodName(operationId, group)).toBe(want);
});
