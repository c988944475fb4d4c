import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { siteOfTests } from './console-page.ts';
import { provoke } from './provoke.ts';

const site = siteOfTests();

/** With UPDATE_SCREENSHOTS=1 the pictures of the documentation are taken anew. */
const pictures =
  process.env['UPDATE_SCREENSHOTS'] === '1'
    ? fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url))
    : undefined;

interface Look {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly before?: (page: Page) => Promise<unknown>;
  /** Leads to what is to be seen. */
  readonly reach: (page: Page) => Promise<unknown>;
}

const list = (page: Page): Promise<void> => page.getByText('20 viewers loaded').waitFor();
const dialog = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Projects of Mina Sato', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Mobile App Beta', exact: true }).waitFor();
};
const invitation = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Invite viewer' }).click();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('Enter the last name.').waitFor();
};
const activity = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start the timer' }).first().click();
  await page.getByText('Running: Marketing Campaign Q1').waitFor();
  await page.getByRole('button', { name: 'Archive Mina Sato', exact: true }).click();
  await page.locator('.archived-viewer [aria-disabled=false]').waitFor();
};
const refusal = (page: Page): Promise<unknown> => provoke(page, ['GET', /\/api\/project-viewers$/], 400);
const error = (page: Page): Promise<void> => page.getByRole('alert').waitFor();
const nothing = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Search by e-mail' }).fill('nobody@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('No viewer has the address').waitFor();
};

const dark = { colorScheme: 'dark' } as const;
const narrow = { viewport: { width: 390, height: 844 } };
const looks: readonly Look[] = [
  { name: 'list-light', reach: list },
  { name: 'list-dark', options: dark, reach: list },
  { name: 'dialog', reach: dialog },
  { name: 'dialog-dark', options: dark, reach: dialog },
  { name: 'invitation', reach: invitation },
  { name: 'invitation-dark', options: dark, reach: invitation },
  { name: 'activity', reach: activity },
  { name: 'activity-dark', options: dark, reach: activity },
  { name: 'error', before: refusal, reach: error },
  { name: 'error-dark', options: dark, before: refusal, reach: error },
  { name: 'nothing-found', reach: nothing },
  { name: 'narrow', options: narrow, reach: list },
];
const pictured: readonly string[] = ['list-light', 'list-dark', 'dialog', 'error', 'narrow'];

test.each(looks)('$name has nothing in the way of anyone', async ({ name, options, before, reach }) => {
  const page = await site.open({ ...options, reducedMotion: 'reduce' }, async (fresh) => {
    await before?.(fresh);
  });
  await page.getByText('More projects').waitFor();
  await reach(page);
  if (pictures !== undefined && pictured.includes(name)) {
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}${name}.png` });
  }
  expect(await violationsOf(page)).toEqual([]);
});

test('what stands below the list can be reached on a narrow page', async () => {
  const page = await site.open(narrow);
  await list(page);
  await page.getByRole('link', { name: 'Contracts' }).click();
  const heading = page.getByRole('heading', { name: 'Contracts' });
  await expect.poll(async () => (await heading.boundingBox())?.y, { timeout: 10_000 }).toBeLessThan(800);
  expect(await page.getByRole('rowheader').count()).toBe(20);
  await page.getByRole('button', { name: 'Load more viewers' }).click();
  await page.getByText('40 viewers loaded').waitFor();
});

test('nothing sticks out of a narrow page', async () => {
  const page = await site.open({ viewport: { width: 320, height: 640 } });
  await list(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
