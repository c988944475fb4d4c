import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { filledOnce } from './filled-once.ts';

/** What Playwright launches the tests' Chromium with. */
export interface LaunchOptions {
  readonly executablePath: string;
  readonly args: string[];
  readonly headless: boolean;
}

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The longest that unpacking may take, in milliseconds, on a machine that is busy with other tests. */
const deadlineMs = 120_000;

/** Unpacks Chromium where that was not done yet. */
export async function launchOptions(): Promise<LaunchOptions> {
  // Without WebGL, which would be drawn in software.
  chromium.setGraphicsMode = false;
  const folder = join(here('../node_modules/.cache'), `chromium-${await version()}`);
  await filledOnce(folder, unpack);
  return {
    executablePath: join(folder, 'chromium'),
    // In a single process the first page that closes takes the browser with it.
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  };
}

/** It goes where TMPDIR leads, which is not ours to change for others in this process. */
async function unpack(scratch: string): Promise<void> {
  const env = { ...process.env, TMPDIR: scratch };
  await run(process.execPath, [here('unpack.ts')], { env, timeout: deadlineMs });
}

async function version(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version: own }: { readonly version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return own;
}
