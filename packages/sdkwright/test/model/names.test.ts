import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import {
  camelCase,
  functionName,
  identifier,
  kebabCase,
  pascalCase,
  scopeOf,
  singular,
  typeName,
  uniqueNames,
  wordsOf,
} from '../../src/model/names.ts';

const words = [
  { text: 'getHTTPStatus v2', want: ['get', 'HTTP', 'Status', 'v', '2'] },
  { text: 'project_viewers', want: ['project', 'viewers'] },
  { text: 'Time Tracking', want: ['Time', 'Tracking'] },
  { text: 'tasks/{id}.json', want: ['tasks', 'id', 'json'] },
  { text: 'übergrößeÄnderung', want: ['übergröße', 'Änderung'] },
  { text: "the user’s 'own' list, GitHub's", want: ['the', 'users', 'own', 'list', 'Git', 'Hubs'] },
  { text: '获取任务', want: ['获取任务'] },
  { text: '--', want: [] },
];

test.each(words)('the words of $text', ({ text, want }) => {
  expect(wordsOf(text)).toEqual(want);
});

test.each([
  ['getHTTPStatus', 'getHTTPStatus'],
  ['GetHTTPStatus', 'getHttpStatus'],
  ['get_tasks_by_id', 'getTasksById'],
  ['read_items_items__get', 'readItemsItemsGet'],
  ['repos/list-for-org', 'reposListForOrg'],
  ['delete', 'delete_'],
  ['获取任务', '获取任务'],
  ['$', '_'],
])('the function of %s is %s', (id, want) => {
  expect(functionName(id)).toBe(want);
});

const scopes = [
  { name: 'AcmeRockets', want: '@acme-rockets' },
  { name: 'Überblick', want: '@uberblick' },
  { name: '获取任务', want: '@api' },
  { name: `${'a'.repeat(59)}Bee`, want: `@${'a'.repeat(59)}` },
];

test.each(scopes)('the packages of $name are in $want', ({ name, want }) => {
  expect(scopeOf(name)).toBe(want);
});

const casings = [
  { text: 'project viewers', camel: 'projectViewers', pascal: 'ProjectViewers', kebab: 'project-viewers' },
  { text: 'HTTPStatus', camel: 'httpStatus', pascal: 'HttpStatus', kebab: 'http-status' },
  { text: 'OAuth2Token', camel: 'oAuth2Token', pascal: 'OAuth2Token', kebab: 'o-auth-2-token' },
  { text: 'x', camel: 'x', pascal: 'X', kebab: 'x' },
  { text: '', camel: '', pascal: '', kebab: '' },
];

test.each(casings)('$text in three casings', ({ text, camel, pascal, kebab }) => {
  expect({ camel: camelCase(text), pascal: pascalCase(text), kebab: kebabCase(text) }).toEqual({
    camel,
    pascal,
    kebab,
  });
});

const identifiers = [
  { text: 'getTasks', want: 'getTasks' },
  { text: 'get_tasks', want: 'get_tasks' },
  { text: 'get-tasks', want: 'getTasks' },
  { text: 'delete', want: 'delete_' },
  { text: 'await', want: 'await_' },
  { text: '2fa/enable', want: '_2FaEnable' },
  { text: 'x²', want: 'x' },
  { text: 'a\u20DDb', want: 'aB' },
  { text: '!!', want: '_' },
  { text: '__proto__', want: '__proto__' },
];

test.each(identifiers)('the identifier of $text is $want', ({ text, want }) => {
  expect(identifier(text, camelCase)).toBe(want);
});

const types = [
  { text: 'Task', want: 'Task' },
  { text: 'task_list', want: 'TaskList' },
  { text: 'Task_List', want: 'Task_List' },
  { text: 'Error', want: 'ErrorSchema' },
  { text: 'response', want: 'ResponseSchema' },
  { text: '404', want: '_404' },
  { text: '', want: 'Unnamed' },
];

test.each(types)('the type name of $text is $want', ({ text, want }) => {
  expect(typeName(text)).toBe(want);
});

const anyText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
  .filter(isKnownToCompiler);

test('whatever the text, the compiler reads the identifier as one identifier', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const name of [identifier(text, camelCase), identifier(text, pascalCase), typeName(text)]) {
        expect(tokensOf(name)).toEqual([{ isIdentifier: true, text: name }]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('what is an identifier already stays, unless it is reserved', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][A-Za-z0-9]{2,12}$/), (text) => {
      expect([text, `${text}_`]).toContain(identifier(text, camelCase));
    }),
  );
});

test('names that clash get a number, whatever their case', () => {
  expect(uniqueNames(['task', 'Task', 'task2', 'TASK'], (name) => name)).toEqual([
    'task',
    'Task2',
    'task22',
    'TASK3',
  ]);
});

test('unique names are unique on a disk that ignores case, and the first of a kind keeps its own', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[abAB][12]?$/)), (texts) => {
      const names = uniqueNames(texts, (text) => text);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
      expect(names[0]).toBe(texts[0]);
    }),
  );
});

const plurals = [
  ['policies', 'policy'],
  ['balances', 'balance'],
  ['statuses', 'statuse'],
  ['addresses', 'address'],
  ['boxes', 'box'],
  ['matches', 'match'],
  ['access', 'access'],
  ['task', 'task'],
] as const;

test.each(plurals)('%s in the singular is %s', (plural, want) => {
  expect(singular(plural)).toBe(want);
});

/** The engine's Unicode is newer than the compiler's: letters in between are left out, in both cases. */
function isKnownToCompiler(text: string): boolean {
  return Array.from(text + text.toUpperCase() + text.toLowerCase()).every((character) => {
    const isPart = ts.isIdentifierPart(character.codePointAt(0) ?? 0, ts.ScriptTarget.ESNext);
    return isPart || !/\p{ID_Continue}/u.test(character);
  });
}

function tokensOf(text: string): { isIdentifier: boolean; text: string }[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  const tokens: { isIdentifier: boolean; text: string }[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    tokens.push({ isIdentifier: mayBeName(kind), text: scanner.getTokenText() });
  }
  return tokens;
}

/** Words such as `of` and `type` are keywords in some places only. */
function mayBeName(kind: ts.SyntaxKind): boolean {
  const isContextual = kind > ts.SyntaxKind.LastFutureReservedWord && kind <= ts.SyntaxKind.LastKeyword;
  return kind === ts.SyntaxKind.Identifier || isContextual;
}
