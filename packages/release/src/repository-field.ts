import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { PublishedPackage } from '@webwork-sdk/package-tests';
import { originUrl } from './git.ts';

/**
 * Where the packages come from, as npm wants it: `git+https://github.com/acme/sdk.git`. A workflow of GitHub says it in
 * its environment, a clone by its remote `origin`; absent where neither is known.
 */
export async function repositoryUrl(
  root: string,
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (server && name) return publicUrl(`${server}/${name}`);
  return publicUrl((await originUrl(root)) ?? '');
}

/**
 * The public address of a git remote, without anybody's name or token in it. A folder has none, nor has a host that only
 * the settings of one machine know.
 */
export function publicUrl(remote: string): string | undefined {
  const [, scpHost, scpPath] = /^(?:[^@:/]+@)?([^@:/]+\.[^@:/]+):(?!\/\/)(.+)$/.exec(remote) ?? [];
  const address = scpHost === undefined ? remote.replace(/^git\+/, '') : `ssh://${scpHost}/${scpPath}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(address);
  const path = pathname.replaceAll(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (!hostname.includes('.') || path === '') return undefined;
  // Their ports are not that of the web server beside them.
  if (/^(?:ssh|git):$/.test(protocol)) return `git+https://${hostname}/${path}.git`;
  return /^https?:$/.test(protocol) ? `git+${protocol}//${host}/${path}.git` : undefined;
}

/** Says in the manifests that do not say it yet where their packages come from. */
export async function writeRepository(
  root: string,
  url: string,
  packages: readonly PublishedPackage[],
): Promise<void> {
  for (const { folder, manifest } of packages) {
    if (manifest.repository !== undefined) continue;
    const path = join(folder, 'package.json');
    const directory = relative(root, folder).replaceAll('\\', '/');
    const fields = Object.entries(JSON.parse(await readFile(path, 'utf8')));
    const license = fields.findIndex(([name]) => name === 'license');
    // Where the formatter wants it.
    fields.splice(license === -1 ? fields.length : license + 1, 0, [
      'repository',
      { type: 'git', url, directory },
    ]);
    await writeFile(path, `${JSON.stringify(Object.fromEntries(fields), null, 2)}\n`);
  }
}
