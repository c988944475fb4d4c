import { fileURLToPath } from 'node:url';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileExamples } from '../src/compile.ts';
import { examplesOf, type Example } from '../src/examples.ts';
import { runExample } from '../src/run-example.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const fence = '```';

function examples(body: string): Example[] {
  return examplesOf('GIVEN.md', `${fence}ts run\n${body}\n${fence}\n\n${fence}text\n1\n${fence}\n`);
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test('an example that does not compile is named with its place in the document', async () => {
  const given = examples("import { WebWork } from '@webwork-sdk/client';\nnew WebWork({ tokn: 'a' });");
  const { problems } = await compileExamples(here, 'red', given);
  expect(problems.join('\n')).toContain('GIVEN.md:3:15: error TS2769');
});

test('an example that fails tells why', async () => {
  const given = examples("throw new Error('it failed');");
  const { program } = await compileExamples(here, 'failing', given);
  const [result] = await Promise.all(given.map((example) => runExample(program(example), addresses())));
  expect(result?.code).toBe(1);
  expect(result?.stderr).toContain('Error: it failed');
});

test('an example reaches the mock at the address of the API, and nothing else', async () => {
  const given = examples(
    "console.log((await fetch('http://api.invalid/v2/workspaces')).status);\n" +
      "await fetch('http://elsewhere.invalid/').catch((error: unknown) => console.log(String(error)));",
  );
  const { program } = await compileExamples(here, 'reaching', given);
  const [result] = await Promise.all(given.map((example) => runExample(program(example), addresses())));
  expect(result?.stdout).toBe(
    '401\nError: An example asked for http://elsewhere.invalid/, which is neither the API nor this machine.\n',
  );
});

function addresses(): { apiUrl: string; mockUrl: string } {
  return { apiUrl: 'http://api.invalid/v2', mockUrl: mock.url };
}
