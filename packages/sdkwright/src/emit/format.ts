import { format } from 'oxfmt';
import type { File } from './file.ts';

const options = { printWidth: 110, singleQuote: true } as const;

/**
 * Formats every TypeScript file.
 * @throws Error if a file does not parse: an emitter wrote no TypeScript, which is a defect of sdkwright.
 */
export async function formatFiles(files: readonly File[]): Promise<File[]> {
  return await Promise.all(files.map(formatFile));
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
