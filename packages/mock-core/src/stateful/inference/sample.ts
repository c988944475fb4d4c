import type { OpenApiDocument } from '../../read-document.ts';
import { enumOf, itemsOf, listAt, shapeOf, typesOf, unwrapped, type JsonObject } from './json-schema.ts';

/**
 * A value of the schema: its example, its default, its first enum value, else the plainest one of its type.
 * Undefined where none is known to be valid, as for a string with a `pattern` and no example.
 */
export function sample(document: OpenApiDocument, schema: unknown, depth = 0): unknown {
  const own = unwrapped(document, schema);
  const told = [own['example'], listAt(own, 'examples')[0], own['default'], enumOf(document, own)[0]];
  const known = told.find((value) => value !== undefined);
  if (known !== undefined) return known;
  const shape = depth < 8 ? shapeOf(document, own) : undefined;
  if (shape !== undefined) return sampleObject(document, shape, depth);
  return sampleOfType(document, own, depth);
}

function sampleObject(
  document: OpenApiDocument,
  { properties, required }: NonNullable<ReturnType<typeof shapeOf>>,
  depth: number,
): JsonObject | undefined {
  const entries = required.map((name) => [name, sample(document, properties[name], depth + 1)] as const);
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

function sampleOfType(document: OpenApiDocument, own: JsonObject, depth: number): unknown {
  switch (typesOf(own).find((type) => type !== 'null')) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return sampleNumber(own);
    case 'array':
      return sampleArray(document, own, depth);
    case 'string':
      return sampleString(own);
    case undefined:
    default:
      return typesOf(own).includes('null') ? null : undefined;
  }
}

function sampleNumber(own: JsonObject): number {
  const { minimum, maximum, multipleOf } = own;
  if (typeof multipleOf === 'number') return multipleOf * Math.ceil(Number(minimum ?? 0) / multipleOf);
  if (typeof minimum === 'number') return Math.ceil(minimum);
  return typeof maximum === 'number' ? Math.min(1, Math.floor(maximum)) : 1;
}

function sampleArray(document: OpenApiDocument, own: JsonObject, depth: number): unknown[] | undefined {
  const length = Number(own['minItems'] ?? 0);
  if (length === 0) return [];
  const item = sample(document, itemsOf(document, own), depth + 1);
  return item === undefined ? undefined : Array.from({ length }, () => item);
}

const formats: Readonly<Record<string, string>> = {
  'date-time': '2024-01-15T10:30:00Z',
  date: '2024-01-15',
  time: '10:30:00Z',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

function sampleString(own: JsonObject): string | undefined {
  if (own['pattern'] !== undefined) return undefined;
  const format = formats[String(own['format'])];
  if (format !== undefined) return format;
  const { minLength, maxLength } = own;
  const text = 'text'.padEnd(typeof minLength === 'number' ? minLength : 0, '.');
  return typeof maxLength === 'number' ? text.slice(0, maxLength) : text;
}
