import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { SdkwrightError, type Diagnostic, type SourceLocation } from '../diagnostics/diagnostic.ts';
import type { JsonObject } from '../model/json.ts';
import { allowedPlaces, type AllowedPlaces } from './allowed-places.ts';
import { withoutCredentials } from './credentials.ts';
import { locateAll } from './locate.ts';
import { parseSource } from './parse.ts';
import { isUrl, maxDocumentBytes, readPath, readUrl, type Source } from './source.ts';

/** A file that belongs to a document: the one the user named, or one that is referred to. */
export interface DocumentFile {
  /** Absolute path, or URL with credentials: what relative references in the file start from. */
  readonly address: string;
  readonly source: Source;
  /** The text as it is where the file is one, such as a description in Markdown. */
  readonly document: JsonObject | string;
}

/** The file that the user named. */
interface RootFile extends DocumentFile {
  readonly document: JsonObject;
}

/** A reference to a file that was not read yet. */
export interface WantedFile {
  readonly address: string;
  /** The `$ref` as it is written. */
  readonly reference: string;
  /** Where it stands. */
  readonly location: SourceLocation;
}

/** More files than this are no document any more; the largest that are known have about 2,000. */
const maxFiles = 5000;

/** For all URLs of a document together. */
const fetchTimeoutMs = 120_000;

const atOnce = 16;

/** The files of a document, read on demand. A document is untrusted: it is followed only where that is allowed. */
export class DocumentFiles {
  readonly root: RootFile;
  readonly #location: string;
  readonly #allowed: AllowedPlaces;
  readonly #byAddress: Map<string, DocumentFile>;
  /** By the path without symbolic links, so that no file is read twice. */
  readonly #byIdentity = new Map<string, DocumentFile>();
  readonly #deadline = AbortSignal.timeout(fetchTimeoutMs);
  #bytes: number;

  private constructor(location: string, root: RootFile, allowed: AllowedPlaces) {
    this.root = root;
    this.#location = location;
    this.#allowed = allowed;
    this.#byAddress = new Map([[root.address, root]]);
    this.#bytes = root.source.text.length;
  }

  /** The location is what the user gave, credentials included. */
  static async begin(
    location: string,
    source: Source,
    document: JsonObject,
    allowed: readonly string[],
  ): Promise<DocumentFiles> {
    const address = isUrl(location) ? new URL(location).href : resolve(location);
    const files = new DocumentFiles(
      location,
      { address, source, document },
      await allowedPlaces(location, allowed),
    );
    files.#byIdentity.set(isUrl(address) ? address : await realpath(address), files.root);
    return files;
  }

  at(address: string): DocumentFile | undefined {
    return this.#byAddress.get(address);
  }

  get count(): number {
    return this.#byAddress.size;
  }

  /** Adds line and column to every diagnostic that points into one of the files. */
  locate(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    return [...this.#byAddress.values()].reduce<Diagnostic[]>(
      (located, { source }) => locateAll(source, located),
      [...diagnostics],
    );
  }

  /** Reads what is wanted. Gives a diagnostic for each file that is refused, missing or no document. */
  async read(wanted: readonly WantedFile[]): Promise<Diagnostic[]> {
    if (this.count + wanted.length > maxFiles) {
      return [tooLarge(this.#location, `refers to more than ${maxFiles} files`)];
    }
    const problems: Diagnostic[] = [];
    for (let first = 0; first < wanted.length; first += atOnce) {
      const some = wanted.slice(first, first + atOnce).map(async (file) => await this.#readOne(file));
      problems.push(...(await Promise.all(some)).flat());
      if (this.#bytes > maxDocumentBytes) {
        const limit = `${maxDocumentBytes / 1024 / 1024} MiB`;
        return [tooLarge(this.#location, `and the files it refers to hold more than ${limit}`)];
      }
    }
    return problems;
  }

  async #readOne(wanted: WantedFile): Promise<readonly Diagnostic[]> {
    try {
      const file = isUrl(wanted.address) ? await this.#fetch(wanted) : await this.#open(wanted);
      this.#byAddress.set(wanted.address, file);
      return [];
    } catch (cause) {
      if (!(cause instanceof SdkwrightError)) throw cause;
      return cause.diagnostics.map((diagnostic) => atReference(diagnostic, wanted));
    }
  }

  async #fetch(wanted: WantedFile): Promise<DocumentFile> {
    const { address } = wanted;
    if (!this.#allowed.url(address)) throw refused(wanted, 'leads to a URL');
    // A redirect would lead to where nobody allowed.
    const text = await readUrl(address, { redirect: 'error', signal: this.#deadline });
    return this.#parsed(address, { location: withoutCredentials(address), text });
  }

  async #open(wanted: WantedFile): Promise<DocumentFile> {
    const { address } = wanted;
    const identity = await identityOf(wanted);
    // Said alike whether there is a file or none: a document must not find out what this machine has.
    if (isUrl(this.#location) || !this.#allowed.file(identity)) {
      throw refused(wanted, 'leads out of the folder of the document');
    }
    const known = this.#byIdentity.get(identity);
    if (known) return known;
    const location = this.#shown(address);
    if (!(await isFile(identity))) throw unresolved(wanted, `there is no file "${location}"`);
    const text = await readPath(identity);
    // Another reference may have brought it meanwhile.
    const file = this.#byIdentity.get(identity) ?? this.#parsed(address, { location, text });
    this.#byIdentity.set(identity, file);
    return file;
  }

  #parsed(address: string, source: Source): DocumentFile {
    this.#bytes += source.text.length;
    return { address, source, document: isText(address) ? source.text : parseSource(source) };
  }

  /** As the user would write it: from where the document was given from. */
  #shown(path: string): string {
    return join(dirname(this.#location), relative(dirname(this.root.address), path));
  }
}

/** Whether the file is no part of a document but prose: Redocly has descriptions in files of their own. */
function isText(address: string): boolean {
  return /\.(md|markdown|txt)$/i.test(address);
}

/** A path to nothing is known by the nearest folder that there is, so that its links are followed too. */
async function identityOf(wanted: WantedFile): Promise<string> {
  const { address } = wanted;
  if (address.includes('\0')) throw unresolved(wanted, 'it is no path');
  for (let path = address; ; path = dirname(path)) {
    try {
      return join(await realpath(path), relative(path, address));
    } catch {
      if (dirname(path) === path) return address;
    }
  }
}

/** Reading a pipe or a device may never end. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** What could not be read is told at the `$ref`; what does not parse where it stands. */
function atReference(diagnostic: Diagnostic, wanted: WantedFile): Diagnostic {
  if (diagnostic.code !== 'document-not-found') return diagnostic;
  const [problem] = unresolved(wanted, diagnostic.message).diagnostics;
  return problem ?? diagnostic;
}

function unresolved({ reference, location }: WantedFile, reason: string): SdkwrightError {
  return new SdkwrightError([
    {
      code: 'reference-unresolved',
      severity: 'error',
      message: `$ref "${withoutCredentials(reference)}" leads to nothing: ${reason}`,
      help: 'Correct the $ref; it is relative to the file that it stands in.',
      location,
    },
  ]);
}

function refused({ reference, location }: WantedFile, fact: string): SdkwrightError {
  return new SdkwrightError([
    {
      code: 'reference-refused',
      severity: 'error',
      message: `$ref "${withoutCredentials(reference)}" ${fact}`,
      help: 'If you trust it, name the folder or the URL with `--allow-refs`.',
      location,
    },
  ]);
}

function tooLarge(location: string, fact: string): Diagnostic {
  const file = withoutCredentials(location);
  return {
    code: 'document-too-large',
    severity: 'error',
    message: `"${file}" ${fact}`,
    help: 'Check that this is the right document.',
    location: { file },
  };
}
