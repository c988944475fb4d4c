import { expect, test } from 'vitest';
import { median } from '../src/call-time.ts';
import { replaceBetweenMarkers, table } from '../src/markdown.ts';

test('a table has its numbers to the right', () => {
  expect(table(['bytes', 'one'], [['webwork-sdk', '2,400']])).toBe(
    ['| bytes | one |', '| --- | ---: |', '| webwork-sdk | 2,400 |'].join('\n'),
  );
});

test('only what stands between the markers is replaced', () => {
  const document = 'before\n<!-- client:start -->\nold\n<!-- client:end -->\nafter\n';
  expect(replaceBetweenMarkers(document, 'client', 'new')).toBe(
    'before\n<!-- client:start -->\n\nnew\n\n<!-- client:end -->\nafter\n',
  );
});

test('missing markers are an error, and so are markers in the wrong order', () => {
  expect(() => replaceBetweenMarkers('text', 'client', 'new')).toThrow(
    'no <!-- client:start --> … <!-- client:end -->',
  );
  expect(() => replaceBetweenMarkers('<!-- a:end --><!-- a:start -->', 'a', 'new')).toThrow(
    'no <!-- a:start -->',
  );
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])('the median of %j is %j', (values, want) => {
  expect(median(values)).toBe(want);
});
