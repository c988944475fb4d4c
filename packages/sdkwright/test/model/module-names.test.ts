import * as runtime from '@sdkwright/runtime';
import { expect, test } from 'vitest';
import { moduleNames } from '../../src/model/settle-names.ts';

/** What consumers import; no emitted module of operations does. */
const forConsumers = ['createClient', 'log', 'prefetched', 'previousPage'];
/** What other emitted modules import, in which no operation has a name. */
const elsewhere = ['exactJson', 'exactOrder', 'relativeServer', 'schemaSet', 'serverUrl'];

test('an operation gets no name that its module imports from the runtime', () => {
  const values = Object.keys(runtime).filter((name) => /^[a-z]/.test(name));
  const free = values.filter((name) => ![...moduleNames, ...forConsumers, ...elsewhere].includes(name));
  expect(free).toEqual([]);
});
