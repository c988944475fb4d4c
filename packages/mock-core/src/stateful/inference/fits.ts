import { isObject, type OpenApiDocument } from '../../read-document.ts';
import { itemsOf, listAt, resolved, shapeOf, typesOf } from './json-schema.ts';

/**
 * Whether a value may be stored where the schema stands, told from types, enums and required properties.
 * Prism judges the whole answer later; this only keeps a field of one meaning out of a field of another.
 */
export function fits(document: OpenApiDocument, schema: unknown, value: unknown, depth = 0): boolean {
  const own = resolved(document, schema);
  if (depth > 16) return true;
  const inner = (part: unknown): boolean => fits(document, part, value, depth + 1);
  if (value === null) return allowsNull(document, own, depth);
  const choices = [listAt(own, 'oneOf'), listAt(own, 'anyOf')].filter((list) => list.length > 0);
  return (
    allowsType(own, value) &&
    allowsValue(own, value) &&
    choices.every((choice) => choice.some(inner)) &&
    listAt(own, 'allOf').every(inner) &&
    allowsParts(document, own, value, depth)
  );
}

function allowsNull(document: OpenApiDocument, own: Record<string, unknown>, depth: number): boolean {
  const inner = (part: unknown): boolean => fits(document, part, null, depth + 1);
  const choices = [...listAt(own, 'oneOf'), ...listAt(own, 'anyOf')];
  if (own['nullable'] === true) return true;
  if (choices.length > 0) return choices.some(inner);
  if (Array.isArray(own['enum'])) return own['enum'].includes(null);
  if (Object.hasOwn(own, 'const')) return own['const'] === null;
  const types = typesOf(own);
  return types.length > 0 ? types.includes('null') : listAt(own, 'allOf').every(inner);
}

function allowsType(own: Record<string, unknown>, value: unknown): boolean {
  const types = typesOf(own);
  return types.length === 0 || types.some((type) => isOfType(type, value));
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function allowsValue(own: Record<string, unknown>, value: unknown): boolean {
  if (Array.isArray(own['enum'])) return own['enum'].includes(value);
  return !Object.hasOwn(own, 'const') || own['const'] === value;
}

function allowsParts(
  document: OpenApiDocument,
  own: Record<string, unknown>,
  value: unknown,
  depth: number,
): boolean {
  if (Array.isArray(value)) {
    const items = itemsOf(document, own);
    return items === undefined || value.every((item) => fits(document, items, item, depth + 1));
  }
  const shape = isObject(value) ? shapeOf(document, own) : undefined;
  if (shape === undefined || !isObject(value)) return true;
  return (
    shape.required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(
      ([name, part]) =>
        !Object.hasOwn(shape.properties, name) || fits(document, shape.properties[name], part, depth + 1),
    )
  );
}
