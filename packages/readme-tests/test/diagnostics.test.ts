import { readFile } from 'node:fs/promises';
import { withCatalogue } from 'sdkwright';
import { expect, test } from 'vitest';

const diagnostics = new URL('../../../docs/diagnostics.md', import.meta.url);

test('docs/diagnostics.md has every code of the catalogue; else run `pnpm run docs`', async () => {
  const text = await readFile(diagnostics, 'utf8');
  expect(text).toBe(withCatalogue(text));
});

test('each code is told with its cause and the next step', () => {
  const given = '# Codes\n<!-- diagnostics:start -->\nold\n<!-- diagnostics:end -->\nEnd\n';
  const entries = { 'file-lost': { title: 'A file is lost', cause: 'A fire.', fix: 'Look again.' } };
  expect(withCatalogue(given, entries)).toBe(
    '# Codes\n<!-- diagnostics:start -->\n\n## file-lost\n\nA file is lost.\n\n- Cause: A fire.\n' +
      '- Next step: Look again.\n\n<!-- diagnostics:end -->\nEnd\n',
  );
});

test('a document without the markers is refused', () => {
  expect(() => withCatalogue('# Codes\n')).toThrow('needs the lines <!-- diagnostics:start -->');
});
