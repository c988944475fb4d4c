import { rules } from './catalogue.ts';
import type { Rule } from './change.ts';
import { table } from './render-markdown.ts';

/** Between these two lines of a document stands what `withRules` writes. */
export const rulesMarkers = ['<!-- rules:start -->', '<!-- rules:end -->'] as const;

const wireWords: Readonly<Record<Rule['wire'], string>> = {
  none: '',
  'until-upgrade': 'until upgrade',
  break: 'breaks',
};

/** Every rule of the diff as a Markdown table, in the order of the catalogue. */
export function rulesMarkdown(entries: Readonly<Record<string, Rule>> = rules): string {
  const rows = Object.entries(entries).map(([kind, { title, direction, wire, compile, bumps, reason }]) => [
    `\`${kind}\``,
    title,
    direction === 'both' ? '' : direction,
    wireWords[wire],
    compile.length === 3 ? 'all' : compile.join(', '),
    bumps.types,
    bumps.client,
    bumps['react-query'],
    reason,
  ]);
  const head = [
    'kind',
    'what changed',
    'direction',
    'wire',
    'stops compiling',
    'types',
    'client',
    'react-query',
    'why',
  ];
  return table(head, rows);
}

/**
 * The document with the table of rules between its markers.
 * @throws Error where the document does not have both markers, in their order.
 */
export function withRules(document: string, entries: Readonly<Record<string, Rule>> = rules): string {
  const [start, end] = rulesMarkers;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document needs the lines ${start} and ${end}.`);
  return `${document.slice(0, from + start.length)}\n\n${rulesMarkdown(entries)}\n${document.slice(to)}`;
}
