import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textMatching } from '../../src/model/text-matching.ts';

const texts = [
  ['^password$', 'password'],
  ['^[a-z]{3,63}$', 'mmm'],
  ['^\\d{4}-\\d{2}-\\d{2}$', '4444-44-44'],
  ['^(red|green|blue)$', 'green'],
  ['^[A-Z][a-z]*$', 'M'],
  ['^[^/]+$', 'O'],
  ['^a\\-b$', 'a-b'],
  ['b{5}', 'bbbbb'],
  ['a+?[+?]b{2,3}?', 'a+bb'],
] as const;

test.each(texts)('%s allows %s', (pattern, want) => {
  expect(textMatching(pattern)).toBe(want);
});

const lengths = [
  { pattern: '^[a-z]+$', least: 8, most: 8, want: 8 },
  { pattern: '^[a-z]*$', least: 3, most: 20, want: 3 },
  { pattern: '^[a-z]{1,10}$', least: 5, most: 7, want: 5 },
];

test.each(lengths)('$pattern with $least characters', ({ pattern, least, most, want }) => {
  expect(textMatching(pattern, least, most)).toHaveLength(want);
});

test.each([
  '(',
  '^(?=b)a$',
  '^\\p{L}$',
  '(a)\\1',
  '^[a-z]{5}$',
  '(((((a{999}){999}){999}){999}){999})',
  'a'.repeat(1_001),
])('no text of at most two characters is known for %s', (pattern) => {
  expect(textMatching(pattern, 0, 2)).toBeUndefined();
});

test('whatever is given for a pattern matches it, and is given again', () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const text = textMatching(pattern);
      fc.pre(text !== undefined);
      expect(text).toMatch(new RegExp(pattern));
      expect(textMatching(pattern)).toBe(text);
    }),
  );
});

const { pattern: patterns } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 1 },
    fc.constantFrom('a', 'Z', '7', '\\d', '\\w', '\\s', '.', '[a-f]', '[^x]', '[\\w.-]', '\\.'),
    tie('pattern').map((inner) => `(${inner})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}')), {
      minLength: 1,
      maxLength: 2,
    })
    .map((parts) => parts.map((part) => part.join('')).join('')),
}));
