import { Ajv2020 } from 'ajv/dist/2020.js';

import type { Json, JsonObject } from './json.ts';

const name: JsonObject = { type: 'string', pattern: '^[a-z][A-Za-z0-9_]*$' };
const nameOrNull: JsonObject = { type: ['string', 'null'], pattern: '^[a-z][A-Za-z0-9_]*$' };
const pointer: JsonObject = { type: 'string', pattern: '^(/[^/]+)+$' };
const count: JsonObject = { type: 'integer', minimum: 1 };

/** An object with exactly these fields; the ones in `required` are not to be left out. */
function object(properties: JsonObject, required: string[] = Object.keys(properties)): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

const pagination = object({
  style: { const: 'page' },
  page: name,
  size: nameOrNull,
  items: pointer,
  info: { anyOf: [pointer, { type: 'null' }] },
  defaultSize: { anyOf: [count, { type: 'null' }] },
});

const sdk = object(
  {
    clientInputs: { type: 'array', items: name, minItems: 1 },
    envelope: object({ success: name, data: name, message: name, meta: name }),
    rateLimit: object({ requests: count, seconds: count, per: { const: 'user' } }),
    group: name,
    method: name,
    pagination,
    cacheEffects: object({
      invalidates: { type: 'array', items: name, minItems: 1, uniqueItems: true },
      reason: { type: 'string', minLength: 1 },
    }),
  },
  [],
);

const text: JsonObject = { type: 'string', minLength: 1 };

/** The part of Overlay 1.0.0 that we use: actions that update, each saying why. */
const overlayShape = object({
  overlay: { const: '1.0.0' },
  info: object({ title: text, version: text }),
  actions: {
    type: 'array',
    minItems: 1,
    items: object({ target: text, description: text, update: object({ 'x-sdk': sdk }) }),
  },
});

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(overlayShape);

/** What is wrong with the shape of an overlay, a line for each fault; none when it is sound. */
export function shapeFaults(overlay: Json): string[] {
  if (validate(overlay)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath}: ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
  );
}
