import { SdkwrightError, throwOnErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject } from '../model/json.ts';
import { bundleReferences, type Bundle } from './bundle-references.ts';
import { checkExtensions } from './extensions.ts';
import { locateAll, locating } from './locate.ts';
import { nameReferences } from './name-references.ts';
import { traceToFiles } from './origins.ts';
import { applyOverlay } from './overlay.ts';
import { traceToOverlay } from './overlay-origin.ts';
import { parseSource } from './parse.ts';
import { DocumentFiles } from './referenced-files.ts';
import { checkReferences } from './references.ts';
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
  const [source, overlaySource] = await Promise.all([
    readSource(location),
    options.overlay === undefined ? undefined : readSource(options.overlay),
  ]);
  const original = parseSource(source);
  throwOnErrors(locateAll(source, checkVersion(original, source.location)));
  const files = await DocumentFiles.begin(location, source, original, options.allowRefs ?? []);
  try {
    const { document, origins } = await bundleReferences(files);
    return finished({ source, document, origins }, overlaySource);
  } catch (error) {
    throw error instanceof SdkwrightError ? new SdkwrightError(files.locate(error.diagnostics)) : error;
  }
}

/** The same for texts that were read already, where the document is one file. */
export function checkedDocument(source: Source, overlaySource?: Source): JsonObject {
  const document = parseSource(source);
  return locating(source, () => {
    throwOnErrors(checkVersion(document, source.location));
    return finished({ source, document, origins: new Map() }, overlaySource);
  });
}

interface ReadDocument {
  readonly source: Source;
  readonly document: JsonObject;
  readonly origins: Bundle['origins'];
}

/** Problems of the overlay have their lines; those of the document get them from whoever has its files. */
function finished({ source, document, origins }: ReadDocument, overlaySource?: Source): JsonObject {
  if (!overlaySource) {
    throwOnErrors(traceToFiles(checkDocument(document, source.location), origins, source.location));
    return nameReferences(document);
  }
  const overlay = parseSource(overlaySource);
  const file = overlaySource.location;
  return locating(overlaySource, () => {
    const changed = applyOverlay(document, overlay, file);
    const diagnostics = traceToOverlay(checkDocument(changed, source.location), changed, overlay, file);
    throwOnErrors(traceToFiles(diagnostics, origins, source.location));
    return nameReferences(changed);
  });
}

/** What every later step relies on. */
function checkDocument(document: JsonObject, file: string): Diagnostic[] {
  return [...checkReferences(document, file), ...checkExtensions(document, file)];
}
