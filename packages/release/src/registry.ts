import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);

/** Its own declarations import some that no package has, so the compiler must not see them. */
const verdaccio: { readonly runServer: (config: object) => Promise<Server> } = require('verdaccio');

/** A registry on this machine, for rehearsals and tests. */
export interface Registry {
  /** With the slash at its end that package managers want. */
  readonly url: string;
  close(): Promise<void>;
}

export interface RegistryOptions {
  /** An empty folder, for what is published and what was fetched from above. */
  readonly storage: string;
  /** Names that anyone on this machine may publish, and that are never looked for elsewhere. */
  readonly own: readonly string[];
  /** Where all other packages come from; default: nowhere. */
  readonly upstream?: string;
}

/** Starts a Verdaccio in this process, on a free port of the loopback interface. */
export async function startRegistry({ storage, own, upstream }: RegistryOptions): Promise<Registry> {
  await mkdir(storage, { recursive: true });
  const open = { access: '$all', publish: '$all' };
  const others = upstream === undefined ? {} : { '**': { access: '$all', proxy: 'upstream' } };
  const server = await verdaccio.runServer({
    storage,
    configPath: join(storage, 'config.yaml'),
    uplinks: upstream === undefined ? {} : { upstream: { url: upstream, ...proxies(), timeout: '60s' } },
    packages: { ...Object.fromEntries(own.map((name) => [name, open])), ...others },
    web: { enable: false },
    // Who installs reads of a failure from the package manager; nobody would read it here.
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The registry has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Makes npm and pnpm take this registry for theirs, whatever the machine's settings say. */
export function registryEnvironment(url: string): Record<string, string> {
  const names = ['npm_config_registry', 'pnpm_config_registry'];
  return Object.fromEntries(names.flatMap((name) => [name, name.toUpperCase()]).map((name) => [name, url]));
}

/** Verdaccio itself does not look for the proxies of the environment. */
function proxies(): Record<string, string> {
  const named = { http_proxy: process.env['HTTP_PROXY'], https_proxy: process.env['HTTPS_PROXY'] };
  const found = Object.entries(named).map(([name, value]) => [name, process.env[name] ?? value] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}
