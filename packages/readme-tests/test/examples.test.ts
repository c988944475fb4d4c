import { expect, test } from 'vitest';
import { examplesOf } from '../src/examples.ts';

const fence = '```';

test('a block becomes a module whose lines are those of the document', () => {
  const given = `# Title\n\n${fence}ts\nconst a = 1;\n${fence}\n`;
  expect(examplesOf('packages/client/README.md', given)).toEqual([
    {
      place: 'packages/client/README.md:4',
      name: 'packages-client-README-4',
      extension: 'ts',
      source: '\n\n\nconst a = 1;\n',
    },
  ]);
});

test('what a block prints is the text block behind it', () => {
  const given = `${fence}ts run\nconsole.log(1);\n${fence}\n\nIt prints\n\n${fence}text\n1\n${fence}\n`;
  expect(examplesOf('README.md', given).map(({ output }) => output)).toEqual(['1']);
});

test('blocks of other languages are no examples, blocks in a list are', () => {
  const given = `${fence}bash\nls\n${fence}\n\n- item\n\n  ${fence}tsx\n  <a />;\n  ${fence}\n`;
  expect(examplesOf('README.md', given)).toEqual([
    { place: 'README.md:8', name: 'README-8', extension: 'tsx', source: `${'\n'.repeat(7)}<a />;\n` },
  ]);
});

test('a block that runs says what it prints', () => {
  const given = `${fence}ts run\nconsole.log(1);\n${fence}\n`;
  expect(() => examplesOf('README.md', given)).toThrow(
    'README.md:2: a block marked "run" needs a ```text block behind it with what it prints.',
  );
});

test('a misspelt mark is no reason to skip a block', () => {
  const given = `${fence}ts rnu\nconsole.log(1);\n${fence}\n`;
  expect(() => examplesOf('README.md', given)).toThrow('README.md:2: the mark "rnu" is not known');
});
