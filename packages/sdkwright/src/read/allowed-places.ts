import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isUrl } from './source.ts';

/** Whether a file may be read because a document refers to it. */
export interface AllowedPlaces {
  readonly file: (realPath: string) => boolean;
  readonly url: (url: string) => boolean;
}

/**
 * A document may refer to what lies in its own folder, and to the folders and URLs that the user named: it must not
 * decide by itself which files of this machine are read, nor whom this machine calls.
 */
export async function allowedPlaces(root: string, named: readonly string[]): Promise<AllowedPlaces> {
  const ownUrl = isUrl(root) ? [new URL('.', root).href] : [];
  const ownFolder = isUrl(root) ? [] : [dirname(resolve(root))];
  const urls = [...ownUrl, ...named.filter(isUrl)].flatMap((each) => URL.parse(each) ?? []);
  const paths = [...ownFolder, ...named.filter((each) => !isUrl(each)).map((each) => resolve(each))];
  const folders = await Promise.all(paths.map(realOrSelf));
  return {
    file: (path) => folders.some((folder) => isInside(folder, path)),
    url: (url) => urls.some((each) => isBelow(each, new URL(url))),
  };
}

/** The path with its symbolic links followed; a path to nothing as it is. */
async function realOrSelf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function isBelow(allowed: URL, url: URL): boolean {
  const folder = allowed.pathname.endsWith('/') ? allowed.pathname : `${allowed.pathname}/`;
  return (
    url.origin === allowed.origin && (url.pathname === allowed.pathname || url.pathname.startsWith(folder))
  );
}
