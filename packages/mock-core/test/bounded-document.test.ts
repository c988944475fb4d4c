import { expect, test } from 'vitest';
import { boundedDocument } from '../src/bounded-document.ts';
import { startMock } from '../src/start-mock.ts';

const json = (schema: object): object => ({ description: 'OK', content: { 'application/json': { schema } } });
const named = (key: string): object => ({ $ref: `#/components/schemas/${key}` });

/** Twelve schemas, each with a field for every other: Prism would copy them half a billion times. */
function tangled(): Record<string, unknown> {
  const keys = Array.from({ length: 12 }, (_, index) => `Part${index}`);
  const fields = Object.fromEntries(keys.map((key) => [key, { anyOf: [{ type: 'string' }, named(key)] }]));
  const schema = { type: 'object', required: ['default'], properties: { default: named('Id'), ...fields } };
  return {
    openapi: '3.1.0',
    info: { title: 'Tangled', version: '1.0.0' },
    paths: { '/parts': { get: { responses: { default: json(named('Part0')) } } } },
    components: {
      schemas: {
        Id: { type: 'integer' },
        ...Object.fromEntries(keys.map((key) => [key, structuredClone(schema)])),
      },
    },
  };
}

test('a document that Prism can copy is given back as it is', () => {
  const tree = { type: 'object', properties: { left: named('Tree'), right: named('Tree') } };
  const document = { openapi: '3.1.0', components: { schemas: { Tree: tree } } };
  expect(boundedDocument(document)).toBe(document);
});

test('schemas in many circles end, with the choices that are whole', () => {
  const { paths, components } = boundedDocument(tangled());
  expect(components).toEqual({ schemas: { Id: { type: 'integer' } } });
  expect(JSON.stringify(paths)).toContain('"Part11":{"anyOf":[{"type":"string"}]}');
  expect(JSON.stringify(paths)).not.toContain('/Part');
});

test('such a document is served', { timeout: 30_000 }, async () => {
  const mock = await startMock({ document: tangled() });
  try {
    const response = await fetch(`${mock.url}/parts`);
    expect(await response.json()).toMatchObject({ default: 0, Part1: 'string' });
  } finally {
    await mock.close();
  }
});
