import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkReferences, collectReferences } from '../../src/read/references.ts';
import { openapi, withOperation, withSchemas } from '../documents.ts';

const nowhere = { $ref: '#/components/schemas/Nowhere' };

test('a $ref to nothing names its target and its place', () => {
  const document = withSchemas({ Task: { properties: { 'a/b': nowhere } } });
  expect(checkReferences(document, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      'error reference-unresolved: $ref "#/components/schemas/Nowhere" leads to nothing',
      '  at api.yaml #/components/schemas/Task/properties/a~1b/$ref',
      '  Add the missing part to the document or correct the $ref.',
    ].join('\n'),
  ]);
});

test('a $ref to another file is told, since nobody follows it', () => {
  const document = withSchemas({ Task: { $ref: './task.yaml#/Task' } });
  expect(checkReferences(document, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      'error reference-unresolved: $ref "./task.yaml#/Task" leads out of the document',
      '  at api.yaml #/components/schemas/Task/$ref',
      '  Bundle the document into one file first, for example with `npx @redocly/cli bundle`.',
    ].join('\n'),
  ]);
});

const places = [
  { name: 'a response called default', document: withOperation({ responses: { default: nowhere } }) },
  { name: 'a schema called example', document: withSchemas({ example: { items: nowhere } }) },
  { name: 'a property called value', document: withSchemas({ Task: { properties: { value: nowhere } } }) },
  {
    name: 'a property called default',
    document: withSchemas({ Task: { properties: { default: nowhere } } }),
  },
  {
    name: 'the schema of a property called properties',
    document: withSchemas({ Task: { properties: { properties: nowhere } } }),
  },
  {
    name: 'a property called examples',
    document: withSchemas({ Task: { properties: { examples: { items: nowhere } } } }),
  },
  {
    name: 'a header called x-count',
    document: withOperation({ responses: { 200: { headers: { 'x-count': nowhere } } } }),
  },
  { name: 'an item of a list', document: withSchemas({ Task: { allOf: [{}, nowhere] } }) },
  { name: 'an example object', document: openapi({ components: { examples: { first: nowhere } } }) },
];

test.each(places)('a $ref to nothing is found in $name', ({ document }) => {
  expect(checkReferences(document, 'api.yaml')).toHaveLength(1);
});

const data = [
  { name: 'example', schema: { example: nowhere } },
  { name: 'examples', schema: { examples: [nowhere] } },
  { name: 'default', schema: { default: nowhere } },
  { name: 'enum', schema: { enum: [nowhere] } },
  { name: 'const', schema: { const: { deeper: nowhere } } },
  { name: 'the value of a named example', schema: { examples: { first: { value: nowhere } } } },
  { name: 'an extension', schema: { 'x-origin': nowhere } },
  { name: 'a property that is called $ref', schema: { properties: { $ref: { type: 'string' } } } },
];

test.each(data)('$name holds data, not references', ({ schema }) => {
  expect(checkReferences(withSchemas({ Task: schema }), 'api.yaml')).toEqual([]);
});

const targets = [
  { target: '#/components/schemas/Task', want: true },
  { target: '#/paths/~1tasks~1%7Bid%7D', want: true },
  { target: '#/tags/0', want: true },
  { target: '#', want: true },
  { target: '#/tags/1', want: false },
  { target: '#/components/schemas/constructor', want: false },
  { target: '#components', want: false },
];

test.each(targets)('$target leads somewhere: $want', ({ target, want }) => {
  const document = openapi({
    tags: [{ name: 'Tasks' }],
    paths: { '/tasks/{id}': {} },
    components: { schemas: { Task: {}, Owner: { $ref: target } } },
  });
  expect(checkReferences(document, 'api.yaml').length === 0).toBe(want);
});

test('references come in document order', () => {
  const document = withSchemas({ A: { allOf: [{ $ref: '#/1' }, { $ref: '#/2' }] }, B: { $ref: '#/3' } });
  expect(collectReferences(document).map(({ target }) => target)).toEqual(['#/1', '#/2', '#/3']);
});

test('10,000 levels do not overflow the stack', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(10_000)}{"$ref":"#/x"}${'}'.repeat(10_000)}`);
  expect(collectReferences({ deep })).toHaveLength(1);
});
