import { expect, test } from 'vitest';

import { document, operations } from '../src/canonical.ts';
import { below, isObject, type Json, type JsonObject } from '../src/json.ts';

/** Strongest first. */
const LEVELS = ['seed', 'official', 'official-unversioned', 'third-party', 'inferred'];
const WEAK = LEVELS.slice(2);

/** Every object of the document that carries an evidence mark. */
function marked(node: Json, pointer = ''): [pointer: string, node: JsonObject][] {
  if (Array.isArray(node)) return node.flatMap((item, index) => marked(item, below(pointer, index)));
  if (!isObject(node)) return [];
  const within = Object.entries(node).flatMap(([key, child]) => marked(child, below(pointer, key)));
  const isMarked = Object.keys(node).some((key) => key.startsWith('x-evidence'));
  return isMarked ? [[pointer, node], ...within] : within;
}

function levelsOf(node: JsonObject): Json[] {
  const own = node['x-evidence'] === undefined ? [] : [node['x-evidence']];
  const facets = node['x-evidence-of'];
  return [...own, ...(isObject(facets) ? Object.values(facets) : [])];
}

test('every operation says how sure it is', () => {
  const silent = operations().filter(({ node }) => !LEVELS.includes(String(node['x-evidence'])));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('evidence is told in five words', () => {
  const strange = marked(document).filter(([, node]) =>
    levelsOf(node).some((level) => !LEVELS.includes(String(level))),
  );
  expect(strange.map(([pointer]) => pointer)).toEqual([]);
});

test('whatever is weak gives its reason, and a reason stands beside a level', () => {
  const unexplained = marked(document).filter(([, node]) => {
    const isWeak = levelsOf(node).some((level) => WEAK.includes(String(level)));
    return isWeak !== (typeof node['x-evidence-note'] === 'string' && node['x-evidence-note'] !== '');
  });
  expect(unexplained.map(([pointer]) => pointer)).toEqual([]);
});

test('a facet is weaker than what it is a facet of', () => {
  const rank = (level: Json | undefined): number => LEVELS.indexOf(String(level));
  const pointless = marked(document).filter(([, node]) => {
    const own = node['x-evidence'];
    const facets = isObject(node['x-evidence-of']) ? Object.values(node['x-evidence-of']) : [];
    return own !== undefined && facets.some((facet) => rank(facet) <= rank(own));
  });
  expect(pointless.map(([pointer]) => pointer)).toEqual([]);
});
