import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import orval from 'orval';
import { buildModel, readDocument, sampleCalls } from 'sdkwright';
import type { BenchCall } from './calls.ts';
import { peers } from './peers.ts';

/** Where the peers' output and the measured modules go; below this package, so that imports resolve. */
export const workbench: string = fileURLToPath(new URL('../.workbench/', import.meta.url));

const root = fileURLToPath(new URL('../../..', import.meta.url));
const own: string = `${root}spec/openapi.yaml`;

/** Empties the folder and lets each generator among the peers write its clients into it. */
export async function setUp(document: string = own, folder: string = workbench): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, generate] of Object.entries(peers)) await generate(document, `${folder}hooks-${name}`);
  await createClient({
    input: document,
    output: { path: `${folder}hey-api`, postProcess: [] },
    logs: { level: 'silent', file: false },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
  });
  await orval({
    input: { target: document },
    output: {
      target: `${folder}orval/client.ts`,
      client: 'fetch',
      baseUrl: 'https://api.example.com/api/v2',
    },
  });
}

/** The calls of the SDK's own document. */
export async function benchCalls(): Promise<BenchCall[]> {
  return callsOf(await readDocument(own, { overlay: `${root}spec/overlay.yaml` }));
}

/** Every operation that one function call can make, in the document's order, with only what it requires. */
export function callsOf(document: Parameters<typeof buildModel>[0]): BenchCall[] {
  const model = buildModel(document, { generator: 'bench', scope: '@webwork-sdk' });
  return model.operations.map((operation) => ({
    operation,
    input: sampleCalls(model, operation)[0]?.input ?? {},
  }));
}

/** Writes a module into the folder and gives its path. */
export async function writeModule(name: string, text: string, folder: string = workbench): Promise<string> {
  const path = `${folder}${name}`;
  await writeFile(path, text);
  return path;
}
