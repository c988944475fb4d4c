import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filledOnce } from '../src/filled-once.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chromium-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('two who fill it at once get one, and leave nothing half done', async () => {
  const folder = await temporaryFolder();
  const one = join(folder, 'browser');
  const filling = ['first', 'second'].map((text) =>
    filledOnce(one, (scratch) => writeFile(join(scratch, 'program'), text)),
  );
  await Promise.all(filling);
  expect(await readdir(folder)).toEqual(['browser']);
  expect(await readFile(join(one, 'program'), 'utf8')).toMatch(/^(?:first|second)$/);
});

test('what is there is not filled again', async () => {
  const folder = await temporaryFolder();
  await filledOnce(folder, (scratch) => writeFile(join(scratch, 'program'), 'again'));
  expect(await readdir(folder)).toEqual([]);
});

test('a failure leaves nothing, and is told', async () => {
  const folder = await temporaryFolder();
  const failing = filledOnce(join(folder, 'browser'), () => Promise.reject(new Error('no space')));
  await expect(failing).rejects.toThrow('no space');
  expect(await readdir(folder)).toEqual([]);
});
