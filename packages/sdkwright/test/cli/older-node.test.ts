import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePath } from '@webwork-sdk/node-20';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

test('in a Node that is too old the first word is which one is needed', async () => {
  const script = join(await temporaryFolder(), 'bin.mjs');
  await copyFile(fileURLToPath(new URL('../../src/bin.ts', import.meta.url)), script);
  const told = await new Promise((resolve) => {
    execFile(nodePath, [script], { timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    );
  });
  expect(told).toEqual({
    code: 1,
    stdout: '',
    stderr: 'sdkwright needs Node 22.18 or newer; this is v20.19.0.\n',
  });
});
