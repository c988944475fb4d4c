import { throwOnErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject } from '../model/json.ts';
import { checkExtensions } from './extensions.ts';
import { locateAll, locating } from './locate.ts';
import { checkOperationIds } from './operation-ids.ts';
import { nameReferences } from './name-references.ts';
import { applyOverlay } from './overlay.ts';
import { traceToOverlay } from './overlay-origin.ts';
import { parseSource } from './parse.ts';
import { checkReferences } from './references.ts';
import { readSource, type Source } from './source.ts';
import { checkVersion } from './version.ts';

export interface ReadOptions {
  /** Path or URL of an OpenAPI Overlay 1.0 that corrects or completes the document. */
  readonly overlay?: string;
}

/**
 * Loads a document, applies the overlay, checks what every later step relies on and names what is referred to.
 * @throws SdkwrightError with every problem found, each with its place.
 */
export async function readDocument(location: string, options: ReadOptions = {}): Promise<JsonObject> {
  const [source, overlaySource] = await Promise.all([
    readSource(location),
    options.overlay === undefined ? undefined : readSource(options.overlay),
  ]);
  return checkedDocument(source, overlaySource);
}

/** The same for texts that were read already. */
export function checkedDocument(source: Source, overlaySource?: Source): JsonObject {
  const original = parseSource(source);
  throwOnErrors(locateAll(source, checkVersion(original, source.location)));
  if (!overlaySource) {
    throwOnErrors(locateAll(source, checkDocument(original, source.location)));
    return nameReferences(original);
  }
  const overlay = parseSource(overlaySource);
  const file = overlaySource.location;
  const document = locating(overlaySource, () => applyOverlay(original, overlay, file));
  const diagnostics = traceToOverlay(checkDocument(document, source.location), document, overlay, file);
  throwOnErrors(locateAll(overlaySource, locateAll(source, diagnostics)));
  return nameReferences(document);
}

/** What every later step relies on. */
function checkDocument(document: JsonObject, file: string): Diagnostic[] {
  return [
    ...checkReferences(document, file),
    ...checkOperationIds(document, file),
    ...checkExtensions(document, file),
  ];
}
