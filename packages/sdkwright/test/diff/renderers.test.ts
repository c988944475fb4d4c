import { expect, test } from 'vitest';
import { changeOf } from '../../src/diff/catalogue.ts';
import { bumpsOf } from '../../src/diff/bumps.ts';
import type { ModelDiff } from '../../src/diff/diff-models.ts';
import { limitChanges } from '../../src/diff/limits.ts';
import { renderMarkdown } from '../../src/diff/render-markdown.ts';
import { renderTable } from '../../src/diff/render-table.ts';

/** Words of a document that try to end a cell, a line or a code span, or to colour a terminal. */
const hostile = 'a|b`c\nd\u001b[31m\u202e';

const change = changeOf(
  'input-removed',
  { operation: 'getTasks', calls: ['acme.tasks.list'], field: hostile, pointers: {} },
  { before: hostile },
);
const diff: ModelDiff = { changes: [change], bumps: bumpsOf([change]) };

test('what a document says cannot break a table or reach the terminal', () => {
  expect(renderTable(diff))
    .toBe(`bump   where                        what              compiles  wire   before → after
major  acme.tasks.list a|b\`c d[31m  An input is gone  no        break  a|b\`c d[31m →

types: major, client: major, react-query: major
`);
  expect(renderMarkdown(diff)).toContain("| `acme.tasks.list a\\|b'c d[31m` | An input is gone |");
});

test('a major goes on to the packages that show the other, and to no others', () => {
  const none = { types: 'none', client: 'none', 'react-query': 'none' } as const;
  expect(bumpsOf([])).toEqual(none);
  expect(bumpsOf([{ bumps: { ...none, types: 'major' } }])).toEqual({
    types: 'major',
    client: 'major',
    'react-query': 'major',
  });
  expect(bumpsOf([{ bumps: { ...none, client: 'major' } }])).toEqual({
    ...none,
    client: 'major',
    'react-query': 'major',
  });
  expect(
    bumpsOf([{ bumps: { ...none, 'react-query': 'major' } }, { bumps: { ...none, types: 'minor' } }]),
  ).toEqual({
    types: 'minor',
    client: 'none',
    'react-query': 'major',
  });
});

const limits = [
  ['a bound of OpenAPI 3.0 becomes exclusive', { exclusiveMinimum: false }, { exclusiveMinimum: true }, true],
  ['a bound of OpenAPI 3.0 includes its number again', { exclusiveMaximum: true }, {}, false],
  ['fewer properties', { maxProperties: 3 }, { maxProperties: 2 }, true],
  ['more items at least', { minItems: 1 }, { minItems: 3 }, true],
  ['a step that the old one is a multiple of', { multipleOf: 6 }, { multipleOf: 3 }, false],
  ['a step that is none of these', { multipleOf: 6 }, { multipleOf: 4 }, true],
] as const;

test.each(limits)('%s', (_, before, after, isTighter) => {
  expect(limitChanges(before, after, true)).toMatchObject([{ isTighter }]);
});
