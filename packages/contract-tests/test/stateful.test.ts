import { ApiError, WebWork } from '@webwork-sdk/client';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

// The client against a mock that remembers: what a call did is what the next call sees.
let mock: Mock;
let webwork: WebWork<'workspace_id'>;

beforeAll(async () => {
  mock = await startMock({ stateful: { itemsPerList: 45 } });
  webwork = new WebWork({ baseUrl: mock.url, token: 'a-token', workspace_id: 1, rateLimit: false });
});
beforeEach(() => {
  mock.reset();
  mock.clear();
});
afterAll(() => mock.close());

test('a viewer lives from its creation to its restoration', async () => {
  const { projectViewers } = webwork;
  const { id } = await projectViewers.create({ email: 'ann@example.com', firstname: 'Ann', lastname: 'Lee' });
  expect(await projectViewers.list({ email: 'ann@example.com' })).toMatchObject([{ id, firstname: 'Ann' }]);
  await projectViewers.delete({ viewerId: id });
  await expect(projectViewers.get({ viewerId: id })).rejects.toMatchObject({ status: 404 });
  await expect(projectViewers.get({ viewerId: id })).rejects.toBeInstanceOf(ApiError);
  await projectViewers.restore({ viewerId: id });
  expect(await projectViewers.get({ viewerId: id })).toMatchObject({ email: 'ann@example.com' });
});

test('a viewer of one workspace is not seen from another', async () => {
  const { id } = await webwork.projectViewers.create({
    email: 'ann@example.com',
    firstname: 'Ann',
    lastname: 'Lee',
  });
  expect(await webwork.projectViewers.list({ workspace_id: 2 })).toEqual([]);
  const elsewhere = await webwork.projectViewers.get({ viewerId: id, workspace_id: 2 }).result();
  expect(elsewhere).toMatchObject({ ok: false, error: { status: 404 } });
});

test('an iteration walks all pages, whatever the answer tells of totals', async () => {
  const totalsInMeta = await webwork.members.list().all();
  const totalsBesideMeta = await webwork.contracts.list({ per_page: 7 }).all();
  const noTotals = await webwork.projects.list({ per_page: 15 }).all();
  const pageOfFifty = await webwork.webhooks.list().all();
  const lengths = [totalsInMeta, totalsBesideMeta, noTotals, pageOfFifty].map((items) => items.length);
  expect(lengths).toEqual([45, 45, 45, 45]);
  expect(new Set(totalsInMeta.map(({ id }) => id)).size).toBe(45);
  // 45 of 20, of 7 and of 50 end by the totals; 45 of 15 is known to end at the empty fourth page.
  expect(mock.requests.length).toBe(3 + 7 + 4 + 1);
  expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
});

test('a task goes through its assignees, a timesheet through its approval', async () => {
  const task = { taskId: 500, project_id: 100 };
  await webwork.tasks.assign({ ...task, userId: 102 });
  await webwork.tasks.unassign({ ...task, userId: 100 });
  expect((await webwork.tasks.listAssignees(task)).map(({ id }) => id)).toEqual([101, 102]);

  const timesheetId = 'c3d4e5f6-a7b8-4012-9def-123456789012';
  const status = async (): Promise<unknown> =>
    (await webwork.timesheets.list({ id: timesheetId }))[0]?.status;
  await webwork.timesheets.submit({ timesheetId });
  expect(await status()).toBe('submitted');
  await webwork.timesheets.unsubmit({ timesheetId });
  expect(await status()).toBe('open');
  await webwork.timesheets.approve({ timesheetId });
  expect(await status()).toBe('approved');
});
