import { rules } from './catalogue.ts';
import type { Change } from './change.ts';
import { valueText, whereOf } from './describe.ts';
import { code } from './render-markdown.ts';
import type { Snippets } from './snippet-sides.ts';

/** Calls that are named before it is only said how many there are. */
const namedCalls = 5;

/** What was, what is, what to do about it. */
export function changesetText(change: Change, snippets: Snippets): string {
  const { title, reason } = rules[change.kind];
  return [
    `${placeText(change)}: ${lowerFirst(title)}${valuesText(change)}. ${reason}\n`,
    callsText(change),
    wireText(change),
    snippetText('Before', snippets.before),
    snippetText(snippets.before === undefined ? 'For example' : 'After', snippets.after),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** For a package that changed in nothing but what it shows of another. */
export function dependentText(name: string, leader: string): string {
  return `${code(name)} shows the types of ${code(leader)}, which has a new major version. Upgrade both together; what to change is told there.\n`;
}

function placeText(change: Change): string {
  const { schema, field, calls } = change;
  if (schema !== undefined || field === undefined) return code(whereOf(change));
  return `${code(calls[0] ?? 'every call')}, ${code(field)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function valuesText({ before, after }: Change): string {
  const isShort = (value: unknown): boolean => typeof value !== 'object' || value === null;
  if (!isShort(before) || !isShort(after)) return '';
  const [was, is] = [before, after].map((value) => code(valueText(value)));
  if (before !== undefined && after !== undefined) return `: ${was} is ${is} now`;
  return before === undefined && after === undefined ? '' : `: ${was ?? ''}${is ?? ''}`;
}

/** A schema is met in calls; those are what people look for. */
function callsText({ schema, calls }: Change): string {
  if (schema === undefined || calls.length === 0) return '';
  const shown = calls.slice(0, namedCalls).map(code).join(', ');
  const more = calls.length > namedCalls ? ` and ${calls.length - namedCalls} more calls` : '';
  return `It is seen in ${shown}${more}.\n`;
}

function wireText({ wire, compile }: Change): string {
  if (wire === 'until-upgrade')
    return compile.length === 0
      ? 'Your code stays as it is. Earlier releases no longer reach the API this way: upgrade.\n'
      : 'Earlier releases no longer reach the API this way.\n';
  if (wire === 'break' && compile.length === 0)
    return 'The compiler does not see this: look through your calls.\n';
  return '';
}

function snippetText(title: string, snippet: string | undefined): string {
  return snippet === undefined ? '' : `${title}:\n\n\`\`\`ts\n${snippet}\`\`\`\n`;
}
