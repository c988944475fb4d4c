import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type * as MockPackage from '@webwork-sdk/mock';
import type { Check } from './check.ts';
import type { ConsumerProject } from './consumer-project.ts';

/** Starts the mock that is installed in a project, not the one of the repository. */
export async function startInstalledMock({ folder }: ConsumerProject): Promise<MockPackage.Mock> {
  const entry = pathToFileURL(join(folder, 'node_modules', '@webwork-sdk', 'mock', 'dist', 'index.js'));
  const { startMock }: typeof MockPackage = await import(entry.href);
  return await startMock();
}

/** Whether the installed command line makes packages from a document. */
export async function checkCommandLine(project: ConsumerProject, document: string): Promise<Check> {
  const program = join('node_modules', 'sdkwright', 'dist', 'bin.js');
  const args = ['generate', document, '--out', 'acme', '--scope', '@acme'];
  const { code, output } = await project.run(process.execPath, [program, ...args]);
  const isDone = code === 0 && output.includes('Generated in');
  return { what: 'pnpm: sdkwright generates', faults: isDone ? [] : output.split('\n') };
}
