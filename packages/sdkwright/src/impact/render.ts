import { singleLine } from '../emit/literal.ts';
import { whereOf } from '../diff/describe.ts';
import { code } from '../diff/render-markdown.ts';
import type { Impact, Need } from './impact.ts';

const needs: readonly Need[] = ['change', 'upgrade', 'look'];

/** What each need is called above its sites. */
const titles: Readonly<Record<Need, string>> = {
  change: 'Has to change',
  upgrade: 'Stays as it is, but fails without the upgrade',
  look: 'Goes on working',
};

/** The impacts for a terminal: those that need a change first, each with its line of code and what to do. */
export function renderImpacts(impacts: readonly Impact[]): string {
  if (impacts.length === 0) return 'The update touches no call in this project.\n';
  const parts = needs.flatMap((need) => {
    const ofNeed = impacts.filter((impact) => impact.need === need);
    return ofNeed.length === 0 ? [] : [`${titles[need]}:\n\n${ofNeed.map(entry).join('\n')}`];
  });
  return `${parts.join('\n')}\n${totals(impacts)}\n`;
}

function entry({ site, change, advice }: Impact): string {
  const { file, line, column, text } = site;
  return [
    `  ${file}:${line}:${column}  ${singleLine(whereOf(change))}: ${change.title}`,
    `    ${text}`,
    `    → ${singleLine(advice)}`,
    '',
  ].join('\n');
}

function totals(impacts: readonly Impact[]): string {
  const counts = needs.map((need) => impacts.filter((impact) => impact.need === need).length);
  const files = new Set(impacts.map(({ site }) => site.file)).size;
  const [change, upgrade, look] = counts;
  const where = files === 1 ? '1 file' : `${files} files`;
  return `${change} to change, ${upgrade} to upgrade, ${look} to look at, in ${where}.`;
}

/** The same as a page, for a pull request. */
export function impactsMarkdown(impacts: readonly Impact[]): string {
  if (impacts.length === 0) return '# What the update touches\n\nNo call in this project.\n';
  const sections = needs.flatMap((need) => {
    const rows = impacts.filter((impact) => impact.need === need).map(row);
    const head = '| where | what changed | code | what to do |\n| --- | --- | --- | --- |\n';
    return rows.length === 0 ? [] : [`## ${titles[need]}\n\n${head}${rows.join('\n')}\n`];
  });
  return ['# What the update touches\n', `${totals(impacts)}\n`, ...sections].join('\n');
}

function row({ site, change, advice }: Impact): string {
  const { file, line, text } = site;
  const what = `${code(whereOf(change))}: ${change.title}`;
  const cells = [`${file}:${line}`, what, code(text), singleLine(advice)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
