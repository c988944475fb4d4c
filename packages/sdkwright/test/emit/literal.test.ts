import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { commentText, jsonLiteral, propertyKey, singleLine, stringLiteral } from '../../src/emit/literal.ts';

const strings = [
  { text: 'plain', want: '"plain"' },
  { text: 'a "quote" and a \\', want: '"a \\"quote\\" and a \\\\"' },
  { text: 'line\nbreak', want: '"line\\nbreak"' },
  { text: '\u2028\u2029', want: '"\\u2028\\u2029"' },
  { text: 'user\u202E\u2066resu', want: '"user\\u202e\\u2066resu"' },
  { text: '\uFEFF\u200B\u061C', want: '"\\ufeff\\u200b\\u061c"' },
  { text: '\u{E0041}', want: '"\\udb40\\udc41"' },
  { text: '\uD800', want: '"\\ud800"' },
  { text: '${x} `y` */ </script>', want: '"${x} `y` */ </script>"' },
  { text: 'Zoë 获取', want: '"Zoë 获取"' },
];

test.each(strings)('the literal of $text', ({ text, want }) => {
  expect(stringLiteral(text)).toBe(want);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);

test('a string literal is one visible line that JSON and the compiler read as the very text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const literal = stringLiteral(text);
      expect(JSON.parse(literal)).toBe(text);
      expect(compiledText(literal)).toBe(text);
      expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 1000 },
  );
});

const values = [
  { value: [1, 'a', null, true, []], want: '[1, "a", null, true, []]' },
  { value: { a: 1, 'b-c': { $d: [] } }, want: '{ a: 1, "b-c": { $d: [] } }' },
  { value: { gone: undefined, left: 1 }, want: '{ left: 1 }' },
  { value: JSON.parse('{"__proto__": 1}'), want: '{ ["__proto__"]: 1 }' },
  { value: undefined, want: 'undefined' },
];

test.each(values)('the literal $want', ({ value, want }) => {
  expect(jsonLiteral(value)).toBe(want);
});

const keys = [
  { key: 'id', want: 'id' },
  { key: '$ref', want: '$ref' },
  { key: 'delete', want: 'delete' },
  { key: 'per-page', want: '"per-page"' },
  { key: '2fa', want: '"2fa"' },
  { key: 'größe', want: '"größe"' },
  { key: '', want: '""' },
  { key: ']: evil()', want: '"]: evil()"' },
];

test.each(keys)('the property key $key', ({ key, want }) => {
  expect(propertyKey(key)).toBe(want);
});

test('text for the end of a line stays on its line', () => {
  expect(singleLine(' Acme\r\n\u2028 API\t2\u0000 ')).toBe('Acme API 2');
});

test('no text ends the comment it stands in, or hides in it', () => {
  const hostile = fc.array(fc.constantFrom('*', '/', '\u200B', '\n', '\u2028', '\u202E', 'a'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(hostile, (characters) => {
      const text = commentText(characters.join(''));
      expect(text).not.toContain('*/');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 1000 },
  );
});

function compiledText(literal: string): string | undefined {
  const file = ts.createSourceFile('literal.ts', `(${literal})`, ts.ScriptTarget.ESNext);
  const [statement] = file.statements;
  if (!statement || !ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const inner = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  return ts.isStringLiteral(inner) ? inner.text : undefined;
}
