import { expect, test } from 'vitest';
import { asked } from './asked.ts';
import { siteOfTests } from './console-page.ts';

const site = siteOfTests();

test('scrolling loads page after page, to the end', async () => {
  const page = await site.open();
  await page.getByText('20 viewers loaded').waitFor();
  const rows = page.getByRole('rowheader');
  while (!(await page.getByText('All 60 viewers').isVisible())) {
    await rows.last().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2000);
  }
  expect(await rows.count()).toBe(60);
  expect(asked(site.mock, 'GET').filter((request) => request.includes('viewers'))).toEqual([
    'GET /project-viewers?workspace_id=1',
    'GET /project-viewers?workspace_id=1&page=2',
    'GET /project-viewers?workspace_id=1&page=3',
    'GET /project-viewers?workspace_id=1&page=4',
  ]);
});

test('a search by e-mail shows the one viewer, and clearing it all of them', async () => {
  const page = await site.open();
  const field = page.getByRole('textbox', { name: 'Search by e-mail' });
  await field.fill('mina.sato@example.com');
  await field.press('Enter');
  await page.getByText('1 viewer', { exact: true }).waitFor();
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
    expect.stringContaining('mina.sato@example.com'),
  ]);
  expect(asked(site.mock, 'GET')).toContain(
    'GET /project-viewers?workspace_id=1&email=mina.sato@example.com',
  );
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText('20 viewers loaded').waitFor();
});

test('a search without a match says so, and leads back', async () => {
  const page = await site.open();
  await page.getByRole('textbox', { name: 'Search by e-mail' }).fill('nobody@example.com');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText('No viewer has the address nobody@example.com.').waitFor();
  await page.getByRole('button', { name: 'Show all viewers' }).click();
  await page.getByText('20 viewers loaded').waitFor();
});

test('a workspace without anything says so in each list', async () => {
  const page = await site.open({}, async (fresh) => {
    // The mock has its examples in workspace 1 only.
    await fresh.route('**/api/*?*workspace_id=1*', (route, request) =>
      route.continue({ url: request.url().replace('workspace_id=1', 'workspace_id=2') }),
    );
  });
  for (const text of ['No viewers yet. Invite a client', 'No projects yet.', 'No contracts yet.'])
    await page.getByText(text).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
});

test('a part of an address is not sent', async () => {
  const page = await site.open();
  const field = page.getByRole('textbox', { name: 'Search by e-mail' });
  await field.fill('mina');
  await field.press('Enter');
  await page.getByText('Enter a whole address').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(asked(site.mock, 'GET').filter((request) => request.includes('email'))).toEqual([]);
});

test('an invited viewer is in the list, and the dialog is done with the keyboard alone', async () => {
  const page = await site.open();
  const invite = page.getByRole('button', { name: 'Invite viewer' });
  await invite.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).focus();
  for (const text of ['ann@example.com', 'Ann', 'Lee']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('textbox', { name: 'Last name' }).press('Enter');
  await page.getByText('ann@example.com is invited.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await invite.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(asked(site.mock, 'POST')).toEqual([
    'POST /project-viewers {"workspace_id":1,"email":"ann@example.com","firstname":"Ann","lastname":"Lee"}',
  ]);
  await page.getByRole('textbox', { name: 'Search by e-mail' }).fill('ann@example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: 'Ann Lee ann@example.com' }).waitFor();
});

test('an invitation that lacks something goes to the first field that is wrong', async () => {
  const page = await site.open();
  await page.getByRole('button', { name: 'Invite viewer' }).click();
  await page.getByRole('textbox', { name: 'First name' }).fill('  ');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('Enter the first name.').waitFor();
  const email = page.getByRole('textbox', { name: 'E-mail', exact: true });
  expect(await email.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(asked(site.mock, 'POST')).toEqual([]);
});

test('an archived viewer leaves the list and comes back', async () => {
  const page = await site.open();
  const row = page.getByRole('rowheader', { name: 'mina.sato@example.com' });
  await page.getByRole('button', { name: 'Archive Mina Sato', exact: true }).click();
  await page.getByText('Mina Sato is archived.').waitFor();
  await row.waitFor({ state: 'detached' });
  const restore = page.getByRole('button', { name: 'Restore Mina Sato', exact: true });
  expect(await restore.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.locator('.archived-viewer [aria-disabled=false]').waitFor();
  await restore.press('Enter');
  await row.waitFor();
  await page.getByText('Mina Sato is archived.').waitFor({ state: 'detached' });
  expect(asked(site.mock, 'POST', 'DELETE')).toEqual([
    'DELETE /project-viewers/201 {"workspace_id":1}',
    'POST /project-viewers/201/restore {"workspace_id":1}',
  ]);
});

test('a project is assigned and unassigned', async () => {
  const page = await site.open();
  await page.getByRole('button', { name: 'Projects of John Doe', exact: true }).click();
  const chips = page.locator('tr', { hasText: ' viewer@example.com' }).getByRole('listitem');
  // Not check() and uncheck(): they look in the same instant, and a tick comes from the cache a moment later.
  for (const [name, want] of [
    ['Mobile App Beta', true],
    ['Marketing Campaign Q1', false],
  ] as const) {
    const box = page.getByRole('checkbox', { name, exact: true });
    await box.click();
    await expect.poll(() => box.isChecked(), { timeout: 10_000 }).toBe(want);
  }
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => chips.allInnerTexts(), { timeout: 10_000 }).toEqual(['Mobile App Beta']);
  expect(asked(site.mock, 'POST', 'DELETE')).toEqual([
    'POST /project-viewers/100/assign-project {"workspace_id":1,"project_id":102}',
    'DELETE /project-viewers/100/unassign-project {"workspace_id":1,"project_id":100}',
  ]);
});

test("a timer is started on a contract of one's own, and stopped", async () => {
  const page = await site.open();
  await page.getByRole('button', { name: 'Start the timer on Marketing Campaign Q1' }).first().click();
  await page.getByText('Running: Marketing Campaign Q1').waitFor();
  await page
    .getByRole('timer')
    .filter({ hasText: /00:00:0[1-9]/ })
    .waitFor();
  const stop = page.getByRole('button', { name: 'Stop timer' });
  expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: 'Start the timer' }).count()).toBe(0);
  await stop.press('Enter');
  await page.getByText('No timer was started here.').waitFor();
  await page.getByRole('button', { name: 'Start the timer' }).first().waitFor();
  expect(asked(site.mock, 'POST')).toEqual([
    'POST /time-tracking/start {"workspace_id":1,"user_id":100,"contract_id":100}',
    'POST /time-tracking/stop',
  ]);
});
