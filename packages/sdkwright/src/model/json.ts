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

/** In place of a value that is to be left out. */
export const gone: unique symbol = Symbol('gone');

/**
 * The object with each of its fields changed, in their order; the very object where no field changes. Documents have
 * hundreds of thousands of objects, and nearly none of them changes.
 */
export function mapFields(object: JsonObject, change: (value: unknown, key: string) => unknown): JsonObject {
  const keys = Object.keys(object);
  let isSame = true;
  const values = keys.map((key) => {
    const value = change(object[key], key);
    isSame &&= value === object[key];
    return value;
  });
  if (isSame) return object;
  const changed: Record<string, unknown> = {};
  for (const [index, key] of keys.entries()) {
    if (values[index] === gone) continue;
    if (key !== '__proto__') changed[key] = values[index];
    // Plain assignment would change the prototype.
    else
      Object.defineProperty(changed, key, {
        value: values[index],
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
  return changed;
}

/** The list with each of its items changed; the very list where none changes. */
export function mapItems(
  list: readonly unknown[],
  change: (value: unknown, index: number) => unknown,
): readonly unknown[] {
  const items = list.map(change);
  return items.every((item, index) => item === list[index]) ? list : items.filter((item) => item !== gone);
}
