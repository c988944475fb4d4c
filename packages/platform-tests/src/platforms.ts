import { execFile, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { launchOptions } from '@webwork-sdk/chromium';
import { nodePath } from '@webwork-sdk/node-20';
import { binaryOf } from './binaries.ts';
import { bundleProgram, type Program } from './bundle-program.ts';

const run = promisify(execFile);
const deadlineMs = 45_000;

/** A place the client runs in: takes a scratch folder and the API's URL, gives what the program found. */
export type Platform = (folder: string, api: string, program: Program) => Promise<unknown>;

/** By the name people know it by. */
export const platforms: Readonly<Record<string, Platform>> = {
  'Node 20': (...given) => command(nodePath, [], ...given),
  'Node 24': (...given) => command(process.execPath, [], ...given),
  Bun: (...given) => command(binaryOf('bun', 'bin/bun'), ['run'], ...given),
  Deno: (...given) => command(binaryOf('deno', 'deno'), ['run', '--allow-net', '--no-config'], ...given),
  Chromium: inChromium,
  workerd: inWorkerd,
};

async function command(
  binary: string,
  args: readonly string[],
  folder: string,
  api: string,
  program: Program,
): Promise<unknown> {
  const main = await bundleProgram(folder, 'command', program);
  const env = { PATH: process.env['PATH'], HOME: folder, DENO_NO_UPDATE_CHECK: '1' };
  const { stdout } = await run(binary, [...args, main, api], { timeout: deadlineMs, cwd: folder, env });
  return JSON.parse(stdout);
}

/** A page of another origin than the API, as an app's is. */
async function inChromium(folder: string, api: string, program: Program): Promise<unknown> {
  const script = await readFile(await bundleProgram(folder, 'page', program), 'utf8');
  const site = createServer((request, response) => {
    const isScript = request.url === '/page.mjs';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.mjs"></script>');
  });
  const origin = `http://127.0.0.1:${await listen(site)}`;
  const browser = await playwright.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/?api=${encodeURIComponent(api)}`);
    await page.waitForFunction(() => 'findings' in globalThis, undefined, { timeout: deadlineMs });
    return await page.evaluate('globalThis.findings');
  } finally {
    await browser.close();
    site.close();
  }
}

/** workerd reaches public addresses only, unless its configuration allows more. */
async function inWorkerd(folder: string, api: string, program: Program): Promise<unknown> {
  await bundleProgram(folder, 'worker', program);
  const port = await freePort();
  const config = join(folder, 'config.capnp');
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker.mjs", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01", globalOutbound = "loopback")),
    (name = "loopback", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
  const server = spawn(binaryOf('workerd', 'bin/workerd'), ['serve', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return await (await untilItAnswers(`http://127.0.0.1:${port}/?api=${encodeURIComponent(api)}`)).json();
  } finally {
    server.kill();
  }
}

async function untilItAnswers(url: string): Promise<Response> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await fetch(url);
    } catch (cause) {
      if (performance.now() > end) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server.address());
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}
