import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { typeNameAround, type ConsumerError } from 'sdkwright';
import { attempt, type ReleaseContext } from '../steps.ts';
import { lastRelease } from './last-release.ts';

const packages = ['types', 'client', 'react-query'] as const;

/** Compiles the programs of the last release against the packages that are built in the repository. */
export async function compileConsumers(context: ReleaseContext): Promise<ConsumerError[]> {
  const folder = join(context.root, lastRelease);
  const args = ['--dir', folder, 'exec', 'tsc', '-p', '.', '--pretty', 'false'];
  const { code, output } = await attempt(context, 'pnpm', args);
  const errors = await consumerErrors(output, folder);
  if (code !== 0 && errors.length === 0)
    throw new Error(`The programs of the last release could not be compiled:\n${output}`);
  return errors;
}

/**
 * The errors that tsc gives of the programs below `src/generated`, each with the operation it is in: the consumers
 * have a function `useGetTasks` for each. Lines that belong to the message above them are left out.
 */
export async function consumerErrors(output: string, folder: string): Promise<ConsumerError[]> {
  const found = output.split('\n').map((text) => {
    const [, path = '', name = '', line = ''] =
      /^(src\/generated\/([\w-]+)\S*)\((\d+),\d+\): error /.exec(text) ?? [];
    return { text, path, name, line: Number(line) };
  });
  const errors = found.flatMap(async ({ text, path, name, line }) => {
    const owner = packages.find((one) => one === name);
    if (owner === undefined) return [];
    const typeName = typeNameAround(await readFile(join(folder, path), 'utf8'), line);
    return [{ package: owner, text, ...(typeName !== undefined && { typeName }) }];
  });
  return (await Promise.all(errors)).flat();
}
