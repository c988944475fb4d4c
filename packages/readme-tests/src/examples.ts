import { codeBlocks, type CodeBlock } from './code-blocks.ts';

/** A TypeScript block of the documentation, as a module that can be compiled. */
export interface Example {
  /** Where the block stands: `packages/client/README.md:12`. */
  readonly place: string;
  /** Name of the module, without its extension: unique among all examples. */
  readonly name: string;
  readonly extension: 'ts' | 'tsx';
  /** The block, moved down to the line that it has in its document. */
  readonly source: string;
  /** What running it prints; absent where it is compiled only. */
  readonly output?: string;
}

/**
 * The `ts` and `tsx` blocks of one Markdown file. Those marked `run` must be followed by a `text` block with
 * what they print.
 * @throws Error naming the block, for a mark that is not known or a `run` without its output.
 */
export function examplesOf(path: string, markdown: string): Example[] {
  return codeBlocks(markdown).flatMap((block) => {
    const { language } = block;
    return language === 'ts' || language === 'tsx' ? [toExample(path, block, language)] : [];
  });
}

function toExample(path: string, block: CodeBlock, extension: 'ts' | 'tsx'): Example {
  const place = `${path}:${block.line}`;
  const unknown = block.words.find((word) => word !== 'run');
  if (unknown !== undefined)
    throw new Error(`${place}: the mark "${unknown}" is not known; "run" is the only one.`);
  const run = block.words.includes('run');
  if (run && block.output === undefined)
    throw new Error(`${place}: a block marked "run" needs a \`\`\`text block behind it with what it prints.`);
  return {
    place,
    name: `${path.replace(/\.md$/, '').replaceAll(/[^A-Za-z0-9]+/g, '-')}-${block.line}`,
    extension,
    source: `${'\n'.repeat(block.line - 1)}${block.text}\n`,
    ...(run && block.output !== undefined && { output: block.output }),
  };
}
