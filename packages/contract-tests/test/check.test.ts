import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCall, checkError, type Bench, type Layer } from '../src/check.ts';
import type { ContractCall, ContractCase } from '../src/contract-case.ts';
import { coverageOf, itemsOf } from '../src/coverage.ts';
import { createTaskCase, FakeApiError, FakeClient, getTasksCase, type FakeRequest } from './tasks-case.ts';
import { tasksDocument } from './tasks-document.ts';

let mock: Mock;
let bench: Bench;
beforeAll(async () => {
  mock = await startMock({ document: tasksDocument, expectedHash: false });
  bench = { mock, token: 'fake-token' };
});
afterAll(() => mock.close());

type Change = (request: FakeRequest) => FakeRequest;
type FakeLayer = Layer<FakeClient>;

const rest = (): Pick<FakeLayer, 'isApiError' | 'touched'> => ({
  isApiError: (error) => error instanceof FakeApiError,
  touched: new Set(),
});
const preferring = (prefer?: string): Record<string, string> => (prefer === undefined ? {} : { prefer });

function clientLayer(change?: Change): FakeLayer {
  return {
    ...rest(),
    name: 'client',
    call: (call, prefer) =>
      call.throughClient(new FakeClient(mock.url, {}, change), { headers: preferring(prefer) }),
  };
}

function reactQueryLayer(change?: Change): FakeLayer {
  return {
    ...rest(),
    name: 'react-query',
    call: (call, prefer) => call.throughReactQuery(new FakeClient(mock.url, preferring(prefer), change)),
  };
}

const layers = [
  { name: 'client', make: clientLayer },
  { name: 'react-query', make: reactQueryLayer },
];
const cases: ContractCase<FakeClient>[] = [getTasksCase, createTaskCase];
const [listRequired] = getTasksCase.calls;
const [createAll] = createTaskCase.calls;

describe.each(layers)('through the $name layer', ({ make }) => {
  test('a package without faults passes every check and covers everything', async () => {
    const layer = make();
    for (const definition of cases) {
      for (const call of definition.calls)
        expect(await checkCall(bench, layer, definition, call)).toEqual([]);
      for (const error of definition.errors)
        expect(await checkError(bench, layer, definition, error)).toEqual([]);
    }
    expect(coverageOf(itemsOf(cases), new Map([[layer.name, layer.touched]])).missing).toEqual([]);
  });

  test('a misspelt parameter, which Prism lets pass, fails and covers nothing', async () => {
    const layer = make((request) => ({ ...request, target: '/tasks?pgae=2' }));
    expect(await checkCall(bench, layer, getTasksCase, listRequired)).toEqual([
      'query parameter pgae: expected none, received ["2"]',
    ]);
    expect(layer.touched).toEqual(new Set());
  });

  test('a body of the wrong type fails twice: as a difference and as a violation', async () => {
    const layer = make((request) => ({ ...request, body: '{"title":5}' }));
    expect(await checkCall(bench, layer, createTaskCase, createAll)).toEqual([
      'body.title: expected "Paint", received 5',
      'violation at request.body.title: Request body property title must be string',
      'status: expected 201, received 422',
      'expected an answer, received FakeApiError: status 422',
    ]);
  });

  test('an answer that is not the promised one fails', async () => {
    const call: ContractCall<FakeClient> = {
      ...listRequired,
      response: { ...listRequired.response, data: [{ id: 2 }] },
    };
    expect(await checkCall(bench, make(), getTasksCase, call)).toEqual(['data.0.id: expected 2, received 1']);
  });

  test('an error with another status and body fails', async () => {
    const expected = { status: 404, body: { message: 'gone' } };
    expect(await checkError(bench, make(), getTasksCase, expected)).toEqual([
      'error.body.message: expected "gone", received "no such page"',
    ]);
  });

  test('an error of another class fails', async () => {
    const layer: FakeLayer = {
      ...make(),
      isApiError: (error): error is FakeApiError => error instanceof RangeError,
    };
    expect(
      await checkError(bench, layer, getTasksCase, getTasksCase.errors[0] ?? { status: 0, body: 0 }),
    ).toEqual(['expected an API error, received FakeApiError: status 404']);
  });
});

test('a failure that is swallowed fails', async () => {
  const swallow: FakeLayer = {
    ...clientLayer(),
    call: async (call, prefer) => {
      await Promise.allSettled([clientLayer().call(call, prefer)]);
    },
  };
  expect(
    await checkError(bench, swallow, getTasksCase, { status: 404, body: { message: 'no such page' } }),
  ).toEqual(['expected an error, received an answer']);
});

test('a call that sends nothing fails', async () => {
  const silent: FakeLayer = { ...clientLayer(), call: async () => [{ id: 1 }] };
  expect(await checkCall(bench, silent, getTasksCase, listRequired)).toEqual([
    'expected one request, received none',
  ]);
});

test('a call that sends twice fails', async () => {
  const twice: FakeLayer = {
    ...clientLayer(),
    call: async (call) => {
      await clientLayer().call(call);
      return clientLayer().call(call);
    },
  };
  expect(await checkCall(bench, twice, getTasksCase, listRequired)).toEqual([
    'expected one request, received GET /tasks after it',
  ]);
});

test('a token where the document asks for none fails', async () => {
  const open = { ...getTasksCase, secured: false };
  expect(await checkCall(bench, clientLayer(), open, listRequired)).toEqual([
    'authorization: expected none, received something else',
  ]);
});
