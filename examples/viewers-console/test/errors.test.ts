import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { siteOfTests } from './console-page.ts';
import { hold, provoke } from './provoke.ts';

const site = siteOfTests();

const words: Readonly<Record<number, string>> = {
  400: 'The server refused this. An error occurred',
  401: 'Your session has ended. Sign in again to go on.',
  403: 'You may not do this. Ask an owner of the workspace.',
  404: 'This is no longer there. Someone may have removed it. Reload the page.',
  500: 'The server failed. Internal Server Error',
};

/** What the only alert says, without its button. */
async function alertOf(page: Page): Promise<string> {
  return (await page.getByRole('alert').locator('p').allInnerTexts()).join(' ');
}

test.each([
  [/\/api\/project-viewers$/, 400, 'John Doe viewer@example.com'],
  [/\/api\/project-viewers$/, 401, 'John Doe viewer@example.com'],
  [/\/api\/projects$/, 401, '0 contracts, due 2024-06-30'],
  [/\/api\/contracts$/, 401, 'Amara Okafor'],
  [/\/api\/workspaces$/, 401, 'WebWork Workspace · Executive manager'],
])('a list at %s that fails with %i says why, and is tried again', async (path, status, content) => {
  let end: (() => Promise<void>) | undefined;
  const page = await site.open({}, async (before) => {
    end = await provoke(before, ['GET', path], status);
  });
  await page.getByRole('alert').waitFor();
  expect(await alertOf(page)).toBe(words[status]);
  await end?.();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(content).first().waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a server that cannot be reached is no empty list', async () => {
  const page = await site.open({}, async (before) => {
    await before.route('**/api/project-viewers?**', (route) => route.abort());
  });
  await page.getByRole('alert').waitFor();
  expect(await alertOf(page)).toBe('The server cannot be reached. Check your connection.');
});

test('a page that fails leaves the ones before it, and is tried again', async () => {
  const page = await site.open();
  await page.getByText('20 viewers loaded').waitFor();
  const end = await provoke(page, ['GET', /\/api\/project-viewers$/], 400);
  await page.getByRole('rowheader').last().scrollIntoViewIfNeeded();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('rowheader').count()).toBe(20);
  await end();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('40 viewers loaded').waitFor();
});

test('lists that are on their way say so', async () => {
  let go: (() => void) | undefined;
  const page = await site.open({}, async (before) => {
    go = await hold(before, ['GET', /\/api\//]);
  });
  for (const what of ['viewers', 'contracts', 'projects'])
    await page.getByRole('status').getByText(`Loading ${what}`).waitFor();
  go?.();
  await page.getByText('20 viewers loaded').waitFor();
});

test('an invitation that is refused stays in the dialog', async () => {
  const page = await site.open();
  const end = await provoke(page, ['POST', /\/api\/project-viewers$/], 401);
  await page.getByRole('button', { name: 'Invite viewer' }).click();
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('ann@example.com');
  await page.getByRole('textbox', { name: 'First name' }).fill('Ann');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Lee');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await alertOf(page)).toBe(`The invitation was not sent. ${words[401]}`);
  await end();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a viewer who is archived is gone before the server answers, and back when it refuses', async () => {
  const page = await site.open();
  const end = await provoke(page, ['DELETE', /\/api\/project-viewers\/201$/], 401);
  const go = await hold(page, ['DELETE', /\/api\/project-viewers\/201$/]);
  await page.getByRole('button', { name: 'Archive Mina Sato', exact: true }).click();
  await page.getByText('Mina Sato is archived.').waitFor();
  await page.getByRole('rowheader', { name: 'mina.sato@example.com' }).waitFor({ state: 'detached' });
  go();
  await page.getByRole('rowheader', { name: 'mina.sato@example.com' }).waitFor();
  expect(await alertOf(page)).toBe(`The viewer was not archived. ${words[401]}`);
  expect(await page.getByText('Mina Sato is archived.').count()).toBe(0);
  await end();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Restore Mina Sato' }).waitFor();
});

test('a viewer who cannot be restored: each documented status has its words', async () => {
  const page = await site.open();
  await page.getByRole('button', { name: 'Archive Mina Sato', exact: true }).click();
  await page.locator('.archived-viewer [aria-disabled=false]').waitFor();
  let button = page.getByRole('button', { name: 'Restore Mina Sato' });
  for (const status of [400, 401, 403, 404]) {
    const end = await provoke(page, ['POST', /\/restore$/], status);
    await button.click();
    await expect
      .poll(() => alertOf(page), { timeout: 10_000 })
      .toBe(`Mina Sato was not restored. ${words[status]}`);
    await end();
    button = page.getByRole('button', { name: 'Try again' });
  }
  await button.click();
  await page.getByRole('rowheader', { name: 'mina.sato@example.com' }).waitFor();
});

test.each([
  ['POST', 'Mobile App Beta', 'The project was not assigned.'],
  ['DELETE', 'Marketing Campaign Q1', 'The project was not unassigned.'],
])(
  '%s: a tick shows before the server answers, and is taken back when it refuses',
  async (method, name, said) => {
    const page = await site.open();
    await provoke(page, [method, /assign-project$/], 401);
    const go = await hold(page, [method, /assign-project$/]);
    await page.getByRole('button', { name: 'Projects of John Doe', exact: true }).click();
    const box = page.getByRole('checkbox', { name, exact: true });
    await box.waitFor();
    const before = await box.isChecked();
    await box.click();
    await expect.poll(() => box.isChecked(), { timeout: 10_000 }).toBe(!before);
    go();
    await expect.poll(() => box.isChecked(), { timeout: 10_000 }).toBe(before);
    expect(await alertOf(page)).toBe(`${said} ${words[401]}`);
  },
);

test('a timer that is not started or stopped: each documented status has its words', async () => {
  const page = await site.open();
  let button = page.getByRole('button', { name: 'Start the timer' }).first();
  for (const [call, said, statuses] of [
    ['start', 'The timer was not started.', [400, 401]],
    ['stop', 'The timer was not stopped.', [400, 401, 500]],
  ] as const) {
    for (const status of statuses) {
      const end = await provoke(page, ['POST', new RegExp(`/time-tracking/${call}$`)], status);
      await button.click();
      await expect.poll(() => alertOf(page), { timeout: 10_000 }).toBe(`${said} ${words[status]}`);
      await end();
      button = page.getByRole('button', { name: 'Try again' });
    }
    await button.click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    button = page.getByRole('button', { name: 'Stop timer' });
  }
  await page.getByText('No timer was started here.').waitFor();
});
