import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { documentUrl, overlayUrl } from '../src/canonical.ts';
import { lintProblems } from '../src/lint.ts';

test('the document has no error and no warning under the recommended rules', async () => {
  expect(await lintProblems(fileURLToPath(documentUrl))).toEqual([]);
});

test('the overlay has no error and no warning under the recommended rules', async () => {
  expect(await lintProblems(fileURLToPath(overlayUrl))).toEqual([]);
});
