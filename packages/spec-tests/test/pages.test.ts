import { expect, test } from 'vitest';

import { examplesOf, isPaged, jsonOf, operations, successOf, type Operation } from '../src/canonical.ts';
import { isObject, listAt, objectAt, type Json, type JsonObject } from '../src/json.ts';

const paged = operations().filter(isPaged);

/** Where each list documents its totals; the others document none. */
const TOTALS: Record<string, 'in meta' | 'beside meta'> = {
  getWorkspaces: 'in meta',
  getMembers: 'in meta',
  getWebhooks: 'in meta',
  getContracts: 'beside meta',
};

interface Page {
  items: Json[];
  totals: JsonObject | undefined;
  place: string | undefined;
}

function pageOf(value: Json, where: string): Page {
  const reply = objectAt(value, where);
  const meta = objectAt(reply['meta'], where);
  const [inside, beside] = [meta['pagination'], reply['pagination']];
  const place = isObject(inside) ? 'in meta' : isObject(beside) ? 'beside meta' : undefined;
  const totals = isObject(inside) ? inside : isObject(beside) ? beside : undefined;
  return { items: listAt(reply['data'], where), totals, place };
}

function pagesOf(operation: Operation): [names: string[], pages: Page[]] {
  const examples = examplesOf(jsonOf(successOf(operation), operation.id), operation.id);
  return [examples.map(([name]) => name), examples.map(([name, value]) => pageOf(value, name))];
}

/** What an object of totals must say about page `index` of these pages, field by field. */
function trueTotals(pages: readonly Page[], index: number): Record<string, number> {
  const before = pages.slice(0, index).reduce((sum, { items }) => sum + items.length, 0);
  const here = pages[index]?.items.length ?? 0;
  return {
    total: pages.reduce((sum, { items }) => sum + items.length, 0),
    per_page: pages[0]?.items.length ?? 0,
    current_page: index + 1,
    last_page: pages.length,
    from: before + 1,
    to: before + here,
  };
}

test('twelve lists are paged', () => {
  expect(paged).toHaveLength(12);
});

test.each(paged)('$id shows a full page and a short last one, all items different', (operation) => {
  const [names, pages] = pagesOf(operation);
  expect(names).toEqual(['page1', 'page2']);
  const [first, last] = pages.map(({ items }) => items.length);
  expect(first).toBeGreaterThan(last ?? 0);
  expect(last).toBeGreaterThan(0);
  const all = pages.flatMap(({ items }) => items.map((item) => JSON.stringify(item)));
  expect(new Set(all).size).toBe(all.length);
});

test.each(paged)('$id tells the truth about its totals, where the vendor does', (operation) => {
  const [, pages] = pagesOf(operation);
  for (const [index, { place, totals }] of pages.entries()) {
    expect(place).toBe(TOTALS[operation.id]);
    if (totals !== undefined) expect(trueTotals(pages, index)).toMatchObject(totals);
  }
});
