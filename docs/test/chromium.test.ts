import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '@webwork-sdk/chromium';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type ServedFolder } from './serve-folder.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let served: ServedFolder;
let browser: Browser;
beforeAll(async () => {
  served = await serveFolder(here('../.vitepress/dist/'));
  browser = await chromium.launch(await launchOptions());
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What the page looks like, for whoever wants to see; with UPDATE_SCREENSHOTS=1 the picture of the documentation. */
const picture = here(
  process.env['UPDATE_SCREENSHOTS'] === '1' ? '../screenshots/site.png' : '../.report/site.png',
);

test('a search for an operation leads to its page', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Search' }).first().click();
  await page.getByRole('searchbox').fill('assignProjectToViewer');
  await page.locator('#localsearch-list a', { hasText: 'Assign' }).first().click();
  await page.waitForURL('**/operations/project-viewers/assignProjectToViewer*');
  await page.getByRole('heading', { level: 1, name: 'Assign a project to a viewer' }).waitFor();
  for (const name of ['Call', 'Input', 'Result', 'Errors', 'Cache effects'])
    await page.getByRole('heading', { level: 2, name, exact: false }).first().waitFor();
  await page.evaluate(() => globalThis.scrollTo(0, 0));
  await page.screenshot({ path: picture });
  expect(complaints).toEqual([]);
  await page.close();
});
