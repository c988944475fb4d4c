import { availableParallelism } from 'node:os';
import { format } from 'oxfmt';
import type { File } from './file.ts';

/** More than there are cores is no faster, and each file costs many times its size while it is formatted. */
const atOnce = Math.min(availableParallelism(), 4);

const options = { printWidth: 110, singleQuote: true } as const;

/**
 * Formats every TypeScript file, and the examples of READMEs.
 * @throws Error if a file does not parse: an emitter wrote no TypeScript, which is a defect of sdkwright.
 */
export async function formatFiles(files: readonly File[]): Promise<File[]> {
  const formatted: File[] = [];
  const waiting = files.entries();
  // They share one iterator: each takes the next file when it is done with one.
  const formatNext = async (): Promise<void> => {
    for (const [index, file] of waiting) formatted[index] = await formatFile(file);
  };
  await Promise.all(Array.from({ length: atOnce }, formatNext));
  return formatted;
}

async function formatFile(file: File): Promise<File> {
  const { path, content } = file;
  if (path.endsWith('README.md')) return { ...file, content: await formatExamples(path, content) };
  return path.endsWith('.ts') ? { ...file, content: await formatCode(path, content) } : file;
}

async function formatCode(path: string, content: string): Promise<string> {
  const { code, errors } = await format(path, content, options);
  const [error] = errors;
  if (error)
    throw new Error(`${path} was emitted with a syntax error: ${error.message}\n${error.codeframe ?? ''}`);
  return code;
}

/** The rest of the Markdown stays: a formatter for it is a third of a second to load. */
async function formatExamples(path: string, content: string): Promise<string> {
  const pieces = content.split(/^```(tsx?)\n(.*?)^```$/gms);
  // Three by three: prose, language, code.
  const written = pieces.map(async (piece, index) => {
    if (index % 3 === 0) return piece;
    return index % 3 === 1
      ? `\`\`\`${piece}\n`
      : `${await formatCode(`${path}.${pieces[index - 1]}`, piece)}\`\`\``;
  });
  return (await Promise.all(written)).join('');
}
