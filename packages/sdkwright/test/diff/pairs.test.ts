import { expect, test } from 'vitest';
import { rules } from '../../src/diff/catalogue.ts';
import { packages, type Package } from '../../src/diff/change.ts';
import { whereOf } from '../../src/diff/describe.ts';
import { diffModels } from '../../src/diff/diff-models.ts';
import type { SdkModel } from '../../src/model/sdk-model.ts';
import { modelOf } from '../documents.ts';
import { agreementOf } from './agreement.ts';
import { judge } from './judge.ts';
import { allPairs } from './pairs/all-pairs.ts';
import { bumpsIn, compileIn } from './pairs/pair.ts';

const models = await Promise.all(
  allPairs.map(async ({ before, after }) => ({ before: await modelOf(before), after: await modelOf(after) })),
);

function pairAt(index: number): { readonly before: SdkModel; readonly after: SdkModel } {
  const found = models[index];
  if (!found) throw new Error(`there is no pair ${index}`);
  return found;
}

test.each(allPairs.map((pair, index) => ({ ...pair, index })))('$name', (pair) => {
  const { before, after } = pairAt(pair.index);
  const { changes, bumps } = diffModels(before, after);
  expect(changes.map((change) => `${change.kind} ${whereOf(change)}`)).toEqual(pair.changes);
  expect(bumps).toEqual(bumpsIn(pair));
  const broken = packages.filter((name) => changes.some(({ compile }) => compile.includes(name)));
  expect(broken).toEqual(compileIn(pair));
});

test('the compiler agrees with every label: consumers stop compiling where it says so, and nowhere else', () => {
  const verdicts = judge(models);
  const disagreements = verdicts.flatMap((verdict, index) => {
    const pair = allPairs[index];
    const labelled = pair ? compileIn(pair) : [];
    const isWrong = (name: Package): boolean => labelled.includes(name) !== verdict[name].length > 0;
    return packages
      .filter(isWrong)
      .map((name) => `${pair?.name} (${name}): ${verdict[name][0] ?? 'it compiles'}`);
  });
  expect(disagreements).toEqual([]);
  expect(verdicts.flatMap((verdict) => verdict.packages)).toEqual([]);
  const unannounced = verdicts.flatMap((verdict, index) => {
    const { before, after } = pairAt(index);
    return agreementOf(before, after, verdict).unannounced.map(({ text }) => text);
  });
  expect(unannounced).toEqual([]);
}, 120_000);

test('there are over 200 pairs, each with a name of its own, and a pair for every rule', () => {
  expect(allPairs.length).toBeGreaterThan(200);
  expect(new Set(allPairs.map(({ name }) => name)).size).toBe(allPairs.length);
  const labelled = new Set(allPairs.flatMap(({ changes }) => changes.map((change) => change.split(' ')[0])));
  expect(Object.keys(rules).filter((kind) => !labelled.has(kind))).toEqual([]);
});

test('no document differs from itself', () => {
  expect(models.flatMap(({ after }) => diffModels(after, after).changes)).toEqual([]);
});
