import { expect, test } from 'vitest';
import { parseSource } from '../../src/read/parse.ts';
import { problemsOf } from '../problems.ts';

const documents = [
  { name: 'YAML', text: 'openapi: 3.1.0\n', want: { openapi: '3.1.0' } },
  { name: 'JSON', text: '{"openapi":"3.1.0"}', want: { openapi: '3.1.0' } },
  { name: 'YAML with a byte order mark', text: '\uFEFFopenapi: 3.1.0\n', want: { openapi: '3.1.0' } },
  { name: 'JSON with a byte order mark', text: '\uFEFF \n{"openapi":"3.1.0"}', want: { openapi: '3.1.0' } },
  {
    name: 'a YAML flow mapping, which looks like JSON',
    text: '{openapi: 3.1.0}',
    want: { openapi: '3.1.0' },
  },
  { name: 'number keys as text', text: 'responses:\n  200: ok\n', want: { responses: { '200': 'ok' } } },
  { name: 'an alias', text: 'a: &x [1]\nb: *x\n', want: { a: [1], b: [1] } },
  { name: 'text that YAML 1.1 took for a boolean', text: 'country: NO\n', want: { country: 'NO' } },
];

test.each(documents)('$name is read', ({ text, want }) => {
  expect(parseSource({ location: 'api.yaml', text })).toEqual(want);
});

const broken = [
  {
    name: 'a YAML list that is not closed',
    text: 'a: [1, 2\nb: 3\n',
    want: 'Flow sequence in block collection must be sufficiently indented and end with a ]\n  at api.yaml:2:1',
  },
  {
    name: 'a JSON list that is not closed',
    text: '{\n  "a": [1, 2\n}',
    want: 'Flow sequence in block collection must be sufficiently indented and end with a ]\n  at api.yaml:3:1',
  },
  { name: 'a tab', text: 'a:\n\t- b\n', want: 'Tabs are not allowed as indentation\n  at api.yaml:2:1' },
  { name: 'a key twice', text: 'a: 1\nb: 2\na: 3\n', want: 'Map keys must be unique\n  at api.yaml:3:1' },
  {
    name: 'an alias of nothing',
    text: 'a: *x\n',
    want: 'Unresolved alias (the anchor must be set before the alias): x\n  at api.yaml',
  },
  {
    name: 'aliases of aliases of aliases',
    text: `a: &a [x, x, x, x, x, x, x, x, x]\n${['ab', 'bc', 'cd', 'de']
      .map(([from, to]) => `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]\n`)
      .join('')}`,
    want: 'Excessive alias count indicates a resource exhaustion attack\n  at api.yaml',
  },
  {
    name: 'an alias in its own anchor',
    text: 'a: &a\n  b: [*a, *a]\n',
    want: 'it nests deeper than 256 levels\n  at api.yaml',
  },
  {
    name: 'JSON as deep as a stack',
    text: `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    want: 'it nests deeper than 256 levels\n  at api.yaml',
  },
  {
    name: 'one level too many',
    text: `{"a":${'['.repeat(256)}${']'.repeat(256)}}`,
    want: 'it nests deeper than 256 levels\n  at api.yaml',
  },
  { name: 'a list', text: '- a\n', want: 'it holds a list where an object was expected\n  at api.yaml' },
  {
    name: 'a scalar',
    text: 'hello\n',
    want: 'it holds a string where an object was expected\n  at api.yaml',
  },
  { name: 'an empty file', text: '', want: 'it holds nothing where an object was expected\n  at api.yaml' },
  {
    name: 'only a comment',
    text: '# later\n',
    want: 'it holds nothing where an object was expected\n  at api.yaml',
  },
];

test.each(broken)('$name is refused with its place', async ({ text, want }) => {
  expect(await problemsOf(() => parseSource({ location: 'api.yaml', text }))).toBe(
    `error document-unparsable: "api.yaml" is neither JSON nor YAML: ${want}\n` +
      '  Mend the syntax at that place, then run the command again.',
  );
});

test('256 levels are enough for anybody', () => {
  const text = `{"a":${'['.repeat(255)}${']'.repeat(255)}}`;
  expect(JSON.stringify(parseSource({ location: 'api.json', text }))).toBe(text);
});

test('a key called __proto__ is a key, and changes no prototype', () => {
  for (const text of ['{"__proto__": {"polluted": 1}}', '__proto__:\n  polluted: 1\n']) {
    const document = parseSource({ location: 'api.yaml', text });
    expect(Object.keys(document)).toEqual(['__proto__']);
    expect('polluted' in document).toBe(false);
  }
});
