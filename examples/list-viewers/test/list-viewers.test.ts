import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

test('the example prints the viewers of the mock', async () => {
  const { WEBWORK_TOKEN: _, ...env } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/main.ts'], {
    cwd: folder,
    env,
    timeout: 20_000,
  });
  expect(stderr).toBe('');
  expect(stdout).toBe(
    'viewer@example.com  John Doe, projects: 1\n' +
      'mina.sato@example.com  Mina Sato, projects: 2\n' +
      'Viewers: 2\n',
  );
});
