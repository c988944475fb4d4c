import { fileURLToPath } from 'node:url';
import { startMock, type Mock } from '@webwork-sdk/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileExamples, type CompiledExamples } from '../src/compile.ts';
import { documentPaths, readDocument } from '../src/documents.ts';
import { examplesOf } from '../src/examples.ts';
import { runExample } from '../src/run-example.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const apiUrl = 'https://api.webwork-tracker.com/api/v2';

const paths = await documentPaths(root);
const texts = await Promise.all(paths.map((path) => readDocument(root, path)));
const examples = paths.flatMap((path, index) => examplesOf(path, texts[index] ?? ''));

let mock: Mock;
let compiled: CompiledExamples;
beforeAll(async () => {
  [mock, compiled] = await Promise.all([startMock(), compileExamples(here, 'examples', examples)]);
});
afterAll(() => mock.close());

test('the front page has examples', () => {
  expect(examples.filter(({ place }) => place.startsWith('README.md')).length).toBeGreaterThan(3);
});

test('the documentation of every published package has an example', () => {
  const published = ['client', 'mock', 'mock-core', 'react-query', 'react-query-core', 'sdkwright', 'types'];
  const shown = new Set(examples.map(({ place }) => place.split('/README.md')[0]));
  expect(published.filter((name) => !shown.has(`packages/${name}`))).toEqual([]);
});

test('every example compiles', () => {
  expect(compiled.problems).toEqual([]);
});

describe.concurrent('prints what the document says', () => {
  test.each(examples.filter(({ output }) => output !== undefined))('$place', async (example) => {
    const { stdout, stderr, code } = await runExample(compiled.program(example), {
      apiUrl,
      mockUrl: mock.url,
    });
    expect(stderr + (code === 0 ? '' : `exit code ${code}`)).toBe('');
    expect(stdout.trimEnd()).toBe(example.output);
  });
});
