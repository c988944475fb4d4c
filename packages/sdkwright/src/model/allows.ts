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
import { isSame } from './same.ts';

/** Deeper than this a value is taken as it is. */
const maxDepth = 30;

/**
 * Whether a schema allows a value, as far as that is sure: many examples break the schema that they stand beside.
 * Patterns are not looked at, for a document may bring one that takes for ever; neither is `not`.
 */
export function allows(document: JsonObject, schema: unknown, value: unknown, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  const target = dereference(document, schema);
  if (!target || depth > maxDepth) return true;
  if (value === null && fieldAt(target, 'nullable') === true) return true;
  const within = (part: unknown, item: unknown = value): boolean => allows(document, part, item, depth + 1);
  return (
    hasType(target, value) &&
    isListed(target, value) &&
    listAt(target, 'allOf').every((part) => within(part)) &&
    [listAt(target, 'oneOf'), listAt(target, 'anyOf')].every(
      (choices) => choices.length === 0 || choices.some((choice) => within(choice)),
    ) &&
    fits(target, value, within)
  );
}

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  array: Array.isArray,
  object: isObject,
};

function hasType(schema: JsonObject, value: unknown): boolean {
  const types = stringsIn([fieldAt(schema, 'type')].flat()).filter((type) => Object.hasOwn(kinds, type));
  return types.length === 0 || types.some((type) => kinds[type]?.(value));
}

function isListed(schema: JsonObject, value: unknown): boolean {
  const constant = fieldAt(schema, 'const');
  if (constant !== undefined && !isSame(constant, value)) return false;
  const choices = fieldAt(schema, 'enum');
  return !Array.isArray(choices) || choices.some((choice) => isSame(choice, value));
}

type Within = (schema: unknown, value: unknown) => boolean;

function fits(schema: JsonObject, value: unknown, within: Within): boolean {
  if (typeof value === 'string') return fitsText(schema, value);
  if (typeof value === 'number') return fitsNumber(schema, value);
  if (Array.isArray(value)) return fitsList(schema, value, within);
  return !isObject(value) || fitsObject(schema, value, within);
}

/** No regular expression of many steps: what stands in an example may be long. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/.test(text) && /(z|[+-]\d\d:?\d\d)$/i.test(text),
  uri: isUri,
  url: isUri,
  uuid: (text) => /^(urn:uuid:)?[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
};

/** A browser takes characters that RFC 3986 does not, such as those of `{id}`. */
function isUri(text: string): boolean {
  return URL.canParse(text) && !/[\s{}|\\^`<>"]/.test(text);
}

function fitsText(schema: JsonObject, value: string): boolean {
  const format = stringAt(schema, 'format') ?? '';
  const [least, most] = [numberAt(schema, 'minLength') ?? 0, numberAt(schema, 'maxLength') ?? Infinity];
  const isFormat = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return value.length >= least && value.length <= most && (isFormat?.(value) ?? true);
}

function fitsNumber(schema: JsonObject, value: number): boolean {
  const [above, below] = [numberAt(schema, 'exclusiveMinimum'), numberAt(schema, 'exclusiveMaximum')];
  return (
    value >= (numberAt(schema, 'minimum') ?? -Infinity) &&
    value <= (numberAt(schema, 'maximum') ?? Infinity) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}

function fitsList(schema: JsonObject, value: readonly unknown[], within: Within): boolean {
  const [least, most] = [numberAt(schema, 'minItems') ?? 0, numberAt(schema, 'maxItems') ?? Infinity];
  const items = fieldAt(schema, 'items');
  const first = listAt(schema, 'prefixItems').length;
  return (
    value.length >= least &&
    value.length <= most &&
    (items === undefined || value.slice(first).every((item) => within(items, item)))
  );
}

function fitsObject(schema: JsonObject, value: JsonObject, within: Within): boolean {
  const properties = objectAt(schema, 'properties');
  const others = fieldAt(schema, 'additionalProperties');
  const known = (key: string): boolean => Object.hasOwn(properties, key);
  const count = Object.keys(value).length;
  const isOpen = others === undefined || fieldAt(schema, 'patternProperties') !== undefined;
  return (
    count >= (numberAt(schema, 'minProperties') ?? 0) &&
    count <= (numberAt(schema, 'maxProperties') ?? Infinity) &&
    stringsIn(listAt(schema, 'required')).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, field]) =>
      known(key) ? within(properties[key], field) : isOpen || within(others, field),
    )
  );
}
