import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { quickYaml } from '../../src/read/quick-yaml.ts';

const read = [
  { name: 'a map', text: 'a: 1\nb:\n  - x\n  - { y: z }\n', want: { a: 1, b: ['x', { y: 'z' }] } },
  { name: 'a comment and a document start', text: '# hi\n---\n# ho\na: 1\n', want: { a: 1 } },
  { name: 'Windows line ends', text: 'a: |\r\n  b\r\n  c\r\n', want: { a: 'b\nc\n' } },
  {
    name: 'the words of JSON',
    text: 'a: [true, null, ~, 1.5e3, 0x1F, 012]\n',
    want: { a: [true, null, null, 1500, 31, 12] },
  },
  {
    name: 'what YAML 1.1 took for other things',
    text: 'a: [no, 1_000, 2001-12-14, 1:30, <<]\n',
    want: { a: ['no', '1_000', '2001-12-14', '1:30', '<<'] },
  },
  { name: 'a number as key', text: '200: a\n', want: { '200': 'a' } },
];

test.each(read)('$name is read', ({ text, want }) => {
  expect(quickYaml(text, 100)).toEqual(want);
  expect(parseDocument(text).toJS()).toEqual(want);
});

const left = [
  { name: 'an alias', text: 'a: &x [1]\nb: *x\n' },
  { name: 'a tag', text: 'a: !!str 1\n' },
  { name: 'a directive', text: '%YAML 1.1\n---\na: yes\n' },
  { name: 'two documents', text: 'a: 1\n---\na: 2\n' },
  { name: 'a start that is indented', text: '  ---\na: 1\n' },
  { name: 'a key twice', text: 'a: 1\na: 2\n' },
  { name: 'an empty key', text: 'a: 1\n~: 2\n' },
  { name: 'a list as key', text: 'a: 1\n[b]: 2\n' },
  { name: 'a number without end', text: 'a: 1e999\n' },
  { name: 'a lone carriage return', text: 'a: b\rc: d\n' },
  { name: 'a tab as indentation', text: 'a: b\n\t\n  c\n' },
  { name: 'a byte order mark', text: '\uFEFFa: 1\n' },
  { name: 'spaces as the last line', text: 'a: >2\n   b\n ' },
  { name: 'an escaped line break before an empty line', text: 'a: "b\\\n\n  c"\n' },
  { name: 'text behind a list', text: 'a: [1]b: 2\n' },
  { name: 'text behind a list of several lines', text: 'a: [1,\n  # [\n  ]b: 2\n' },
  { name: 'more levels than are allowed', text: `a: ${'['.repeat(9)}${']'.repeat(9)}\n` },
];

test.each(left)('$name is left to the other parser', ({ text }) => {
  expect(quickYaml(text, 9)).toBeUndefined();
});

test('the document of this repository is read, as the other parser reads it', async () => {
  const text = await readFile(new URL('../../../../spec/openapi.yaml', import.meta.url), 'utf8');
  expect(JSON.stringify(quickYaml(text, 100))).toBe(JSON.stringify(parseDocument(text).toJS()));
});

/** Scraps that mean something to YAML, for the middle of a text. */
const scraps = [
  ' ',
  '\n',
  '\n\n',
  '\t',
  ': ',
  '- ',
  '? ',
  ' #',
  '"',
  "'",
  '|',
  '>-',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!',
  '%',
  '---\n',
  '...\n',
  '\r',
  '\r\n',
  '\u2028',
  '\\',
  '~',
  '0x',
  '.inf',
  '\0',
  '<<',
  '__proto__',
];

/** YAML in the many ways to write a value, with some scraps too many and some characters missing. */
const texts: fc.Arbitrary<string> = fc
  .record({
    value: fc.jsonValue({ maxDepth: 4 }),
    indent: fc.constantFrom(1, 2, 4),
    lineWidth: fc.constantFrom(20, 80),
    style: fc.constantFrom('block', 'flow', 'any' as const),
    string: fc.constantFrom(
      'PLAIN',
      'QUOTE_SINGLE',
      'QUOTE_DOUBLE',
      'BLOCK_FOLDED',
      'BLOCK_LITERAL' as const,
    ),
    edits: fc.array(fc.tuple(fc.nat(200), fc.nat(3), fc.constantFrom('', ...scraps)), { maxLength: 3 }),
  })
  .map(({ value, indent, lineWidth, style, string, edits }) =>
    edits.reduce(
      (text, [at, count, scrap]) =>
        text.slice(0, at % (text.length + 1)) + scrap + text.slice((at % (text.length + 1)) + count),
      stringify({ a: value }, { indent, lineWidth, collectionStyle: style, defaultStringType: string }),
    ),
  );

test('what is read is what the other parser reads', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const value = quickYaml(text, 100);
      if (value === undefined) return;
      const document = parseDocument(text, { logLevel: 'silent' });
      expect(document.errors).toEqual([]);
      expect(value).toStrictEqual(document.toJS());
    }),
    { numRuns: 1000 },
  );
});
