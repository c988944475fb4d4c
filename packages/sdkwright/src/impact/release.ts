import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SdkwrightError } from '../diagnostics/diagnostic.ts';
import { shippedPath } from '../emit/document/emit-document.ts';
import { objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { parseSource } from '../read/parse.ts';
import type { Project } from './project.ts';

const run = promisify(execFile);

/** `1.0.0`, `2.0.0-beta.1`: a version of the packages. All else is a path or a URL. */
export function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(text);
}

/**
 * The document that a release of the packages was made from: out of the installed types package where it is that
 * release, else out of the one that npm gets from the registry it is set to. `undefined` asks for the installed one.
 * @throws SdkwrightError where there is no such release, or it has no document.
 */
export async function documentOfRelease(
  { typesFolder, scope }: Project,
  version: string | undefined,
): Promise<JsonObject> {
  const installed = await versionIn(typesFolder);
  if (version === undefined || version === installed)
    return await documentIn(typesFolder, `${scope}/types ${installed}`);
  const folder = await mkdtemp(join(tmpdir(), 'sdkwright-impact-'));
  try {
    await install(folder, `${scope}/types@${version}`);
    return await documentIn(join(folder, 'node_modules', scope, 'types'), `${scope}/types ${version}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the client of the installed packages is called; undefined where they do not say. */
export async function installedName({ typesFolder }: Project): Promise<string | undefined> {
  const text = await readFile(join(typesFolder, shippedPath), 'utf8').catch(() => '{}');
  return stringAt(objectAt(parseSource({ location: shippedPath, text }), 'x-sdk'), 'name');
}

async function versionIn(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return String(Reflect.get(Object(manifest), 'version'));
}

async function documentIn(folder: string, release: string): Promise<JsonObject> {
  const location = join(folder, shippedPath);
  const text = await readFile(location, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new SdkwrightError([
      {
        code: 'release-unreadable',
        severity: 'error',
        message: `${release} has no ${shippedPath}`,
        help: 'It is older than the command. Give the document that it was made from.',
      },
    ]);
  const { 'x-generated': _, ...document } = parseSource({ location, text });
  return document;
}

/** By npm, so that the user's registry, proxy and credentials are used. */
async function install(folder: string, release: string): Promise<void> {
  const flags = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--no-package-lock'];
  try {
    await run('npm', ['install', '--prefix', folder, ...flags, release], { timeout: 120_000 });
  } catch (cause) {
    const stderr = String(Reflect.get(Object(cause), 'stderr') || cause);
    const [line] = stderr.split('\n').filter((each) => /err/i.test(each));
    throw new SdkwrightError([
      {
        code: 'release-unreadable',
        severity: 'error',
        message: `npm cannot install ${release}: ${line ?? stderr.slice(0, 200)}`,
        help: 'Check the version and the registry, or give the document that it was made from.',
      },
    ]);
  }
}
