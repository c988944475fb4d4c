import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** A `pnpm` command of a Markdown file. */
export interface PnpmCommand {
  /** As it stands there: `pnpm --filter sdkwright test`. */
  readonly text: string;
  /** The script or the command of pnpm: `test`. */
  readonly name: string;
  /** The package it is for; absent where it is run in the root. */
  readonly filter?: string;
}

/** Every `pnpm …` in a shell block or between backticks, placeholders such as `<package>` and `--recursive` left out. */
export function pnpmCommands(markdown: string): PnpmCommand[] {
  const lines = codeOf(fromMarkdown(markdown)).flatMap((text) => text.split('\n'));
  return lines.flatMap((line) => {
    const [, words = ''] = /(?:^|\s)pnpm(?:@\d+)? (.+)$/.exec(line) ?? [];
    const found = /^(?:--silent )?(?:--filter (\S+) )?(?:run )?([a-z][\w:-]*)/.exec(words);
    if (!found || found[1]?.startsWith('<')) return [];
    const [, filter, name = ''] = found;
    return [{ text: `pnpm ${words}`.trim(), name, ...(filter !== undefined && { filter }) }];
  });
}

function codeOf(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value];
  if (node.type === 'code') return node.lang === 'bash' ? [node.value] : [];
  return 'children' in node ? node.children.flatMap(codeOf) : [];
}
