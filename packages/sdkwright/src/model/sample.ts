import { schemaExample } from './examples.ts';
import {
  fieldAt,
  isObject,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  stringsIn,
  type JsonObject,
} from './json.ts';
import { dereference } from './pointer.ts';

/** Deeper than this a recursive schema is cut: an optional field is left out, a list is empty. */
const maxDepth = 6;

const formatSamples: Readonly<Record<string, string>> = {
  date: '2024-01-15',
  'date-time': '2024-01-15T09:00:00Z',
  time: '09:00:00Z',
  email: 'someone@example.com',
  uuid: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
  uri: 'https://example.com/',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  hostname: 'example.com',
};

/** A value the schema allows, for requests the document gives no example of. Deterministic. */
export function sampleSchema(document: JsonObject, schema: unknown, depth = 0): unknown {
  const target = dereference(document, schema) ?? {};
  const example = schemaExample(target);
  if (example !== undefined) return example;
  const [first] = [...listAt(target, 'oneOf'), ...listAt(target, 'anyOf')];
  if (first !== undefined && fieldAt(target, 'properties') === undefined)
    return sampleSchema(document, first, depth + 1);
  return sampleType(document, target, typeOf(target), depth);
}

function sampleType(
  document: JsonObject,
  schema: JsonObject,
  type: string | undefined,
  depth: number,
): unknown {
  if (type === 'object') return sampleObject(document, schema, depth);
  if (type === 'array')
    return depth > maxDepth ? [] : [sampleSchema(document, fieldAt(schema, 'items'), depth + 1)];
  if (type === 'integer' || type === 'number') return sampleNumber(schema);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return sampleString(schema);
}

function typeOf(schema: JsonObject): string | undefined {
  const type = fieldAt(schema, 'type');
  const named = Array.isArray(type)
    ? stringsIn(type).find((name) => name !== 'null')
    : stringAt(schema, 'type');
  if (named !== undefined) return named;
  return isObject(fieldAt(schema, 'properties')) || listAt(schema, 'allOf').length > 0 ? 'object' : undefined;
}

function sampleObject(document: JsonObject, schema: JsonObject, depth: number): JsonObject {
  const parts = listAt(schema, 'allOf').map((part) => sampleSchema(document, part, depth + 1));
  const required = new Set(stringsIn(listAt(schema, 'required')));
  const own = Object.entries(objectAt(schema, 'properties'))
    .filter(([name]) => required.has(name) || depth <= maxDepth)
    .map(([name, property]) => [name, sampleSchema(document, property, depth + 1)] as const);
  return { ...Object.assign({}, ...parts.filter(isObject)), ...Object.fromEntries(own) };
}

function sampleNumber(schema: JsonObject): number {
  const minimum = numberAt(schema, 'minimum') ?? 1;
  return Math.min(Math.max(1, minimum), numberAt(schema, 'maximum') ?? Number.MAX_SAFE_INTEGER);
}

function sampleString(schema: JsonObject): string {
  const text = formatSamples[stringAt(schema, 'format') ?? ''] ?? 'text';
  return text.padEnd(numberAt(schema, 'minLength') ?? 0, 'x').slice(0, numberAt(schema, 'maxLength'));
}
