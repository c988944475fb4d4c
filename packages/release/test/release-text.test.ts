import { expect, test } from 'vitest';
import { changelogSection } from '../src/release-text.ts';

const changelog = `# @acme/client

## 1.1.0

### Minor Changes

- ab12cd3: More.

  ## not a heading of a version

## 1.0.0

### Major Changes

- First.
`;

test.each([
  ['1.1.0', '### Minor Changes\n\n- ab12cd3: More.\n\n  ## not a heading of a version'],
  ['1.0.0', '### Major Changes\n\n- First.'],
  ['0.9.0', ''],
])('the text of %s', (version, want) => {
  expect(changelogSection(changelog, version)).toBe(want);
});
