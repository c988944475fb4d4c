import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emitConsumer, type SdkModel } from 'sdkwright';

/** The package that holds the programs of the last release's consumers. */
export const lastRelease = 'packages/last-release';

const programs = `${lastRelease}/src/generated`;

/** Writes the programs that use everything of a model, in the place of those that are there. */
export async function keepConsumers(root: string, model: SdkModel): Promise<void> {
  await rm(join(root, programs), { recursive: true, force: true });
  for (const { path, content } of emitConsumer(model)) {
    const kept = join(root, path.replace('consumer/src/generated', programs));
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(kept, content);
  }
}

/** Whether there was a release whose consumers are kept. */
export async function hasConsumers(root: string): Promise<boolean> {
  return await access(join(root, programs)).then(
    () => true,
    () => false,
  );
}
