import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeatures } from '../features/feature-packages.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { checkDocuments } from './check-documents.ts';
import { parsedDocuments } from './parsed-documents.ts';
import { mutatedDocuments } from './mutated-documents.ts';

/** The same on every run; `pnpm --filter sdkwright run fuzz` takes others. */
const seed = 20_261_124;

test(
  '200 documents that nobody wrote are refused with a message, or give packages that compile',
  {
    timeout: 180_000,
  },
  async () => {
    const documents = mutatedDocuments(await parsedDocuments(await readFeatures()));
    const folder = await temporaryFolder();
    const { generated, problems } = await checkDocuments(
      folder,
      fc.sample(documents, { numRuns: 200, seed }),
    );
    expect(problems).toEqual([]);
    // Most of them must get so far, or nothing was shown.
    expect(generated).toBeGreaterThan(100);
  },
);
