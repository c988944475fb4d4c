import { availableParallelism } from 'node:os';
import { format } from 'oxfmt';
import type { File } from './file.ts';

/** More than there are cores is no faster, and each file costs many times its size while it is formatted. */
const atOnce = Math.min(availableParallelism(), 4);

const options = { printWidth: 110, singleQuote: true } as const;

/**
 * Formats every TypeScript file.
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
  if (!file.path.endsWith('.ts')) return file;
  const { code, errors } = await format(file.path, file.content, options);
  const [error] = errors;
  if (error)
    throw new Error(
      `${file.path} was emitted with a syntax error: ${error.message}\n${error.codeframe ?? ''}`,
    );
  return { ...file, content: code };
}
