// `pnpm --filter sdkwright run fuzz [cases] [seed]`: many more documents than a test has time for, by 200 at a time.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { readFeatures } from '../features/feature-packages.ts';
import { checkDocuments } from './check-documents.ts';
import { mutatedDocuments } from './mutated-documents.ts';
import { parsedDocuments } from './parsed-documents.ts';

const [cases = 10_000, first = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number);
const documents = mutatedDocuments(await parsedDocuments(await readFeatures()));
const size = 200;
let found = 0;
for (let done = 0; done < cases; done += size) {
  const folder = await mkdtemp(join(tmpdir(), 'sdkwright-fuzz-'));
  const seed = first + done;
  const { generated, problems } = await checkDocuments(folder, fc.sample(documents, { numRuns: size, seed }));
  await rm(folder, { recursive: true, force: true });
  found += problems.length;
  process.stdout.write(`seed ${seed}: ${generated} of ${size} generated, ${problems.length} problems\n`);
  process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
}
process.exitCode = found > 0 ? 1 : 0;
