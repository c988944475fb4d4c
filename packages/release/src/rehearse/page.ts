import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { launchOptions } from '@webwork-sdk/chromium';
import { chromium } from 'playwright-core';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** What a built page shows in a browser once its list is there; what it shows instead after ten seconds. */
export async function visibleText(folder: string, api: string): Promise<string> {
  const site = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://site').pathname;
    const file = path === '/' ? '/index.html' : path;
    readFile(join(folder, file)).then(
      (text) => response.setHeader('content-type', types[extname(file)] ?? 'text/plain').end(text),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/?api=${encodeURIComponent(api)}`);
    await page.waitForSelector('li', { timeout: 10_000 }).catch(() => undefined);
    return (await page.locator('body').innerText()).trim();
  } finally {
    await browser.close();
    site.close();
    site.closeAllConnections();
  }
}
