import { isObject, type JsonObject } from '../model/json.ts';

/** What a field of `x-sdk` may hold. */
export interface Shape {
  /** With its article, for a sentence that ends with "was expected". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** The fields of an object; there are no others. */
  readonly fields?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
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

const pageStyle: Shape = { expected: 'the word page', accepts: (value) => value === 'page' };

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
});

/** `x-sdk` of an operation. */
export const operationShape: Shape = object({
  group: text,
  method: text,
  pagination: object(
    {
      style: pageStyle,
      page: text,
      size: orNull(text),
      items: pointer,
      info: orNull(pointer),
      defaultSize: orNull(count),
    },
    ['page'],
  ),
  cacheEffects: object({ invalidates: texts, keeps: texts, reason: text }),
});

/** Everything in a value that does not fit its shape, in the value's order. */
export function checkShape(value: unknown, shape: Shape, at: readonly string[] = []): ShapeProblem[] {
  if (!shape.accepts(value)) {
    return [{ at, fact: `is ${JSON.stringify(value)}; ${shape.expected} was expected` }];
  }
  return shape.fields && isObject(value) ? checkFields(value, shape, shape.fields, at) : [];
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
