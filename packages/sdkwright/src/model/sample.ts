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

/** Deeper than this, or with more values in it than this, nothing is made of what is required either. */
const deepest = 40;
const mostValues = 50_000;

/** What one sample is made from. */
interface Source {
  readonly document: JsonObject;
  /** How many values it has. */
  count: number;
  /** The schemas around, below the usual depth. */
  readonly open: Set<JsonObject>;
}

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
  return sample({ document, count: 0, open: new Set() }, schema, 0);
}

function sample(source: Source, schema: unknown, depth: number): unknown {
  const { document, open } = source;
  const target = dereference(document, schema) ?? {};
  const example = schemaExample(document, target);
  // A mere null says little, and not every validator takes it where OpenAPI 3.0 has it `nullable`.
  if (example !== undefined && example !== null) return example;
  source.count += 1;
  if (source.count > mostValues) return null;
  if (depth <= maxDepth + 2) return sampleOf(source, target, depth);
  // A schema that requires itself has no finite value.
  if (open.has(target) || depth > deepest) return null;
  open.add(target);
  const value = sampleOf(source, target, depth);
  open.delete(target);
  return value;
}

function sampleOf(source: Source, target: JsonObject, depth: number): unknown {
  const oneOf = listAt(target, 'oneOf');
  const [branch] = [...oneOf, ...listAt(target, 'anyOf')];
  if (branch !== undefined && fieldAt(target, 'properties') === undefined)
    return oneOf.length > 1 ? sampleOneOf(source, oneOf, depth) : sample(source, branch, depth + 1);
  return sampleType(source, target, typeOf(target), depth);
}

/** In larger samples than this the first branch will do: each level may try them all. */
const mostTrials = 5_000;

/** A value that is allowed by one branch alone, where one of the first few gives such a value; else of the first. */
function sampleOneOf(source: Source, branches: readonly unknown[], depth: number): unknown {
  const first = sample(source, branches[0], depth + 1);
  const isOfOne = (value: unknown): boolean =>
    branches.filter((branch) => allows(source.document, branch, value)).length === 1;
  if (source.count > mostTrials || isOfOne(first)) return first;
  for (const branch of branches.slice(1, 6)) {
    const value = sample(source, branch, depth + 1);
    if (isOfOne(value)) return value;
  }
  return first;
}

function sampleType(source: Source, schema: JsonObject, type: string | undefined, depth: number): unknown {
  if (type === 'object') return sampleObject(source, schema, depth);
  if (type === 'array') return sampleArray(source, schema, depth);
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

function sampleObject(source: Source, schema: JsonObject, depth: number): unknown {
  const parts = listAt(schema, 'allOf').map((part) => sample(source, part, depth + 1));
  // A text of some kind with a description, as OpenAPI 3.0 has to say it.
  const isObjectAtAll = ['type', 'properties'].some((key) => fieldAt(schema, key) !== undefined);
  if (!isObjectAtAll && parts.length > 0 && !parts.some(isObject)) return parts[0];
  const required = new Set(stringsIn(listAt(schema, 'required')));
  const own = Object.entries(objectAt(schema, 'properties')).flatMap(
    ([name, property]): [string, unknown][] => {
      if (!required.has(name) && depth > maxDepth) return [];
      const value = sample(source, property, depth + 1);
      // What nobody can make, such as an object that requires a field it does not describe, is left out.
      return required.has(name) || allows(source.document, property, value) ? [[name, value]] : [];
    },
  );
  const all = Object.fromEntries([...parts.filter(isObject).flatMap(Object.entries), ...own]);
  const fields = source.count > mostTrials ? all : withoutOthers(source, schema, all, depth);
  return { ...fields, ...furtherFields(source, schema, fields, depth) };
}

/** The fields without those that the chosen one of several alternatives does not have beside it. */
function withoutOthers(source: Source, schema: JsonObject, fields: JsonObject, depth: number): JsonObject {
  const choices = [schema, ...listAt(schema, 'allOf')]
    .map((part) => listAt(dereference(source.document, part) ?? {}, 'oneOf'))
    .filter((branches) => branches.length > 1);
  return choices.reduce<JsonObject>((left, branches) => {
    const isOfOne = (value: JsonObject): boolean =>
      branches.filter((branch) => allows(source.document, branch, value)).length === 1;
    if (isOfOne(left)) return left;
    const wanted = branches.map((branch) => requiredBy(source, branch));
    const trials = branches.slice(0, 6).map((branch, index) => {
      const kept = Object.entries(left).filter(
        ([name]) => wanted[index]?.includes(name) || !wanted.some((names) => names.includes(name)),
      );
      const further = sample(source, branch, depth + 1);
      return { ...Object.fromEntries(kept), ...(isObject(further) ? further : {}) };
    });
    return trials.find(isOfOne) ?? left;
  }, fields);
}

function requiredBy(source: Source, schema: unknown): string[] {
  return stringsIn(listAt(dereference(source.document, schema) ?? {}, 'required'));
}

/** Fields that the schema does not describe, where it wants more than there are. */
function furtherFields(source: Source, schema: JsonObject, fields: JsonObject, depth: number): JsonObject {
  const others = fieldAt(schema, 'additionalProperties') ?? {};
  const missing = Math.min(numberAt(schema, 'minProperties') ?? 0, mostItems) - Object.keys(fields).length;
  if (others === false || missing <= 0) return {};
  const allowed = stringsIn(listAt(objectAt(schema, 'propertyNames'), 'enum'));
  const names = allowed.filter((name) => !Object.hasOwn(fields, name));
  const value = sample(source, others, depth + 1);
  return Object.fromEntries(
    Array.from({ length: missing }, (_, index) => [names[index] ?? `key${index + 1}`, value]),
  );
}

function sampleArray(source: Source, schema: JsonObject, depth: number): unknown[] {
  if (depth > maxDepth) return [];
  const item = sample(source, fieldAt(schema, 'items'), depth + 1);
  const length = Math.min(Math.max(1, numberAt(schema, 'minItems') ?? 1), mostItems);
  if (fieldAt(schema, 'uniqueItems') !== true) return Array.from({ length }, () => item);
  return Array.from({ length }, (_, index) => another(source, fieldAt(schema, 'items'), item, index));
}

/** The same for the first, and something else of the same kind for each that follows, where that is easily told. */
function another(source: Source, schema: unknown, first: unknown, index: number): unknown {
  if (index === 0) return first;
  const target = dereference(source.document, schema) ?? {};
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
