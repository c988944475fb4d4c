import { expect, test } from 'vitest';
import { differences } from '../src/differences.ts';

const table = [
  { name: 'equal values', want: [], expected: { a: [1, { b: null }] }, received: { a: [1, { b: null }] } },
  { name: 'a value', want: ['x: expected 1, received "1"'], expected: 1, received: '1' },
  { name: 'a missing key', want: ['x.a: expected 1, received none'], expected: { a: 1 }, received: {} },
  { name: 'an extra key', want: ['x.a: expected none, received 1'], expected: {}, received: { a: 1 } },
  {
    name: 'a place inside',
    want: ['x.a.1.b: expected 2, received 3'],
    expected: { a: [0, { b: 2 }] },
    received: { a: [0, { b: 3 }] },
  },
  { name: 'a longer list', want: ['x.1: expected none, received 2'], expected: [1], received: [1, 2] },
  { name: 'a list for an object', want: ['x: expected {}, received []'], expected: {}, received: [] },
  {
    name: 'an undefined key',
    want: ['x: expected {}, received {}'],
    expected: {},
    received: { a: undefined },
  },
];

test.each(table)('$name', ({ want, expected, received }) => {
  expect(differences('x', expected, received)).toEqual(want);
});
