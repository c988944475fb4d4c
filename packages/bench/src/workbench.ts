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
const document = `${root}spec/openapi.yaml`;

/** Empties the workbench and lets each generator among the peers write its client into it. */
export async function setUp(): Promise<void> {
  await rm(workbench, { recursive: true, force: true });
  await mkdir(workbench, { recursive: true });
  for (const [name, generate] of Object.entries(peers)) await generate(document, `${workbench}hooks-${name}`);
  await createClient({
    input: document,
    output: { path: `${workbench}hey-api`, postProcess: [] },
    logs: { level: 'silent', file: false },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
  });
  await orval({
    input: { target: document },
    output: {
      target: `${workbench}orval/client.ts`,
      client: 'fetch',
      baseUrl: 'https://api.example.com/api/v2',
    },
  });
}

/** Every operation that one function call can make, in the document's order, with only what it requires. */
export async function benchCalls(): Promise<BenchCall[]> {
  const read = await readDocument(document, { overlay: `${root}spec/overlay.yaml` });
  const model = await buildModel(read, { generator: 'bench', scope: '@webwork-sdk' });
  return model.operations.map((operation) => ({
    operation,
    input: sampleCalls(model, operation)[0]?.input ?? {},
  }));
}

/** Writes a module into the workbench and gives its path. */
export async function writeModule(name: string, text: string): Promise<string> {
  const path = `${workbench}${name}`;
  await writeFile(path, text);
  return path;
}
