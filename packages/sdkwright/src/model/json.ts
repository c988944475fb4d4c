/** A JSON object whose fields nobody has checked yet: what a parsed document is made of. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field if it is an object, else an empty object: reading on never throws. */
export function objectAt(value: unknown, key: string): JsonObject {
  const field = fieldAt(value, key);
  return isObject(field) ? field : {};
}

/** The field if it is a list, else an empty list. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const field = fieldAt(value, key);
  return Array.isArray(field) ? field : [];
}

export function stringAt(value: unknown, key: string): string | undefined {
  const field = fieldAt(value, key);
  return typeof field === 'string' ? field : undefined;
}

export function numberAt(value: unknown, key: string): number | undefined {
  const field = fieldAt(value, key);
  return typeof field === 'number' ? field : undefined;
}

/** Own fields only: a document may hold `__proto__` or `constructor` as keys. */
export function fieldAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Those of the fields that hold a string. */
export function stringsAt<K extends string>(
  value: unknown,
  keys: readonly K[],
): { readonly [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  for (const key of keys) {
    const text = stringAt(value, key);
    if (text !== undefined) found[key] = text;
  }
  return found;
}

export function stringsIn(list: readonly unknown[]): string[] {
  return list.filter((item) => typeof item === 'string');
}
