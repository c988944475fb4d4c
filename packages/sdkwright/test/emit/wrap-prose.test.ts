import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapProse } from '../../src/emit/wrap-prose.ts';

const ninety = `${'word '.repeat(17)}words`;

const wrapped = [
  { name: 'a line of 100 columns', given: `${ninety} and tenth`, want: [`${ninety} and tenth`] },
  { name: 'a longer one', given: `${ninety} and tenths`, want: [`${ninety} and`, 'tenths'] },
  {
    name: 'paragraphs',
    given: `${ninety} and tenths\n\nMore.`,
    want: [`${ninety} and`, 'tenths', '', 'More.'],
  },
  { name: 'short lines of one paragraph', given: 'One.\nTwo.', want: ['One.', 'Two.'] },
  {
    name: 'a word longer than a line',
    given: `See ${'x'.repeat(120)} there`,
    want: ['See', 'x'.repeat(120), 'there'],
  },
  {
    name: 'a dash, which would begin a list',
    given: `${ninety} with - tail`,
    want: [`${ninety} with -`, 'tail'],
  },
  {
    name: 'a number, which would begin a list',
    given: `${ninety} is the 7. of`,
    want: [`${ninety} is the 7.`, 'of'],
  },
  {
    name: 'a name that would be a tag',
    given: `${ninety} and to @deprecated`,
    want: [`${ninety} and to @deprecated`],
  },
];

test.each(wrapped)('prose is wrapped: $name', ({ given, want }) => {
  expect(wrapProse(given).split('\n')).toEqual(want);
});

const kept = [
  { name: 'a list item', given: `- ${ninety} and more than that` },
  { name: 'a numbered item', given: `12. ${ninety} and more than that` },
  { name: 'the second line of an item', given: `- One.\n  ${ninety} and more than that` },
  { name: 'a table', given: `| ${ninety} | and more than that |` },
  { name: 'a quote', given: `> ${ninety} and more than that` },
  { name: 'a heading', given: `# ${ninety} and more than that` },
  { name: 'a tag', given: `@example ${ninety} and more than that` },
  { name: 'fenced code', given: `\`\`\`sh\n${ninety} and more than that\n\`\`\`` },
  { name: 'code between tildes', given: `~~~\n${ninety} and more than that\n~~~` },
];

test.each(kept)('$name keeps its lines', ({ given }) => {
  expect(wrapProse(given)).toBe(given);
});

test('after fenced code prose is wrapped again', () => {
  expect(wrapProse(`\`\`\`\ncode\n\`\`\`\n${ninety} and tenths`)).toBe(
    `\`\`\`\ncode\n\`\`\`\n${ninety} and\ntenths`,
  );
});

test('wrapping changes nothing but spaces into line breaks, and a second time nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 })), (words) => {
      const text = words.join(' ');
      const once = wrapProse(text);
      expect(once.replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
      expect(wrapProse(once)).toBe(once);
    }),
  );
});
