import { expect, test } from 'vitest';

import { schemaCompiler } from '../src/closed-schemas.ts';

const compileAt = schemaCompiler({
  components: {
    schemas: {
      Pet: { type: 'object', properties: { id: { type: 'integer', examples: [1] } }, 'x-evidence': 'seed' },
      Open: { type: 'object', properties: { id: { type: 'integer' } }, additionalProperties: true },
      Home: {
        type: 'object',
        properties: { pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
      },
      Typo: { type: 'object', propertys: {} },
      Lost: { $ref: '#/components/schemas/Gone' },
    },
  },
});

test.each([
  ['declared fields fit', 'Pet', { id: 7 }, true],
  ['a field left out fits', 'Pet', {}, true],
  ['an undeclared field does not fit', 'Pet', { id: 7, name: 'Rex' }, false],
  ['an undeclared field behind a reference does not fit', 'Home', { pets: [{ id: 7, name: 'Rex' }] }, false],
  ['an undeclared field fits where the schema says so', 'Open', { id: 7, name: 'Rex' }, true],
  ['a wrong type does not fit', 'Pet', { id: '7' }, false],
])('%s', (_, schema, value, want) => {
  expect(compileAt(`/components/schemas/${schema}`)(value)).toBe(want);
});

test.each([
  ['an unknown keyword', 'Typo', 'propertys'],
  ['a reference that leads nowhere', 'Lost', 'Gone'],
])('%s is an error', (_, schema, want) => {
  expect(() => compileAt(`/components/schemas/${schema}`)).toThrow(want);
});
