import { query } from 'json-p3';
import { describe, expect, test } from 'vitest';

import {
  document,
  examplesOf,
  isPaged,
  jsonOf,
  operations,
  overlay,
  parametersOf,
  successOf,
  type Operation,
} from '../src/canonical.ts';
import { isObject, listAt, objectAt, textAt, valueAt, type Json, type JsonObject } from '../src/json.ts';
import { shapeFaults } from '../src/overlay-shape.ts';

const actions = listAt(overlay['actions'], '/actions').map((action) => objectAt(action, '/actions'));
const targets = actions.map((action) => textAt(action['target'], 'target'));

/** Each operation beside one kind of thing that the overlay says of it, where it says it. */
function saidOf(kind: string): [id: string, operation: Operation, said: Json][] {
  return operations().flatMap((operation) =>
    actions.flatMap((action): [string, Operation, Json][] => {
      const nodes = query(textAt(action['target'], 'target'), document).values();
      const said = objectAt(objectAt(action['update'], 'update')['x-sdk'], 'x-sdk')[kind];
      const isSaid = said !== undefined && nodes.some((node) => node === operation.node);
      return isSaid ? [[operation.id, operation, said]] : [];
    }),
  );
}

function parameter(operation: Operation, name: Json | undefined): JsonObject | undefined {
  return parametersOf(operation).find((candidate) => candidate['name'] === name);
}

test('it is an Overlay 1.0 document of the shape we use', () => {
  expect(shapeFaults(overlay)).toEqual([]);
});

test('every action matches something in the document', () => {
  expect(targets.filter((target) => query(target, document).empty())).toEqual([]);
});

test('only the first action speaks of the whole API', () => {
  const operationNodes: unknown[] = operations().map(({ node }) => node);
  const elsewhere = targets.filter((target) => {
    const [node, ...others] = query(target, document).values();
    return others.length > 0 || !operationNodes.includes(node);
  });
  expect(elsewhere).toEqual(['$']);
});

describe('pagination', () => {
  test('is said once of every list with a page number, and of nothing else', () => {
    const paged = operations().filter(isPaged);
    expect(saidOf('pagination').map(([id]) => id)).toEqual(paged.map(({ id }) => id));
  });

  test.each(saidOf('pagination'))('of %s names real parameters, items and totals', (id, operation, said) => {
    const { page, size, items, info, defaultSize } = objectAt(said, id);
    expect(parameter(operation, page)).toMatchObject({ in: 'query' });
    const sizeSchema = objectAt(parameter(operation, size ?? 'per_page')?.['schema'] ?? {}, id);
    expect(size).toBe(sizeSchema['default'] === undefined ? null : 'per_page');
    if (size !== null) expect(defaultSize).toBe(sizeSchema['default']);
    for (const [, reply] of examplesOf(jsonOf(successOf(operation), id), id)) {
      expect(Array.isArray(valueAt(reply, textAt(items, id)))).toBe(true);
      if (info !== null) expect(isObject(valueAt(reply, textAt(info, id)))).toBe(true);
    }
  });
});

describe('cache effects', () => {
  const reads = operations().flatMap(({ id, method }) => (method === 'get' ? [id] : []));

  test.each(saidOf('cacheEffects'))('of %s follow from a write and name reads', (id, operation, said) => {
    expect(operation.method).not.toBe('get');
    const named = listAt(objectAt(said, id)['invalidates'], id);
    expect(named.filter((read) => !reads.some((known) => known === read))).toEqual([]);
  });
});

test('a name is given once to an operation, and once in a tag', () => {
  const given = saidOf('method').map(([, { node }, method]) => `${String(node['tags'])}.${String(method)}`);
  expect(given).toHaveLength(7);
  expect(new Set(given).size).toBe(given.length);
});

test('what every client takes is a parameter or a field of most operations', () => {
  const inputs = listAt(valueAt(overlay, '/actions/0/update/x-sdk/clientInputs'), 'clientInputs');
  const users = operations().filter((operation) => {
    const body = operation.node['requestBody'];
    const example = isObject(body) ? examplesOf(jsonOf(body, operation.id), operation.id)[0]?.[1] : {};
    return inputs.every(
      (input) =>
        parameter(operation, input) !== undefined || String(input) in objectAt(example, operation.id),
    );
  });
  expect(users).toHaveLength(57);
});
