import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { SdkwrightError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { authenticated, withoutCredentials } from './credentials.ts';

/** The text of a document and where it came from, as the user wrote it but for passwords. */
export interface Source {
  readonly location: string;
  readonly text: string;
}

/** Bytes; a document above this is refused before it is parsed. */
export const maxDocumentBytes: number = 64 * 1024 * 1024;

const fetchTimeoutMs = 30_000;

/**
 * Reads a document from a file or an `http(s)` URL. A user name and password in the URL are sent as basic
 * authentication (RFC 7617).
 * @throws SdkwrightError `document-not-found` or `document-too-large`.
 */
export async function readSource(location: string): Promise<Source> {
  if (isUrl(location)) return { location: withoutCredentials(location), text: await readUrl(location) };
  return { location, text: await readPath(location) };
}

/** Whether a location is an `http(s)` URL. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

export async function readPath(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > maxDocumentBytes) throw new SdkwrightError([tooLarge(path, size)]);
    // As one: told to decode, `readFile` does so piece by piece, which takes far longer.
    return (await readFile(path)).toString('utf8');
  } catch (cause) {
    if (cause instanceof SdkwrightError) throw cause;
    throw new SdkwrightError([unreadable(path, describeFileError(cause))]);
  }
}

export async function readUrl(location: string, how: RequestInit = {}): Promise<string> {
  const shown = withoutCredentials(location);
  try {
    const { url, headers } = authenticated(location);
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(fetchTimeoutMs),
      ...how,
    });
    if (!response.ok) throw new SdkwrightError([unreadable(shown, `the server answered ${response.status}`)]);
    return await readBody(response, shown);
  } catch (cause) {
    if (cause instanceof SdkwrightError) throw cause;
    throw new SdkwrightError([unreadable(shown, withoutCredentials(describeFetchError(cause)))]);
  }
}

/** `fetch failed` says nothing; the reason is in the cause. */
function describeFetchError(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}

/** Counts while it reads, so an endless or compressed body cannot fill the memory. */
async function readBody(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxDocumentBytes) throw new SdkwrightError([tooLarge(url, size)]);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function describeFileError(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'access was refused';
  return cause instanceof Error ? cause.message : String(cause);
}

function unreadable(location: string, reason: string): Diagnostic {
  const hint = extname(location) === '' ? ' Name the file itself, such as spec/openapi.yaml.' : '';
  const help = `Check the path; it is resolved against the current directory.${hint}`;
  return {
    code: 'document-not-found',
    severity: 'error',
    message: `cannot read "${location}": ${reason}`,
    help: isUrl(location) ? 'Check the URL, and whether this machine reaches it.' : help,
    location: { file: location },
  };
}

function tooLarge(location: string, size: number): Diagnostic {
  return {
    code: 'document-too-large',
    severity: 'error',
    message: `"${location}" holds more than ${maxDocumentBytes / 1024 / 1024} MiB (${size} bytes seen)`,
    help: 'Check that this is the right file.',
    location: { file: location },
  };
}
