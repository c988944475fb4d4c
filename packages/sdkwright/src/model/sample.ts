import { allows } from './allows.ts';
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
import { textMatching } from './text-matching.ts';

/** Deeper than this a recursive schema is cut: an optional field is left out, a list is empty. */
const maxDepth = 6;

const formatSamples: Readonly<Record<string, string>> = {
  date: '2024-01-15',
  'date-time': '2024-01-15T09:00:00Z',
  time: '09:00:00Z',
  email: 'someone@example.com',
  uuid: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  hostname: 'example.com',
};

// A document may ask for more than there is memory.
const longestSample = 10_000;
const mostItems = 1_000;

/** A value the schema allows, for requests the document gives no example of. Deterministic. */
export function sampleSchema(document: JsonObject, schema: unknown): unknown {
  return sample(document, schema, 0);
}

function sample(document: JsonObject, schema: unknown, depth: number): unknown {
  const target = dereference(document, schema) ?? {};
  const example = schemaExample(document, target);
  if (example !== undefined) return example;
  // A schema that requires itself has no finite value.
  if (depth > maxDepth + 2) return null;
  const oneOf = listAt(target, 'oneOf');
  const [branch] = [...oneOf, ...listAt(target, 'anyOf')];
  if (branch !== undefined && fieldAt(target, 'properties') === undefined)
    return oneOf.length > 1 ? sampleOneOf(document, oneOf, depth) : sample(document, branch, depth + 1);
  return sampleType(document, target, typeOf(target), depth);
}

/** Deeper than this the first branch will do: each level may try them all. */
const maxDepthOfTrials = 2;

/** A value that is allowed by one branch alone, where one of the first few gives such a value; else of the first. */
function sampleOneOf(document: JsonObject, branches: readonly unknown[], depth: number): unknown {
  const first = sample(document, branches[0], depth + 1);
  const isOfOne = (value: unknown): boolean =>
    branches.filter((branch) => allows(document, branch, value)).length === 1;
  if (depth > maxDepthOfTrials || isOfOne(first)) return first;
  for (const branch of branches.slice(1, 6)) {
    const value = sample(document, branch, depth + 1);
    if (isOfOne(value)) return value;
  }
  return first;
}

function sampleType(
  document: JsonObject,
  schema: JsonObject,
  type: string | undefined,
  depth: number,
): unknown {
  if (type === 'object') return sampleObject(document, schema, depth);
  if (type === 'array') return sampleArray(document, schema, depth);
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

function sampleObject(document: JsonObject, schema: JsonObject, depth: number): unknown {
  const parts = listAt(schema, 'allOf').map((part) => sample(document, part, depth + 1));
  // A text of some kind with a description, as OpenAPI 3.0 has to say it.
  const isObjectAtAll = ['type', 'properties'].some((key) => fieldAt(schema, key) !== undefined);
  if (!isObjectAtAll && parts.length > 0 && !parts.some(isObject)) return parts[0];
  const required = new Set(stringsIn(listAt(schema, 'required')));
  const own = Object.entries(objectAt(schema, 'properties')).flatMap(
    ([name, property]): [string, unknown][] => {
      if (!required.has(name) && depth > maxDepth) return [];
      const value = sample(document, property, depth + 1);
      // What nobody can make, such as an object that requires a field it does not describe, is left out.
      return required.has(name) || allows(document, property, value) ? [[name, value]] : [];
    },
  );
  const all = Object.fromEntries([...parts.filter(isObject).flatMap(Object.entries), ...own]);
  const fields = depth > maxDepthOfTrials ? all : withoutOthers(document, schema, all, depth);
  return { ...fields, ...furtherFields(document, schema, fields, depth) };
}

/** The fields without those that the chosen one of several alternatives does not have beside it. */
function withoutOthers(
  document: JsonObject,
  schema: JsonObject,
  fields: JsonObject,
  depth: number,
): JsonObject {
  const choices = [schema, ...listAt(schema, 'allOf')]
    .map((part) => listAt(dereference(document, part) ?? {}, 'oneOf'))
    .filter((branches) => branches.length > 1);
  return choices.reduce<JsonObject>((left, branches) => {
    const isOfOne = (value: JsonObject): boolean =>
      branches.filter((branch) => allows(document, branch, value)).length === 1;
    if (isOfOne(left)) return left;
    const wanted = branches.map((branch) => requiredBy(document, branch));
    const trials = branches.slice(0, 6).map((branch, index) => {
      const kept = Object.entries(left).filter(
        ([name]) => wanted[index]?.includes(name) || !wanted.some((names) => names.includes(name)),
      );
      const further = sample(document, branch, depth + 1);
      return { ...Object.fromEntries(kept), ...(isObject(further) ? further : {}) };
    });
    return trials.find(isOfOne) ?? left;
  }, fields);
}

function requiredBy(document: JsonObject, schema: unknown): string[] {
  return stringsIn(listAt(dereference(document, schema) ?? {}, 'required'));
}

/** Fields that the schema does not describe, where it wants more than there are. */
function furtherFields(
  document: JsonObject,
  schema: JsonObject,
  fields: JsonObject,
  depth: number,
): JsonObject {
  const others = fieldAt(schema, 'additionalProperties') ?? {};
  const missing = Math.min(numberAt(schema, 'minProperties') ?? 0, mostItems) - Object.keys(fields).length;
  if (others === false || missing <= 0) return {};
  const allowed = stringsIn(listAt(objectAt(schema, 'propertyNames'), 'enum'));
  const names = allowed.filter((name) => !Object.hasOwn(fields, name));
  const value = sample(document, others, depth + 1);
  return Object.fromEntries(
    Array.from({ length: missing }, (_, index) => [names[index] ?? `key${index + 1}`, value]),
  );
}

function sampleArray(document: JsonObject, schema: JsonObject, depth: number): unknown[] {
  if (depth > maxDepth) return [];
  const item = sample(document, fieldAt(schema, 'items'), depth + 1);
  const length = Math.min(Math.max(1, numberAt(schema, 'minItems') ?? 1), mostItems);
  if (fieldAt(schema, 'uniqueItems') !== true) return Array.from({ length }, () => item);
  return Array.from({ length }, (_, index) => another(document, fieldAt(schema, 'items'), item, index));
}

/** The same for the first, and something else of the same kind for each that follows, where that is easily told. */
function another(document: JsonObject, schema: unknown, first: unknown, index: number): unknown {
  if (index === 0) return first;
  const target = dereference(document, schema) ?? {};
  const choices = listAt(target, 'enum');
  if (choices.length > 0) return choices[index % choices.length];
  if (typeof first === 'number') return first + index * (numberAt(target, 'multipleOf') ?? 1);
  if (typeof first !== 'string') return first;
  const pattern = stringAt(target, 'pattern');
  const most = numberAt(target, 'maxLength') ?? Infinity;
  if (pattern !== undefined) return textMatching(pattern, first.length + index, most) ?? first;
  // Of a date there is no telling what may be changed.
  if (Object.hasOwn(formatSamples, stringAt(target, 'format') ?? '')) return first;
  return `${first.slice(0, most - String(index).length)}${index}`;
}

function sampleNumber(schema: JsonObject): number {
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const below = numberAt(schema, 'exclusiveMinimum');
  const least = Math.max(numberAt(schema, 'minimum') ?? 1, below === undefined ? 1 : below + step);
  const above = numberAt(schema, 'exclusiveMaximum');
  const most = numberAt(schema, 'maximum') ?? (above === undefined ? Number.MAX_SAFE_INTEGER : above - step);
  return Math.min(Math.ceil(Math.max(1, least) / step) * step, most);
}

function sampleString(schema: JsonObject): string {
  const pattern = stringAt(schema, 'pattern');
  const least = Math.min(numberAt(schema, 'minLength') ?? 0, longestSample);
  const most = numberAt(schema, 'maxLength');
  const matching = pattern === undefined ? undefined : textMatching(pattern, least, most);
  if (matching !== undefined) return matching;
  const format = stringAt(schema, 'format') ?? '';
  const text = (Object.hasOwn(formatSamples, format) ? formatSamples[format] : undefined) ?? 'text';
  return text.padEnd(least, 'x').slice(0, most);
}
