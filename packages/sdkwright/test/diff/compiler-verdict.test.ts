import { describe, expect, test } from 'vitest';
import { packages, type Package } from '../../src/diff/change.ts';
import { compilerVerdict, type ConsumerError, type JudgedUpdate } from '../../src/diff/compiler-verdict.ts';
import { diffModels } from '../../src/diff/diff-models.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { json, modelOf } from '../documents.ts';
import { createTask, getTasks, integer, object, parameter, tasks, text } from './pairs/documents.ts';

const state = (...values: string[]): JsonObject => ({ type: 'string', enum: values });
const listing = (states: JsonObject): JsonObject =>
  tasks({ ...getTasks({ responses: { 200: json(object({ state: states })) } }), ...createTask() });

const same = [listing(state('open')), listing(state('open'))] as const;
/** A minor by policy, though a check that no case was forgotten stops compiling. */
const newState = [listing(state('open')), listing(state('open', 'done'))] as const;
const otherType = [
  tasks(getTasks({ parameters: [parameter('query', 'page', integer)] })),
  tasks(getTasks({ parameters: [parameter('query', 'page', text)] })),
] as const;
const renamed = [tasks(getTasks()), tasks(getTasks({ operationId: 'listAllTasks' }))] as const;
const newLimit = [
  tasks(getTasks({ parameters: [parameter('query', 'title', { type: 'string', maxLength: 9 })] })),
  tasks(getTasks({ parameters: [parameter('query', 'title', { type: 'string', maxLength: 5 })] })),
] as const;

async function verdict(
  [was, is]: readonly [JsonObject, JsonObject],
  errors: readonly ConsumerError[],
  alreadyMajor: readonly Package[] = [],
): Promise<string[]> {
  const [before, after] = [await modelOf(was), await modelOf(is)];
  const update: JudgedUpdate = { before, diff: diffModels(before, after), errors, alreadyMajor };
  return compilerVerdict(update).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

const inClient = (typeName?: string): ConsumerError => ({
  package: 'client',
  ...(typeName !== undefined && { typeName }),
  text: 'client/tasks.ts(9,1): error TS2345: …',
});

describe('an error without a major', () => {
  test('is a gap of the diff', async () => {
    expect(await verdict(same, [inClient('GetTasks')])).toEqual([
      'error update-breaks-unsaid: consumers of client stop compiling, and the diff gives it a none:\n' +
        '    client/tasks.ts(9,1): error TS2345: …',
    ]);
  });

  test('is what a minor announces, in the calls that it names', async () => {
    expect(await verdict(newState, [inClient('GetTasks')])).toEqual([]);
    expect(await verdict(newState, [inClient('CreateTask')])).toEqual([
      expect.stringContaining('error update-breaks-unsaid: consumers of client stop compiling'),
    ]);
  });

  test('is no news where a changeset that waits has the major', async () => {
    expect(await verdict(same, [inClient('GetTasks')], ['client'])).toEqual([]);
    expect(await verdict(same, [inClient('GetTasks')], ['types'])).toHaveLength(1);
  });
});

describe('a major', () => {
  test('is proven by an error', async () => {
    const errors = packages.map((name) => ({ package: name, text: 'error TS2322' }));
    expect(await verdict(otherType, errors)).toEqual([]);
  });

  test('that nothing proves asks for its reason', async () => {
    expect(await verdict(renamed, [{ package: 'types', text: 'error TS2305' }])).toEqual([
      'warning update-major-unproven: the diff gives client a major, all programs of the last release compile, ' +
        'and nothing breaks on the wire: acme.tasks.list (An operation has another name), ' +
        'acme.tasks.list (The method of an operation has another name)',
      expect.stringContaining('warning update-major-unproven: the diff gives react-query a major'),
    ]);
  });

  test('that breaks on the wire needs none', async () => {
    expect(await verdict(newLimit, [])).toEqual([]);
  });
});
