import { hashDocument as hashOfMock } from '@sdkwright/mock';
import { expect, test } from 'vitest';
import { hashContract, hashDocument } from '../../src/model/document-hash.ts';
import { openapi, withOperation, withSchemas } from '../documents.ts';

const prose = [
  {
    name: 'a description',
    before: withOperation({ description: 'A.' }),
    after: withOperation({ description: 'B.' }),
  },
  { name: 'a new summary', before: withOperation({}), after: withOperation({ summary: 'Tasks' }) },
  {
    name: 'a title',
    before: withSchemas({ Task: { title: 'A' } }),
    after: withSchemas({ Task: { title: 'B' } }),
  },
  {
    name: 'an example',
    before: withSchemas({ Task: { example: 1 } }),
    after: withSchemas({ Task: { example: 2 } }),
  },
  {
    name: 'evidence',
    before: withOperation({}),
    after: withOperation({ 'x-evidence': 'official', 'x-evidence-note': 'p. 3' }),
  },
  {
    name: 'external docs',
    before: openapi(),
    after: openapi({ externalDocs: { url: 'https://example.com' } }),
  },
];

test.each(prose)('$name leaves the contract hash as it is, not the document hash', ({ before, after }) => {
  expect(hashContract(after)).toBe(hashContract(before));
  expect(hashDocument(after)).not.toBe(hashDocument(before));
});

const contract = [
  { name: 'the version', before: openapi(), after: openapi({ info: { title: 'Acme', version: '1.0.1' } }) },
  {
    name: "the API's title",
    before: openapi(),
    after: openapi({ info: { title: 'Acme 2', version: '1.0.0' } }),
  },
  {
    name: 'a type',
    before: withSchemas({ Task: { type: 'string' } }),
    after: withSchemas({ Task: { type: 'integer' } }),
  },
  {
    name: 'a property called description',
    before: withSchemas({ Task: { properties: {} } }),
    after: withSchemas({ Task: { properties: { description: {} } } }),
  },
  { name: 'a schema called example', before: withSchemas({}), after: withSchemas({ example: {} }) },
  {
    name: 'a property of a property called properties',
    before: withSchemas({ Task: { properties: { properties: { properties: {} } } } }),
    after: withSchemas({ Task: { properties: { properties: { properties: { title: {} } } } } }),
  },
  {
    name: 'a description inside of a default',
    before: withSchemas({ Task: { default: { description: 'A' } } }),
    after: withSchemas({ Task: { default: { description: 'B' } } }),
  },
  { name: 'deprecation', before: withOperation({}), after: withOperation({ deprecated: true }) },
  { name: 'x-sdk', before: withOperation({}), after: withOperation({ 'x-sdk': { method: 'all' } }) },
  {
    name: 'the order of fields',
    before: withSchemas({ A: {}, B: {} }),
    after: withSchemas({ B: {}, A: {} }),
  },
];

test.each(contract)('$name changes the contract hash', ({ before, after }) => {
  expect(hashContract(after)).not.toBe(hashContract(before));
});

test('the document hash leaves x-sdk out, at any depth, so the overlay does not change it', () => {
  const named = withOperation({ 'x-sdk': { method: 'all' } }, { 'x-sdk': { name: 'Acme' } });
  expect(hashDocument(named)).toBe(hashDocument(withOperation({})));
});

test('the mock computes the same document hash', () => {
  const document = withOperation({ 'x-sdk': { method: 'all' }, description: 'Zoë.' });
  expect(hashDocument(document)).toBe(hashOfMock(document));
});

test('a hash is told with its algorithm', () => {
  // printf '%s' '{"openapi":"3.1.0","paths":{}}' | sha256sum
  expect(hashDocument({ openapi: '3.1.0', paths: {} })).toBe(
    'sha256:ebf9a81146b6d431cdd1295bf75c47865197e514ecc537dc6bafc0f84c68d109',
  );
});
