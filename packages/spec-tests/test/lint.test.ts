import { fileURLToPath } from 'node:url';

import { createConfig, lint } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

import { documentUrl, overlayUrl } from '../src/canonical.ts';

/** Every problem under Redocly's `recommended` rules, errors and warnings alike, one line each. */
async function problemsOf(file: URL): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: fileURLToPath(file), config });
  return problems.map(
    ({ severity, ruleId, message, location }) =>
      `${severity} ${ruleId}: ${message} at ${location[0]?.pointer ?? '?'}`,
  );
}

test('the document has no error and no warning under the recommended rules', async () => {
  expect(await problemsOf(documentUrl)).toEqual([]);
});

test('the overlay has no error and no warning under the recommended rules', async () => {
  expect(await problemsOf(overlayUrl)).toEqual([]);
});
