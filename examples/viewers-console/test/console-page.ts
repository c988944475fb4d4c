import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '@webwork-sdk/chromium';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { siteConfig } from '../src/site.ts';

/** The built page, served in front of a mock with a memory, and a browser to open it in. */
interface Site {
  readonly mock: Mock;
  /** Opens the page afresh. The mock forgets what was done before, and what was asked. */
  open(options?: BrowserContextOptions, before?: (page: Page) => Promise<void>): Promise<OpenPage>;
  close(): Promise<void>;
}

interface OpenPage {
  readonly page: Page;
  /** Throws an Error with all that the browser's console and the mock said against the page. */
  close(): Promise<void>;
}

/** What the tests of one file share. A page that a test opened is closed after it, and its complaints fail the test. */
interface SiteOfTests {
  readonly mock: Mock;
  open(...args: Parameters<Site['open']>): Promise<Page>;
}

export function siteOfTests(): SiteOfTests {
  let site: Site;
  const opened: OpenPage[] = [];
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.close());
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  return {
    get mock() {
      return site.mock;
    },
    open: async (...args) => {
      const page = await site.open(...args);
      opened.push(page);
      return page.page;
    },
  };
}

async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'viewers-console-'));
  const mock = await startMock({ stateful: { itemsPerList: 60 } });
  const config = { ...siteConfig(mock.url), build: { outDir: folder, emptyOutDir: true } };
  await build(config);
  const server = await preview(config);
  const browser = await playwright.launch(await launchOptions());
  return {
    mock,
    open: async (options, before) => {
      mock.reset();
      mock.clear();
      return openPage(browser, server, mock, options, before);
    },
    close: async () => {
      await Promise.all([browser.close(), server.close(), mock.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(
  browser: Browser,
  server: PreviewServer,
  mock: Mock,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<void>,
): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, ...options });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser's own line about an answer with an error status is no fault of the page.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await before?.(page);
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  return {
    page,
    close: async () => {
      await page.close();
      const violations = mock.requests.flatMap((request) => request.violations.map(({ message }) => message));
      const all = [...complaints, ...violations];
      if (all.length > 0) throw new Error(`the page is complained of:\n${all.join('\n')}`);
    },
  };
}
