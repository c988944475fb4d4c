import { isObject, type OpenApiDocument } from '../../read-document.ts';

export type JsonObject = Record<string, unknown>;

/** The properties of an object schema, those of its `allOf` branches included. */
export interface ObjectShape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}

/** What stands at `node`, or where its `$ref` leads; keys beside a `$ref` win (OpenAPI 3.1, 4.8.23). */
export function resolved(document: OpenApiDocument, node: unknown, depth = 0): JsonObject {
  if (!isObject(node)) return {};
  const reference = node['$ref'];
  if (typeof reference !== 'string' || depth > maxDepth) return node;
  const { $ref: _, ...beside } = node;
  return { ...resolved(document, atPointer(document, reference.replace(/^#/, '')), depth + 1), ...beside };
}

// References may lead in a circle; no document that is served nests its schemas as deep.
const maxDepth = 16;

/** RFC 6901. Undefined where nothing stands. */
export function atPointer(root: unknown, pointer: string): unknown {
  return pointerSteps(pointer).reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)];
    return isObject(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }, root);
}

export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeStep(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The schema without a wrapping `oneOf` or `anyOf` that only says that it may be null. */
export function unwrapped(document: OpenApiDocument, schema: unknown, depth = 0): JsonObject {
  const own = resolved(document, schema);
  const branches = listAt(own, 'oneOf').concat(listAt(own, 'anyOf'));
  const others = branches.filter((branch) => resolved(document, branch)['type'] !== 'null');
  return others.length === 1 && depth < maxDepth ? unwrapped(document, others[0], depth + 1) : own;
}

/** The properties of a schema of objects; undefined where it describes something else. */
export function shapeOf(document: OpenApiDocument, schema: unknown, depth = 0): ObjectShape | undefined {
  const own = unwrapped(document, schema);
  const parts = depth > maxDepth ? [] : listAt(own, 'allOf');
  const shapes = parts.flatMap((part) => shapeOf(document, part, depth + 1) ?? []);
  const isOne = isObject(own['properties']) || typesOf(own).includes('object') || shapes.length > 0;
  if (!isOne) return undefined;
  return {
    properties: Object.assign({}, ...shapes.map(({ properties }) => properties), objectAt(own, 'properties')),
    required: [...new Set([...shapes.flatMap(({ required }) => required), ...stringsAt(own, 'required')])],
  };
}

/** The schema of an array's items; undefined where the schema describes no array. */
export function itemsOf(document: OpenApiDocument, schema: unknown): unknown {
  const own = unwrapped(document, schema);
  return typesOf(own).includes('array') || own['items'] !== undefined ? (own['items'] ?? {}) : undefined;
}

/** The values an `enum` or `const` allows; empty where any are. */
export function enumOf(document: OpenApiDocument, schema: unknown): unknown[] {
  const own = unwrapped(document, schema);
  return Object.hasOwn(own, 'const') ? [own['const']] : listAt(own, 'enum');
}

export function typesOf(schema: JsonObject): string[] {
  const type = schema['type'];
  return typeof type === 'string' ? [type] : stringsAt(schema, 'type');
}

/** Two places that mean one schema: the same reference, or equal text. */
export function isSameSchema(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

export function objectAt(parent: unknown, key: string): JsonObject {
  const value = isObject(parent) ? parent[key] : undefined;
  return isObject(value) ? value : {};
}

export function listAt(parent: unknown, key: string): unknown[] {
  const value = isObject(parent) ? parent[key] : undefined;
  return Array.isArray(value) ? value : [];
}

export function objectsAt(parent: unknown, key: string): JsonObject[] {
  return listAt(parent, key).filter(isObject);
}

export function stringsAt(parent: unknown, key: string): string[] {
  return listAt(parent, key).filter((value) => typeof value === 'string');
}

export function stringAt(parent: unknown, key: string): string | undefined {
  const value = isObject(parent) ? parent[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
