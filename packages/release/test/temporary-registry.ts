import { onTestFinished } from 'vitest';
import { startRegistry } from '../src/registry.ts';
import { temporaryFolder } from './acme-repository.ts';

/** URL of an empty registry for the packages of Acme; gone when the test is over. */
export async function temporaryRegistry(): Promise<string> {
  const registry = await startRegistry({ storage: await temporaryFolder(), own: ['@acme/*'] });
  onTestFinished(() => registry.close());
  return registry.url;
}
