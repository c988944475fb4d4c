import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Nodes } from 'mdast';

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  /** The first word of the info string: `ts`. */
  readonly language: string;
  /** The words behind it: `run`. */
  readonly words: readonly string[];
  readonly text: string;
  /** The line of its first line of text, from 1. */
  readonly line: number;
  /** The text of the `text` block that follows with nothing but prose between: what the program prints. */
  readonly output?: string;
}

/** Every fenced block of a Markdown text, in its order, those in lists and quotes included. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const found = codeNodes(fromMarkdown(markdown));
  return found.map((node, index) => {
    const next = found[index + 1];
    return {
      language: node.lang ?? '',
      words: (node.meta ?? '').split(/\s+/).filter((word) => word !== ''),
      text: node.value,
      line: (node.position?.start.line ?? 0) + 1,
      ...(next?.lang === 'text' && { output: next.value }),
    };
  });
}

function codeNodes(node: Nodes): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codeNodes) : [];
}
