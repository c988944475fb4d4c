import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentHash, hashDocument, startMock, type Mock } from '../src/index.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test('without options it serves the document that the packages were generated from', () => {
  expect(hashDocument(mock.document)).toBe(documentHash);
});

test('another document is refused, unless it is asked for', async () => {
  const document = { openapi: '3.1.0', info: { title: 'Other', version: '1' }, paths: {} };
  await expect(startMock({ document })).rejects.toMatchObject({ code: 'document-mismatch' });
  const other = await startMock({ document, expectedHash: false });
  await other.close();
});

test('what the document of the SDK lets one infer', () => {
  expect(`\n${mock.inferred()}\n`).toBe(`
GET    /workspaces                                   list workspaces; paged with page, per_page
GET    /members                                      list members; within workspace_id; by email, status, role (current_role); paged with page, per_page
POST   /members                                      create member
GET    /members/{memberId}                           get member
PUT    /members/{memberId}                           update member
DELETE /members/{memberId}                           remove member
GET    /projects                                     list projects; within workspace_id; by name in part; paged with page, per_page
POST   /projects                                     create project
GET    /projects/{projectId}                         get project
PUT    /projects/{projectId}                         update project
DELETE /projects/{projectId}                         remove project
GET    /tasks                                        list tasks; within workspace_id, project_id; by status, priority; paged with page, per_page
POST   /tasks                                        create task
GET    /tasks/{taskId}                               get task
PUT    /tasks/{taskId}                               update task
DELETE /tasks/{taskId}                               remove task
GET    /tasks/{taskId}/assignees                     list assignees of task
POST   /tasks/{taskId}/assign/{userId}               add to assignees of task by userId
DELETE /tasks/{taskId}/unassign/{userId}             take from assignees of task by userId
GET    /project-viewers                              list project viewers; within workspace_id; by email; paged with page, per_page
POST   /project-viewers                              create project viewer
GET    /project-viewers/{viewerId}                   get project viewer
DELETE /project-viewers/{viewerId}                   archive project viewer
POST   /project-viewers/{viewerId}/restore           restore project viewer
POST   /project-viewers/{viewerId}/assign-project    add to projects of project viewer by project_id
DELETE /project-viewers/{viewerId}/unassign-project  take from projects of project viewer by project_id
GET    /contracts                                    list contracts; within workspace_id; by project_id, user_id, status; paged with page, per_page
POST   /contracts                                    create contract
GET    /contracts/{contractId}                       get contract
PUT    /contracts/{contractId}                       update contract
DELETE /contracts/{contractId}                       remove contract
POST   /time-tracking/start                          as documented example
POST   /time-tracking/stop                           as documented example
GET    /timesheets                                   list timesheets; within workspace_id; by id, status, date_from from, date_to to; paged with page, per_page
PUT    /timesheets/{timesheetId}/approve             set status = "approved" of timesheet
PUT    /timesheets/{timesheetId}/reject              set status = "rejected", reject_reason of timesheet
PUT    /timesheets/{timesheetId}/submit              set status = "submitted", submitted_on = "2024-01-15T10:30:00Z" of timesheet
PUT    /timesheets/{timesheetId}/unsubmit            set status = "open", submitted_on = null of timesheet
GET    /time-requests                                list time requests; within workspace_id; by id, status, user_id; paged with page, per_page; ignoring date_from, date_to
POST   /time-requests                                create time request
GET    /time-requests/{id}                           get time request
POST   /time-requests/{id}/reject                    set status = "rejected", comment of time request
POST   /time-requests/{id}/approve                   set status = "approved" of time request
GET    /leaves                                       list leaves; within workspace_id; by id, is_paid, status, user_id; paged with page, per_page; ignoring policy_id, date_from, date_to
PUT    /leaves/{leaveId}/approve                     set status = "approved", approved_by = 101 of leave
PUT    /leaves/{leaveId}/reject                      set status = "rejected", rejected_by = 102, reject_reason of leave
GET    /leaves/balances                              list balances; within workspace_id; by user_id; paged with page; ignoring date_from, date_to
GET    /leaves/policies                              list policies; within workspace_id
GET    /expenses                                     list expenses; within workspace_id; by id; paged with page, per_page; ignoring date_from, date_to
POST   /expenses                                     create expense
PUT    /expenses/{expenseId}                         update expense
DELETE /expenses/{expenseId}                         remove expense
GET    /expenses/categories                          list categories; within workspace_id
GET    /webhooks                                     list webhooks; within workspace_id; paged with page
POST   /webhooks                                     create webhook
GET    /webhooks/{webhookId}                         get webhook
PUT    /webhooks/{webhookId}                         update webhook
DELETE /webhooks/{webhookId}                         remove webhook
GET    /reports/tracked-hours                        as documented example
`);
});
