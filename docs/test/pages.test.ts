import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { cell, prose, table } from '../src/markdown.ts';
import { addressOf } from '../src/repository-pages.ts';
import { writeFiles } from '../src/site-files.ts';
import { withSiteLinks } from '../src/site-links.ts';
import { fieldRows, meaning, typeText } from '../src/type-text.ts';

const page = (source: string, text: string) => ({ source, address: addressOf(source), title: '', text });

test.each([
  ['README.md', '/'],
  ['CONTRIBUTING.md', '/contributing'],
  ['docs/x-sdk.md', '/x-sdk'],
  ['packages/client/SKILL.md', '/skills/client'],
  ['packages/client/README.md', '/packages/client'],
  ['packages/react-query/src/generated/CACHE-EFFECTS.md', '/cache-effects'],
  ['examples/list-viewers/README.md', '/examples/list-viewers'],
])('%s is at %s', (source, want) => {
  expect(addressOf(source)).toBe(want);
});

test('links lead to pages of the site; what the site does not have is named', () => {
  const pages = [page('docs/VERSIONING.md', ''), page('packages/mock/README.md', '')];
  const text = `[rules](../../docs/VERSIONING.md#kinds), [a mock](../mock), [code](src/main.ts), [npm](https://example.com)
![list](../../docs/screenshots/list.png) \`[no](link.md)\`
`;
  expect(withSiteLinks(page('packages/client/README.md', text), pages)).toBe(
    `[rules](/versioning#kinds), [a mock](/packages/mock), code, [npm](https://example.com)
![list](/screenshots/list.png) \`[no](link.md)\`
`,
  );
});

test.each([
  [{ type: 'array', items: { $ref: '#/components/schemas/Task' } }, 'Task[]'],
  [{ enum: ['open', null] }, "'open' | null"],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'array', items: { oneOf: [{ type: 'integer' }, { type: 'string' }] } }, '(number | string)[]'],
  [{ properties: {} }, 'object'],
  [true, 'unknown'],
])('the type of %j', (schema, want) => {
  expect(typeText(schema)).toBe(want);
});

test('every field has a row; a schema that holds itself is followed once', () => {
  const task = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'integer', description: 'Its number.', minimum: 1 },
      parts: { type: 'array', items: { $ref: '#/components/schemas/Task' } },
    },
  };
  const document = { components: { schemas: { Task: task } } };
  const rows = fieldRows(document, { $ref: '#/components/schemas/Task' });
  expect(rows).toEqual([
    { name: 'id', type: 'number', isRequired: true, text: 'Its number. (minimum 1)' },
    { name: 'parts', type: 'Task[]', isRequired: false, text: '' },
  ]);
  expect(meaning(document, { $ref: '#/components/schemas/Task', description: 'The task.' })).toBe(
    'The task.',
  );
});

test('words of the document are neither HTML nor code of the page', () => {
  expect(prose('<script> {{ evil }} & co')).toBe('&lt;script> &#123;&#123; evil }} &amp; co');
  expect(cell('a | b\n  c')).toBe('a \\| b c');
  expect(table(['a'], [])).toBe('');
});

test('a folder holds the pages of the site and no page that is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docs-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'gone.md'), 'gone');
  const files = new Map([['packages/client.md', '# Client\n']]);
  await writeFiles(folder, files, fileURLToPath(new URL('../screenshots/', import.meta.url)));
  const written = await readdir(folder, { recursive: true });
  expect(written.filter((path) => path.endsWith('.md'))).toEqual([join('packages', 'client.md')]);
  expect(written).toContain(join('public', 'screenshots', 'site.png'));
});
