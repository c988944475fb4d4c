import { expect, test } from 'vitest';
import { jsdoc, operationDocumentation, schemaDocumentation } from '../../src/emit/jsdoc.ts';
import { operationOf, withOperation } from '../documents.ts';

const blocks = [
  { name: 'nothing', given: [], want: '' },
  { name: 'one line', given: ['A task.'], want: '/** A task. */\n' },
  {
    name: 'several lines',
    given: ['A task.', '', '@default 1'],
    want: '/**\n * A task.\n *\n * @default 1\n */\n',
  },
  { name: 'lines in one text', given: ['One.\r\nTwo.\n'], want: '/**\n * One.\n * Two.\n *\n */\n' },
  { name: 'the end of a comment', given: ['a*/b'], want: '/** a*\\/b */\n' },
  {
    name: 'the end of a comment around a character that is not seen',
    given: ['a*\u200B/b'],
    want: '/** a*\\/b */\n',
  },
  { name: 'a line separator', given: ['a\u2028b'], want: '/**\n * a\n * b\n */\n' },
  { name: 'a character that turns the direction', given: ['a\u202Eb'], want: '/** ab */\n' },
  { name: 'half a surrogate pair', given: ['a\uD800b'], want: '/** ab */\n' },
  { name: 'tabs', given: ['a\tb'], want: '/** a  b */\n' },
  {
    name: 'a long line',
    given: [`${'word '.repeat(25)}end`],
    want: `/**\n * ${'word '.repeat(20).trim()}\n * ${'word '.repeat(5)}end\n */\n`,
  },
];

test.each(blocks)('a block of $name', ({ given, want }) => {
  expect(jsdoc(given)).toBe(want);
});

const schemas = [
  { name: 'no object', given: true, want: [] },
  { name: 'nothing to say', given: { type: 'string' }, want: [] },
  { name: 'a description', given: { description: ' The id. ', title: 'Id' }, want: ['The id.'] },
  { name: 'a title alone', given: { title: 'Id' }, want: ['Id'] },
  { name: 'tags alone', given: { default: null, format: 'date' }, want: ['@format date', '@default null'] },
  {
    name: 'every kind of fact, in one order',
    given: {
      description: 'Text.',
      pattern: '^a+$',
      maxLength: 3,
      minLength: 0,
      default: 'a',
      examples: ['a', { b: [1] }, 3, 4],
      deprecated: true,
      'x-evidence': 'inferred',
      'x-evidence-note': 'As its siblings.',
    },
    want: [
      'Text.',
      '',
      '@default a',
      '@minLength 0',
      '@maxLength 3',
      '@pattern ^a+$',
      '@example a',
      '@example {"b":[1]}',
      '@example 3',
      '@deprecated',
      '@experimental As its siblings.',
    ],
  },
  { name: 'one example before several', given: { example: false, examples: [1] }, want: ['@example false'] },
];

test.each(schemas)('what is told of a schema: $name', ({ given, want }) => {
  expect(schemaDocumentation(given)).toEqual(want);
});

test('a title that only says the name again is left out', () => {
  const schema = { title: 'My Task Ids', default: '' };
  expect(schemaDocumentation(schema, 'my_taskIds')).toEqual(['@default ""']);
  expect(schemaDocumentation(schema, 'ids')).toEqual(['My Task Ids', '', '@default ""']);
});

const operations = [
  { given: {}, want: ['`GET /tasks`'] },
  { given: { summary: 'List tasks.' }, want: ['List tasks. `GET /tasks`'] },
  {
    given: {
      summary: 'List tasks',
      description: 'All of them.\n',
      deprecated: true,
      'x-evidence': 'inferred',
    },
    want: [
      'List tasks. `GET /tasks`\n\nAll of them.',
      '',
      '@deprecated',
      '@experimental Inferred; not seen in the documentation.',
    ],
  },
];

test.each(operations)('what is told of an operation: $given', async ({ given, want }) => {
  const { operation } = await operationOf(withOperation(given));
  expect(operationDocumentation(operation)).toEqual(want);
});
