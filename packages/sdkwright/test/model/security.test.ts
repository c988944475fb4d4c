import { expect, test } from 'vitest';
import { securitySchemes } from '../../src/model/security.ts';
import { operationOf, openapi, withOperation } from '../documents.ts';

const schemes = [
  { name: 'oauth2', given: { type: 'oauth2', flows: {} }, want: [{ name: 'main', kind: 'bearer' }] },
  { name: 'OpenID Connect', given: { type: 'openIdConnect' }, want: [{ name: 'main', kind: 'bearer' }] },
  {
    name: 'a bearer token',
    given: { type: 'http', scheme: 'bearer' },
    want: [{ name: 'main', kind: 'bearer' }],
  },
  { name: 'a password', given: { type: 'http', scheme: 'Basic' }, want: [{ name: 'main', kind: 'basic' }] },
  {
    name: 'a key in a header',
    given: { type: 'apiKey', in: 'header', name: 'X-Key' },
    want: [{ name: 'main', kind: 'header', parameter: 'X-Key' }],
  },
  {
    name: 'a key in the query',
    given: { type: 'apiKey', in: 'query', name: 'key' },
    want: [{ name: 'main', kind: 'query', parameter: 'key' }],
  },
  {
    name: 'a key in a cookie',
    given: { $ref: '#/components/securitySchemes/other' },
    want: [{ name: 'main', kind: 'cookie', parameter: 'sid' }],
  },
  { name: 'a key nowhere', given: { type: 'apiKey', in: 'body', name: 'key' }, want: [] },
  { name: 'a key without a name', given: { type: 'apiKey', in: 'query' }, want: [] },
  { name: 'mutual TLS', given: { type: 'mutualTLS' }, want: [] },
];

test.each(schemes)('$name', ({ given, want }) => {
  const other = { type: 'apiKey', in: 'cookie', name: 'sid' };
  const found = securitySchemes(openapi({ components: { securitySchemes: { main: given, other } } }));
  expect(found.filter(({ name }) => name === 'main')).toEqual(want);
});

test("an operation is secured by its own requirement, else by the document's", async () => {
  const parts = {
    security: [{ main: [] }],
    components: { securitySchemes: { main: { type: 'http', scheme: 'bearer' } } },
  };
  expect((await operationOf(withOperation({}, parts))).operation.secured).toBe(true);
  expect((await operationOf(withOperation({ security: [] }, parts))).operation.secured).toBe(false);
  expect((await operationOf(withOperation({}))).operation.secured).toBe(false);
});
