import { singleLine } from '../emit/literal.ts';
import { packages, type Change } from './change.ts';
import { byBump, touchedBy, valueText, whereOf } from './describe.ts';
import type { ModelDiff } from './diff-models.ts';

/** The diff as a Markdown page: the bump of each package, then a table of changes for each bump. */
export function renderMarkdown({ changes, bumps }: ModelDiff): string {
  if (changes.length === 0) return '# What changed\n\nNothing that a consumer can notice.\n';
  const sections = byBump(changes).map(
    ([bump, ofBump]) =>
      `## ${bump === 'none' ? 'no release' : bump}\n\n${table(
        ['where', 'what', 'before', 'after', 'on the wire', 'no longer compiles', 'packages'],
        ofBump.map(rowOf),
      )}`,
  );
  const versions = table(
    ['package', 'bump'],
    packages.map((name) => [name, bumps[name]]),
  );
  return ['# What changed\n', versions, ...sections].join('\n');
}

function rowOf(change: Change): string[] {
  const { title, before, after, wire, compile } = change;
  return [
    code(whereOf(change)),
    title,
    code(valueText(before)),
    code(valueText(after)),
    wire,
    compile.join(', '),
    touchedBy(change).join(', '),
  ];
}

/** A table as Markdown has it, its columns as wide as their widest cell: so formatters leave it alone. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map(escapeCell));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first = [], ...others] = lines;
  return line(first) + line(widths.map((width) => '-'.repeat(width))) + others.map(line).join('');
}

function escapeCell(text: string): string {
  return singleLine(text).replaceAll('|', '\\|');
}

/** A code span; a backtick in it would end it. */
export function code(text: string): string {
  return text === '' ? '' : `\`${singleLine(text).replaceAll('`', "'")}\``;
}
