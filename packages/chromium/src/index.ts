import chromium from '@sparticuz/chromium';

/** What Playwright launches the tests' Chromium with. */
export interface LaunchOptions {
  readonly executablePath: string;
  readonly args: string[];
  readonly headless: boolean;
}

/** Unpacks Chromium where that was not done yet. */
export async function launchOptions(): Promise<LaunchOptions> {
  // Without WebGL, which would be drawn in software.
  chromium.setGraphicsMode = false;
  return {
    executablePath: await chromium.executablePath(),
    // In a single process the first page that closes takes the browser with it.
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  };
}
