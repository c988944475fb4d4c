import { startMock } from '@sdkwright/mock';
import { expect, onTestFinished, test } from 'vitest';
import { emitContractModule } from '../../src/emit/contract-tests/contract-module.ts';
import { concreteErrors } from '../../src/emit/contract-tests/standing-status.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { modelOf, operationOf, withOperation } from '../documents.ts';

/** Answers with those statuses, each with its own name as body. */
function answers(...statuses: readonly string[]): JsonObject {
  const answer = (status: string): JsonObject => ({
    description: 'It is what it is.',
    content: { 'application/json': { schema: { type: 'string' }, example: status } },
  });
  return { responses: Object.fromEntries(statuses.map((status) => [status, answer(status)])) };
}

const documented: { given: string[]; want: [number, string][] }[] = [
  { given: ['200', '404'], want: [[404, '404']] },
  { given: ['200', '4XX'], want: [[400, '4XX']] },
  {
    given: ['200', '400', '4XX', '5XX'],
    want: [
      [400, '400'],
      [402, '4XX'],
      [500, '5XX'],
    ],
  },
  { given: ['200', 'default'], want: [[500, 'default']] },
  {
    given: ['200', '500', 'default'],
    want: [
      [500, '500'],
      [501, 'default'],
    ],
  },
  {
    given: ['200', '5XX', 'default'],
    want: [
      [500, '5XX'],
      [400, 'default'],
    ],
  },
  {
    given: ['200', '4XX', '5XX', 'default'],
    want: [
      [400, '4XX'],
      [500, '5XX'],
    ],
  },
  { given: ['200', '4xx'], want: [] },
];

test.each(documented)(
  'errors of $given are asked for by a status that stands for them',
  async ({ given, want }) => {
    const { operation } = await operationOf(withOperation(answers(...given)));
    const found = concreteErrors(operation).map(({ status, error }) => [status, error.status]);
    expect(found).toEqual(want);
  },
);

test.each(documented)(
  'the mock gives $given for the statuses that stand for them',
  async ({ given, want }) => {
    const mock = await startMock({ document: withOperation(answers(...given)) });
    onTestFinished(() => mock.close());
    const received = await Promise.all(
      want.map(async ([status]) => {
        const response = await fetch(`${mock.url}/tasks`, { headers: { prefer: `code=${status}` } });
        return [response.status, await response.json()];
      }),
    );
    expect(received).toEqual(want);
  },
);

test('a contract case holds statuses that can arrive, and no others', async () => {
  const model = await modelOf(withOperation(answers('2XX', '4XX', '4xx', 'default')));
  const [group] = model.groups;
  const text = group && emitContractModule(model, group).content;
  expect(text).toContain('statuses: [200, 400, 500], secured');
  expect(text).toContain('response: { status: 200, body: "2XX"');
  expect(text).toContain('errors: [{ status: 400, body: "4XX" }, { status: 500, body: "default" }]');
});
