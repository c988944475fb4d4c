import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { run } from './command.ts';

/** What publint says about a tarball, a line each; nothing if all is well. */
export async function publintFaults(path: string): Promise<string[]> {
  const file = await readFile(path);
  const tarball = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => formatMessage(message, pkg) ?? message.code);
}

const attw = join(import.meta.dirname, '..', 'node_modules', '.bin', 'attw');

/** What attw says where the types of an entry do not resolve for an importer of ESM; nothing if they all do. */
export async function attwFaults(path: string, name: string, entries: readonly string[]): Promise<string[]> {
  const subpaths = entries.map((entry) => entry.replace(name, '.'));
  const options = ['--profile', 'esm-only', '--no-color', '--no-emoji', '--entrypoints', ...subpaths];
  const { code, output } = await run(attw, [...options, '--', path], {
    cwd: dirname(path),
    deadlineMs: 50_000,
  });
  return code === 0 ? [] : [output];
}
