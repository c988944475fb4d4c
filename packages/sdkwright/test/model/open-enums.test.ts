import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { knownValues, withOpenEnums } from '../../src/model/open-enums.ts';
import { resolvePointer } from '../../src/model/pointer.ts';
import { json, modelOf, withOperation, withSchemas } from '../documents.ts';

const status = { type: 'string', enum: ['open', 'done'] };
const openStatus = { ...status, 'x-extensible-enum': ['open', 'done'] };

describe('the known values', () => {
  test.each([
    { schema: status, want: undefined },
    { schema: { 'x-extensible-enum': ['a', 'b'] }, want: ['a', 'b'] },
    { schema: { type: ['string', 'null'], 'x-extensible-enum': ['a', null] }, want: ['a'] },
    { schema: { enum: ['a', 'b'], 'x-extensible-enum': ['b', 'c'] }, want: ['a', 'b', 'c'] },
    { schema: { type: 'integer', 'x-extensible-enum': ['1'] }, want: undefined },
    { schema: { 'x-extensible-enum': 'a' }, want: undefined },
    { schema: true, want: undefined },
  ])('of $schema are $want', ({ schema, want }) => {
    expect(knownValues(schema)).toEqual(want);
  });
});

function opened(schemas: JsonObject): unknown {
  const document = { ...withSchemas(schemas), 'x-sdk': { enums: 'open' } };
  return resolvePointer(withOpenEnums(document), '#/components/schemas');
}

describe('enums are opened', () => {
  test('only where the document asks for it', () => {
    const document = withSchemas({ Status: status });
    expect(withOpenEnums(document)).toBe(document);
  });

  test('where they have several texts', () => {
    const constant = { type: 'string', enum: ['task'] };
    const size = { type: 'integer', enum: [1, 2] };
    const order = { enum: ['asc', null, 'desc'] };
    const schemas = { Status: status, Kind: constant, Size: size, Order: order };
    expect(opened(schemas)).toEqual({
      ...schemas,
      Status: openStatus,
      Order: { ...order, type: ['string', 'null'], 'x-extensible-enum': ['asc', 'desc'] },
    });
  });

  test('but for those that tell the alternatives of a union apart', () => {
    const state = (...values: readonly string[]): JsonObject => ({ type: 'string', enum: values });
    const job = (own: JsonObject): JsonObject => ({ type: 'object', properties: { state: own, status } });
    const schemas = {
      Ended: job(state('done', 'failed')),
      Running: job(state('queued', 'running')),
      Job: { oneOf: ['Ended', 'Running'].map((key) => ({ $ref: `#/components/schemas/${key}` })) },
    };
    expect(opened(schemas)).toMatchObject({
      Ended: { properties: { state: state('done', 'failed'), status: openStatus } },
      Running: { properties: { state: state('queued', 'running'), status: openStatus } },
    });
  });
});

test('what is sent is closed, what is received is open, wherever it stands', async () => {
  const document = withOperation(
    {
      parameters: [{ name: 'status', in: 'query', schema: status }],
      requestBody: json({ type: 'object', properties: { status } }),
      responses: { 200: json({ type: 'object', properties: { status } }) },
    },
    { 'x-sdk': { enums: 'open' } },
    { method: 'put' },
  );
  const { document: settled } = await modelOf(document);
  const at = (path: string): unknown => resolvePointer(settled, `#/paths/~1tasks/put${path}`);
  const content = '/content/application~1json/schema/properties/status';
  expect(at('/parameters/0/schema')).toEqual(status);
  expect(at(`/requestBody${content}`)).toEqual(status);
  expect(at(`/responses/200${content}`)).toEqual(openStatus);
});
