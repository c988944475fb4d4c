import { expect, test } from 'vitest';
import { countOperations } from '../src/generation/count-operations.ts';
import { generationTables, type Run } from '../src/generation/generation-tables.ts';

const runs = (...seconds: readonly number[]): Run[] =>
  seconds.map((each) => ({ seconds: each, megabytes: 100 * each }));

test('medians, how many times ours they are, and the most memory of all runs', () => {
  const documents = [
    { name: 'large.json', operations: 1200, runs: { sdkwright: runs(8, 12, 10), orval: [] } },
    { name: 'small.yaml', operations: 3, runs: { sdkwright: runs(2), orval: runs(1, 3) } },
  ];
  expect(generationTables(documents, ['sdkwright', 'orval']).split('\n')).toEqual([
    '| seconds | operations | sdkwright | orval |',
    '| --- | ---: | ---: | ---: |',
    '| small.yaml | 3 | 2.0 | 2.0 (1.00×) |',
    '| large.json | 1,200 | 10.0 | fails |',
    '',
    '| peak memory, MB | operations | sdkwright | orval |',
    '| --- | ---: | ---: | ---: |',
    '| small.yaml | 3 | 200 | 300 |',
    '| large.json | 1,200 | 1,200 | fails |',
  ]);
});

test('operations are the methods of paths, not what stands beside them', () => {
  const document = { paths: { '/a': { get: {}, parameters: [] }, '/b': { put: {}, delete: {} } } };
  expect(countOperations(document)).toBe(3);
  expect(countOperations({ webhooks: { a: { post: {} } } })).toBe(0);
});
