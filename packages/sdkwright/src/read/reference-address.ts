import { dirname, resolve } from 'node:path';
import { isUrl } from './source.ts';

/**
 * Absolute path or URL of the file that a reference leads to, from the file it stands in (RFC 3986, section 5).
 * Undefined where it names neither a file nor an http(s) URL.
 */
export function addressOf(base: string, reference: string): string | undefined {
  const [target = ''] = reference.split('#');
  if (target === '') return base;
  if (isUrl(target) || isUrl(base)) return hrefOf(target, base);
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
  return resolve(dirname(base), decoded(target));
}

/** The pointer behind the `#`; empty where the whole file is meant. */
export function fragmentOf(reference: string): string {
  const start = reference.indexOf('#');
  return start === -1 ? '' : reference.slice(start);
}

function hrefOf(target: string, base: string): string | undefined {
  const url = URL.parse(target, isUrl(base) ? base : undefined);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray `%` is no escape: the name is meant as written.
    return path;
  }
}
