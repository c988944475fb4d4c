import { expect, test } from 'vitest';
import { canonicalWireText } from '../src/wire-text.ts';

const same = [
  ['a@b.example', 'a%40b.example'],
  ['12:30', '12%3a30'],
  ['a b', 'a%20b'],
  ['ids[]', 'ids%5B%5D'],
  ['1,2', '1,2'],
  ['жук', '%D0%B6%D1%83%D0%BA'],
] as const;

test.each(same)('%s is %s', (left, right) => {
  expect(canonicalWireText(left)).toBe(canonicalWireText(right));
});

const different = [
  ['1,2', '1%2C2'],
  ['a+b', 'a%20b'],
  ['a+b', 'a%2Bb'],
  ['a|b', 'a%7Cb'],
  ['a/b', 'a%2Fb'],
  ['100%', '100%25'],
] as const;

test.each(different)('%s is not %s', (left, right) => {
  expect(canonicalWireText(left)).not.toBe(canonicalWireText(right));
});
