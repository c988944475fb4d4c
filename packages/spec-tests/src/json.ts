export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {TypeError} naming the place when the value is no object. */
export function objectAt(value: Json | undefined, where: string): JsonObject {
  if (!isObject(value)) throw new TypeError(`${where}: expected an object, got ${JSON.stringify(value)}`);
  return value;
}

/** @throws {TypeError} naming the place when the value is no list. */
export function listAt(value: Json | undefined, where: string): Json[] {
  if (!Array.isArray(value)) throw new TypeError(`${where}: expected a list, got ${JSON.stringify(value)}`);
  return value;
}

/** @throws {TypeError} naming the place when the value is no string. */
export function textAt(value: Json | undefined, where: string): string {
  if (typeof value !== 'string')
    throw new TypeError(`${where}: expected a string, got ${JSON.stringify(value)}`);
  return value;
}

/** A JSON Pointer (RFC 6901) one step below another. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * What a JSON Pointer (RFC 6901) points at.
 * @throws {Error} naming the pointer when nothing is there.
 */
export function valueAt(document: Json, pointer: string): Json {
  let value: Json | undefined = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (value === undefined) throw new Error(`nothing at ${pointer}: no ${key}`);
  }
  return value;
}
