import { fieldAt, isObject, type JsonObject } from '../model/json.ts';

/** What a field of `x-sdk` may hold. */
export interface Shape {
  /** With its article, for a sentence that ends with "was expected". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** The fields of an object; there are no others. */
  readonly fields?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** The shape of an object whose fields depend on one of them. */
  readonly variant?: (value: JsonObject) => Shape;
}

/** A value of the wrong shape: where it stands below `x-sdk`, what it is and what was expected. */
export interface ShapeProblem {
  readonly at: readonly string[];
  readonly fact: string;
}

const text: Shape = {
  expected: 'a string',
  accepts: (value) => typeof value === 'string' && value !== '',
};

const texts: Shape = {
  expected: 'a list of strings',
  accepts: (value) => Array.isArray(value) && value.every(text.accepts),
};

const count: Shape = {
  expected: 'a number above 0',
  accepts: (value) => typeof value === 'number' && value > 0,
};

const pointer: Shape = {
  expected: 'a JSON pointer such as /data',
  accepts: (value) => typeof value === 'string' && /^(\/|$)/.test(value),
};

const flag: Shape = { expected: 'true or false', accepts: (value) => typeof value === 'boolean' };

function word(only: string): Shape {
  return { expected: only, accepts: (value) => value === only };
}

const zeroOrOne: Shape = { expected: '0 or 1', accepts: (value) => value === 0 || value === 1 };

const style: Shape = {
  expected: 'page, offset, cursor or link',
  accepts: (value) => typeof value === 'string' && Object.hasOwn(pagesByStyle, value),
};

function orNull(shape: Shape): Shape {
  return {
    expected: `${shape.expected} or null`,
    accepts: (value) => value === null || shape.accepts(value),
  };
}

function object(fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  return { expected: 'an object', accepts: isObject, fields, required };
}

/** `x-sdk` at the root of a document. */
export const apiShape: Shape = object({
  name: text,
  envelope: object({ success: text, data: text, message: text, meta: text }, ['data']),
  rateLimit: object({ requests: count, seconds: count, per: text }, ['requests', 'seconds']),
  clientInputs: texts,
  int64: word('exact'),
  enums: word('open'),
});

const sized = { style, size: orNull(text), items: pointer, defaultSize: orNull(count) };

/** `x-sdk.pagination` by its style. */
const pagesByStyle: Readonly<Record<string, Shape>> = {
  page: object({ ...sized, page: text, first: zeroOrOne, info: orNull(pointer), last: orNull(pointer) }, [
    'page',
  ]),
  offset: object({ ...sized, offset: text, total: orNull(pointer) }, ['offset']),
  cursor: object({ style, items: pointer, cursor: text, next: pointer, key: text, more: orNull(pointer) }, [
    'cursor',
  ]),
  link: object({ style, items: pointer, next: pointer, inputs: texts }, ['next', 'inputs']),
};

/** `x-sdk` of an operation. */
export const operationShape: Shape = object({
  group: text,
  method: text,
  query: flag,
  pagination: {
    expected: 'an object or false',
    accepts: (value) => value === false || isObject(value),
    variant: (value) => pagesByStyle[String(fieldAt(value, 'style') ?? 'page')] ?? object({ style }),
  },
  cacheEffects: object({ invalidates: texts, keeps: texts, reason: text }),
});

/** `x-sdk` of a server. */
export const serverShape: Shape = object({ name: text });

/** Everything in a value that does not fit its shape, in the value's order. */
export function checkShape(value: unknown, shape: Shape, at: readonly string[] = []): ShapeProblem[] {
  if (!shape.accepts(value)) {
    return [{ at, fact: `is ${JSON.stringify(value)}; ${shape.expected} was expected` }];
  }
  const { fields, ...rest } = (isObject(value) && shape.variant?.(value)) || shape;
  return fields && isObject(value) ? checkFields(value, rest, fields, at) : [];
}

function checkFields(
  value: JsonObject,
  { required = [] }: Shape,
  fields: Readonly<Record<string, Shape>>,
  at: readonly string[],
): ShapeProblem[] {
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => ({ at, fact: `has no ${key}; ${fields[key]?.expected ?? 'it'} was expected` }));
  const unknown = `is unknown; one of ${Object.keys(fields).join(', ')} was expected`;
  const present = Object.entries(value).flatMap(([key, child]) => {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return shape ? checkShape(child, shape, [...at, key]) : [{ at: [...at, key], fact: unknown }];
  });
  return [...missing, ...present];
}
