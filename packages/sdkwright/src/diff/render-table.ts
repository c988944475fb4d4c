import { packages, type Change } from './change.ts';
import { bumpOf, byBump, valueText, whereOf } from './describe.ts';
import { singleLine } from '../emit/literal.ts';
import type { ModelDiff } from './diff-models.ts';

/** The diff for a terminal: a line per change, the gravest first, and the bump of each package. */
export function renderTable({ changes, bumps }: ModelDiff): string {
  if (changes.length === 0) return 'Nothing that a consumer can notice changed.\n';
  const rows = byBump(changes).flatMap(([, ofBump]) => ofBump.map(rowOf));
  const head = ['bump', 'where', 'what', 'compiles', 'wire', 'before → after'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const totals = packages.map((name) => `${name}: ${bumps[name]}`).join(', ');
  return `${lines.join('\n')}\n\n${totals}\n`;
}

function rowOf(change: Change): string[] {
  const { title, compile, wire, before, after } = change;
  const values =
    before === undefined && after === undefined ? '' : `${valueText(before)} → ${valueText(after)}`;
  return [
    bumpOf(change),
    singleLine(whereOf(change)),
    title,
    compile.length > 0 ? 'no' : 'yes',
    wire,
    values.trim(),
  ];
}
