import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What one clone built, for the next. */
export interface BuildCache {
  readonly url: string;
  /** The variables that make turbo use it. */
  readonly environment: Readonly<Record<'TURBO_API' | 'TURBO_TEAM' | 'TURBO_TOKEN', string>>;
  close(): Promise<void>;
}

export interface BuildCacheOptions {
  /** Folder of the artifacts; made where it is missing. */
  readonly storage: string;
  /** Default: a free one. */
  readonly port?: number;
  /** What clones have to know; default: a random one. */
  readonly token?: string;
}

/** The part of Fastify that is used here; turborepo-remote-cache comes without declarations. */
interface CacheServer {
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  close(): Promise<void>;
}

/** A cache of one repository has one team. */
const team = 'webwork-sdk';

/** The largest artifact that is taken, in bytes: far above the largest there is. */
const bodyLimit = 100_000_000;

const require = createRequire(import.meta.url);

/** Serves turbo's remote cache protocol on the loopback interface, from a folder. */
export async function startBuildCache({ storage, port = 0, token }: BuildCacheOptions): Promise<BuildCache> {
  await mkdir(storage, { recursive: true });
  const secret = token ?? randomBytes(24).toString('base64url');
  const {
    createApp,
  }: { readonly createApp: (options: object) => CacheServer } = require('turborepo-remote-cache');
  const server = createApp({
    logger: false,
    bodyLimit,
    configOverrides: {
      AUTH_MODE: 'static',
      TURBO_TOKEN: secret,
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: storage,
      STORAGE_PATH_USE_TMP_FOLDER: false,
    },
  });
  const url = await server.listen({ host: '127.0.0.1', port });
  return {
    url,
    environment: { TURBO_API: url, TURBO_TEAM: team, TURBO_TOKEN: secret },
    close: () => server.close(),
  };
}

/** How to use it, for a shell. A token that was given is not shown. */
export function usage({ environment }: BuildCache, isTokenGiven: boolean): string {
  const shown = { ...environment, ...(isTokenGiven && { TURBO_TOKEN: '$TURBO_TOKEN' }) };
  const lines = Object.entries(shown).map(([name, value]) => `  export ${name}="${value}"\n`);
  return `The build cache listens on ${environment.TURBO_API}. In each clone:\n\n${lines.join('')}\nCtrl+C stops it.\n`;
}
