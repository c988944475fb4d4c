import { expect, test } from 'vitest';
import { hashDocument } from '../src/index.ts';

test('the hash is the SHA-256 of the JSON text', () => {
  // printf '%s' '{"openapi":"3.1.0","paths":{}}' | sha256sum
  expect(hashDocument({ openapi: '3.1.0', paths: {} })).toBe(
    'sha256:ebf9a81146b6d431cdd1295bf75c47865197e514ecc537dc6bafc0f84c68d109',
  );
});

test('x-sdk is left out at any depth, everything else counts', () => {
  const plain = { openapi: '3.1.0', paths: { '/a': { get: { operationId: 'getA' } } } };
  const overlaid = {
    ...plain,
    'x-sdk': {},
    paths: { '/a': { get: { operationId: 'getA', 'x-sdk': { name: 'a' } } } },
  };
  const changed = { ...plain, paths: { '/a': { get: { operationId: 'getA', 'x-other': 1 } } } };
  expect(hashDocument(overlaid)).toBe(hashDocument(plain));
  expect(hashDocument(changed)).not.toBe(hashDocument(plain));
});

test('the order of keys counts, because generated code follows it', () => {
  expect(hashDocument({ a: 1, b: 2 })).not.toBe(hashDocument({ b: 2, a: 1 }));
});
