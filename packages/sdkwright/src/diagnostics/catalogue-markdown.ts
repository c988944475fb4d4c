import { catalogue, type CatalogueEntry } from './catalogue.ts';

/** Between these two lines of a document stands what `withCatalogue` writes. */
export const catalogueMarkers = ['<!-- diagnostics:start -->', '<!-- diagnostics:end -->'] as const;

/** Every code with its title, cause and remedy, as Markdown sections in the order of the catalogue. */
export function catalogueMarkdown(entries: Readonly<Record<string, CatalogueEntry>> = catalogue): string {
  return Object.entries(entries)
    .map(
      ([code, { title, cause, fix }]) =>
        `## ${code}\n\n${title}.\n\n- Cause: ${cause}\n- Next step: ${fix}\n`,
    )
    .join('\n');
}

/**
 * The document with the catalogue between its markers.
 * @throws Error where the document does not have both markers, in their order.
 */
export function withCatalogue(
  document: string,
  entries: Readonly<Record<string, CatalogueEntry>> = catalogue,
): string {
  const [start, end] = catalogueMarkers;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document needs the lines ${start} and ${end}.`);
  return `${document.slice(0, from + start.length)}\n\n${catalogueMarkdown(entries)}\n${document.slice(to)}`;
}
