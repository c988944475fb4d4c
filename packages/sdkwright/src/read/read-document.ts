import { SdkwrightError, throwOnErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutDeadReferences } from '../model/dead-references.ts';
import type { JsonObject } from '../model/json.ts';
import { bundleReferences, type Bundle } from './bundle-references.ts';
import { bindDynamicReferences } from './dynamic-references.ts';
import { checkExtensions } from './extensions.ts';
import { locateAll, locating } from './locate.ts';
import { nameReferences } from './name-references.ts';
import { asOpenapi31 } from './openapi-3-2.ts';
import { traceToFiles } from './origins.ts';
import { applyOverlay } from './overlay.ts';
import { traceToOverlay } from './overlay-origin.ts';
import { parseSource } from './parse.ts';
import { DocumentFiles } from './referenced-files.ts';
import { checkReferences, isDeadEnd, mendedReference } from './references.ts';
import { pointToIdentified } from './schema-identifiers.ts';
import { readSource, type Source } from './source.ts';
import { checkVersion } from './version.ts';

export interface ReadOptions {
  /** Path or URL of an OpenAPI Overlay 1.0 that corrects or completes the document. */
  readonly overlay?: string;
  /**
   * Folders and URLs that the document may refer to, with all that is below them. Its own folder is one always,
   * or what is beside and below its URL.
   */
  readonly allowRefs?: readonly string[];
}

/**
 * Loads a document with the files that it refers to, applies the overlay, checks what every later step relies on and
 * names what is referred to.
 * @throws SdkwrightError with every problem found, each with its place.
 */
export async function readDocument(location: string, options: ReadOptions = {}): Promise<JsonObject> {
  return (await read(location, options, throwOnErrors)).document;
}

/** A document that can be worked with, and what of it had to be left out. */
export interface MendedDocument {
  readonly document: JsonObject;
  readonly warnings: readonly Diagnostic[];
  /** Points what is found later at the file that it came from, with line and column where it stands as it was written. */
  readonly locate: Locate;
}

export type Locate = (diagnostics: readonly Diagnostic[]) => Diagnostic[];

/**
 * The same for documents that nobody here can correct: a reference to nothing within the document is a warning.
 * @throws SdkwrightError with every other problem.
 */
export async function readMended(location: string, options: ReadOptions = {}): Promise<MendedDocument> {
  const warnings: Diagnostic[] = [];
  const whole = await read(location, options, lenient(warnings));
  return mended(whole, warnings);
}

function lenient(warnings: Diagnostic[]): Judge {
  return (diagnostics) => {
    // Where others are left, all are told at once.
    if (!diagnostics.every(isDeadEnd)) throwOnErrors(diagnostics);
    warnings.push(...diagnostics.filter(isDeadEnd).map(mendedReference));
  };
}

function mended({ document, locate, warnings }: Located, dead: readonly Diagnostic[]): MendedDocument {
  const whole = dead.length === 0 ? document : withoutDeadReferences(document, () => {});
  return { document: whole, warnings: locate([...warnings, ...dead]), locate };
}

/** What is done with the problems of the parts, where the document as a whole can be read. */
type Judge = (diagnostics: readonly Diagnostic[]) => void;

interface Located {
  readonly document: JsonObject;
  readonly warnings: readonly Diagnostic[];
  readonly locate: Locate;
}

async function read(location: string, options: ReadOptions, judge: Judge): Promise<Located> {
  const [source, overlaySource] = await Promise.all([
    readSource(location),
    options.overlay === undefined ? undefined : readSource(options.overlay),
  ]);
  const original = pointToIdentified(parsedDocument(source));
  const files = await DocumentFiles.begin(location, source, original, options.allowRefs ?? []);
  try {
    const { document, origins } = await bundleReferences(files);
    const whole = finished({ source, document, origins }, judge, overlaySource);
    return { ...whole, locate: (diagnostics) => files.locate(whole.locate(diagnostics)) };
  } catch (error) {
    throw error instanceof SdkwrightError ? new SdkwrightError(files.locate(error.diagnostics)) : error;
  }
}

/** An OpenAPI document as it was written, of which nothing but that is known yet. @throws SdkwrightError. */
export function parsedDocument(source: Source): JsonObject {
  const document = parseSource(source);
  throwOnErrors(locateAll(source, checkVersion(document, source.location)));
  return document;
}

/** What `readDocument` does for texts that were read already, where the document is one file. */
export function checkedDocument(source: Source, overlaySource?: Source): MendedDocument {
  return mended(checked(source, overlaySource, throwOnErrors), []);
}

function checked(source: Source, overlaySource: Source | undefined, judge: Judge): Located {
  const document = pointToIdentified(parsedDocument(source));
  const whole = locating(source, () =>
    finished({ source, document, origins: new Map() }, judge, overlaySource),
  );
  return { ...whole, locate: (diagnostics) => locateAll(source, whole.locate(diagnostics)) };
}

/** As `checkedDocument`, but a reference to nothing within the document is a warning. */
export function mendedDocument(source: Source, overlaySource?: Source): MendedDocument {
  const warnings: Diagnostic[] = [];
  return mended(checked(source, overlaySource, lenient(warnings)), warnings);
}

interface ReadDocument {
  readonly source: Source;
  readonly document: JsonObject;
  readonly origins: Bundle['origins'];
}

/** Problems of the overlay have their lines; those of the document get them from whoever has its files. */
function finished(
  { source, document, origins }: ReadDocument,
  judge: Judge,
  overlaySource?: Source,
): Located {
  const inFiles: Locate = (diagnostics) => traceToFiles(diagnostics, origins, source.location);
  if (!overlaySource) return settled(document, source.location, judge, inFiles);
  const overlay = parseSource(overlaySource);
  const file = overlaySource.location;
  return locating(overlaySource, () => {
    const changed = applyOverlay(document, overlay, file);
    const locate: Locate = (diagnostics) => inFiles(traceToOverlay(diagnostics, changed, overlay, file));
    const whole = settled(changed, source.location, judge, locate);
    return { ...whole, locate: (diagnostics) => locateAll(overlaySource, locate(diagnostics)) };
  });
}

/** The whole document in the words that every later step knows, and free of what would keep them from their work. */
function settled(given: JsonObject, file: string, judge: Judge, locate: Locate): Located {
  const { document: older, warnings } = asOpenapi31(given, file);
  const { document, problems } = bindDynamicReferences(older, file);
  judge(locate([...checkDocument(document, file), ...problems]));
  return { document: nameReferences(document), warnings, locate };
}

/** What every later step relies on. */
function checkDocument(document: JsonObject, file: string): Diagnostic[] {
  return [...checkReferences(document, file), ...checkExtensions(document, file)];
}
