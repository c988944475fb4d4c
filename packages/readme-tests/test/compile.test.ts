import { fileURLToPath } from 'node:url';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandResult } from '../src/command.ts';
import { compileExamples, type CompiledExamples } from '../src/compile.ts';
import { examplesOf, type Example } from '../src/examples.ts';
import { runExample } from '../src/run-example.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const fence = '```';

const wrong = examples(
  'WRONG.md',
  "import { WebWork } from '@webwork-sdk/client';\nnew WebWork({ tokn: 'a' });",
);
const failing = examples('FAILING.md', "throw new Error('it failed');");
const reaching = examples(
  'REACHING.md',
  "console.log((await fetch('http://api.invalid/v2/workspaces')).status);\n" +
    "await fetch('http://elsewhere.invalid/').catch((error: unknown) => console.log(String(error)));",
);

let mock: Mock;
let compiled: CompiledExamples;
beforeAll(async () => {
  const given = [...wrong, ...failing, ...reaching];
  [mock, compiled] = await Promise.all([startMock(), compileExamples(here, 'given', given)]);
});
afterAll(() => mock.close());

test('an example that does not compile is named with its place in the document', () => {
  expect(compiled.problems.filter((problem) => !problem.startsWith(' '))).toEqual([
    expect.stringContaining('WRONG.md:3:15: error TS2769: No overload matches this call.'),
  ]);
});

test('an example that fails tells why', async () => {
  const { code, stderr } = await run(failing);
  expect(code).toBe(1);
  expect(stderr).toContain('Error: it failed');
});

test('an example reaches the mock at the address of the API, and nothing else', async () => {
  const { stdout } = await run(reaching);
  expect(stdout).toBe(
    '401\nError: An example asked for http://elsewhere.invalid/, which is neither the API nor this machine.\n',
  );
});

function examples(path: string, body: string): Example[] {
  return examplesOf(path, `${fence}ts run\n${body}\n${fence}\n\n${fence}text\n1\n${fence}\n`);
}

async function run([example]: readonly Example[]): Promise<CommandResult> {
  if (example === undefined) throw new Error('There is no example to run.');
  return await runExample(compiled.program(example), { apiUrl: 'http://api.invalid/v2', mockUrl: mock.url });
}
