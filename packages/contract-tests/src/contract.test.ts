import { mkdir, writeFile } from 'node:fs/promises';
import { ApiError, WebWork } from '@webwork-sdk/client';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCall, checkError, type Bench, type Layer } from './check.ts';
import { coverageOf, itemsOf } from './coverage.ts';
import { cases } from './generated/index.ts';

const token = 'contract-test-token';
let mock: Mock;
let bench: Bench;
beforeAll(async () => {
  mock = await startMock();
  bench = { mock, token };
});
afterAll(() => mock.close());

function connect(headers: Readonly<Record<string, string>>): WebWork {
  return new WebWork({ token, baseUrl: mock.url, headers, retries: 0, rateLimit: false });
}

const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;
const preferring = (prefer?: string): Record<string, string> => (prefer === undefined ? {} : { prefer });

const layers: Layer<WebWork>[] = [
  {
    name: '@webwork-sdk/client',
    call: (call, prefer) => call.throughClient(connect({}), { headers: preferring(prefer) }),
    isApiError,
    touched: new Set(),
  },
  {
    name: '@webwork-sdk/react-query',
    call: (call, prefer) => call.throughReactQuery(connect(preferring(prefer))),
    isApiError,
    touched: new Set(),
  },
];

describe.each(layers)('$name', (layer) => {
  describe.each(cases)('$operation', (definition) => {
    test.each(definition.calls)('with its $name inputs', async (call) => {
      expect(await checkCall(bench, layer, definition, call)).toEqual([]);
    });
    test.each(definition.errors)('fails with $status', async (error) => {
      expect(await checkError(bench, layer, definition, error)).toEqual([]);
    });
  });
});

test('everything in the document is covered', async () => {
  const touched = new Map(layers.map((layer) => [layer.name, layer.touched]));
  const { text, missing } = coverageOf(itemsOf(cases), touched);
  const report = new URL('../.report/', import.meta.url);
  await mkdir(report, { recursive: true });
  await writeFile(new URL('coverage.txt', report), text);
  console.log(text);
  expect(cases).not.toEqual([]);
  expect(missing).toEqual([]);
});
