import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodePath } from '@webwork-sdk/node-20';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const program = fileURLToPath(new URL('redirects.mjs', import.meta.url));

test.each([
  ['Node 20', nodePath],
  ['this Node', process.execPath],
])('in %s no redirect takes a token along', async (_name, node) => {
  const { stdout } = await run(node, [program]);
  expect(JSON.parse(stdout)).toEqual({
    arrived: [
      ['home', '/a', 'Bearer secret', null],
      ['home', '/a', null, 'secret'],
      ['home', '/a?key=secret', null, null],
    ],
    outcomes: [
      [false, 'unexpected', 302],
      [false, 'unexpected', 302],
      [false, 'unexpected', 302],
    ],
  });
});
