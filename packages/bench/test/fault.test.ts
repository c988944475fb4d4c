import { expect, test } from 'vitest';
import { faultOf, type FailedCall, type Violation } from '../src/corpus/fault.ts';
import { faultsTable } from '../src/corpus/faults-table.ts';
import type { DocumentReport } from '../src/corpus/document-report.ts';

function failed(parts: Partial<FailedCall>): FailedCall {
  return {
    error: new Error('no'),
    violations: [],
    isAllowed: () => true,
    isUndescribed: () => false,
    ...parts,
  };
}

const violation = (place: string, message: string): Violation => ({ location: place.split('.'), message });
const missing = violation('request.body', "must have required property 'name'");
const crash = { status: 502, body: { detail: 'Prism could not answer GET /a: Parse Error' } };

const cases: { name: string; call: Partial<FailedCall>; want: [kind: string, said: string] }[] = [
  { name: 'no answer in time', call: { error: { name: 'TimeoutError' } }, want: ['deadline', ''] },
  { name: 'a deadline of the mock', call: { error: { status: 504 } }, want: ['deadline', ''] },
  { name: 'a broken connection', call: { error: crash }, want: ['connection', 'Parse Error'] },
  {
    name: 'a value that another validator allows',
    call: { violations: [violation('request.query.ids', 'must be array')] },
    want: ['refusal', 'request.query.ids: must be array'],
  },
  {
    name: 'a form that Prism says it cannot read',
    call: {
      violations: [violation('request', 'Cannot deserialize JSON object array in form data request body.')],
      isAllowed: () => false,
    },
    want: ['form', 'request: Cannot deserialize JSON object array in form data request body.'],
  },
  {
    name: 'a value that no validator allows',
    call: { violations: [violation('request.query.ids', 'must be array')], isAllowed: () => false },
    want: ['sample', 'request.query.ids: must be array'],
  },
  {
    name: 'a field that nobody can know of',
    call: { violations: [missing], isAllowed: () => false, isUndescribed: () => true },
    want: ['undescribed', "request.body: must have required property 'name'"],
  },
  {
    name: "an answer against the document's schema",
    call: { violations: [violation('response.body', 'must be integer')] },
    want: ['answer', 'response.body: must be integer'],
  },
  { name: 'what has no evidence', call: {}, want: ['unexplained', 'Error: no'] },
  {
    name: 'a busy Prism that says nothing',
    call: { violations: undefined },
    want: ['unexplained', 'Error: no'],
  },
];

test.each(cases)('$name', ({ call, want: [kind, said] }) => {
  expect(faultOf(failed(call))).toEqual({ kind, said });
});

test('a row for each call, the smallest document first', () => {
  const report = (name: string, operations: number, said: string): DocumentReport => ({
    name,
    operations,
    schemas: 0,
    diagnostics: 0,
    files: 0,
    lines: 0,
    seconds: 0,
    megabytes: 0,
    isStable: true,
    typeErrors: {},
    calls: {
      planned: 2,
      made: 2,
      failures: [{ operation: 'getTask', call: 'all', fault: { kind: 'refusal', said } }],
    },
  });
  expect(faultsTable([report('large.yaml', 9, ''), report('small.yaml', 1, 'a|`b`')])).toBe(
    [
      '| document | operation | call | what kept it | in its words |',
      '| --- | --- | --- | --- | --- |',
      "| small.yaml | `getTask` | all | Prism refuses what the schema allows | `a\\|'b'` |",
      '| large.yaml | `getTask` | all | Prism refuses what the schema allows |  |',
    ].join('\n'),
  );
});
