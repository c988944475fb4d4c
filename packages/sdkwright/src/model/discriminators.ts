import { partsOf } from './document-parts.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, stringsIn, type JsonObject } from './json.ts';
import { dereference, pointerSegments } from './pointer.ts';

/** The values of a tag that a schema is told by, by the schema's key and the tag's name. */
type Tags = Map<string, Map<string, Set<string>>>;

/**
 * Says in each schema that a discriminator tells apart what its tag is there (OpenAPI 3.1, section 4.8.25): what
 * reads the document then needs to know nothing of discriminators, and a union narrows by its tag. A document without
 * any is given back as it is.
 */
export function withTags(document: JsonObject): JsonObject {
  const components = objectAt(document, 'components');
  const named = objectAt(components, 'schemas');
  const tags: Tags = new Map();
  collectTags(document, named, tags);
  if (tags.size === 0) return document;
  const schemas = Object.entries(named).map(([key, schema]) => [
    key,
    [...(tags.get(key) ?? [])].reduce<unknown>(
      (tagged, [property, values]) => withTag(document, tagged, property, [...values]),
      schema,
    ),
  ]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

function collectTags(document: JsonObject, named: JsonObject, tags: Tags): void {
  const heirs = heirsOf(named);
  for (const part of partsOf(document)) {
    const property = stringAt(fieldAt(part, 'discriminator'), 'propertyName');
    if (property !== undefined) tellApart(part, property, named, heirs, tags);
  }
}

/** The keys of the schemas that extend another, by the schema that they extend. */
function heirsOf(named: JsonObject): ReadonlyMap<unknown, ReadonlySet<string>> {
  const heirs = new Map<unknown, Set<string>>();
  for (const [key, schema] of Object.entries(named)) {
    for (const part of listAt(schema, 'allOf')) {
      const base = fieldAt(named, keyOf(stringAt(part, '$ref')) ?? '');
      heirs.set(base, (heirs.get(base) ?? new Set()).add(key));
    }
  }
  return heirs;
}

function tellApart(
  schema: JsonObject,
  property: string,
  named: JsonObject,
  heirs: ReadonlyMap<unknown, ReadonlySet<string>>,
  tags: Tags,
): void {
  const mapping = Object.entries(objectAt(objectAt(schema, 'discriminator'), 'mapping'));
  const mapped = mapping.flatMap(([value, target]) => {
    const key = typeof target === 'string' ? (keyOf(target) ?? target) : '';
    return Object.hasOwn(named, key) ? [[key, value] as const] : [];
  });
  const parts = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')].map((part) =>
    stringAt(part, '$ref'),
  );
  const known = new Set(mapped.map(([key]) => key));
  // What no mapping speaks of is told by its name.
  const others = [...parts.map(keyOf), ...(heirs.get(schema) ?? [])].filter(
    (key) => key !== undefined && !known.has(key),
  );
  for (const [key, value] of [...mapped, ...others.map((name) => [name ?? '', name ?? ''] as const)]) {
    const ofSchema = tags.get(key) ?? new Map<string, Set<string>>();
    tags.set(key, ofSchema.set(property, (ofSchema.get(property) ?? new Set()).add(value)));
  }
}

function keyOf(reference: string | undefined): string | undefined {
  const [root, section, key, ...further] = pointerSegments(reference ?? ' ') ?? [];
  return root === 'components' && section === 'schemas' && further.length === 0 ? key : undefined;
}

/** The schema with a tag that is one of the values; as it is, where it says otherwise already, or is no object. */
function withTag(
  document: JsonObject,
  schema: unknown,
  property: string,
  values: readonly string[],
): unknown {
  if (!isObject(schema) || fieldAt(schema, '$ref') !== undefined) return schema;
  const isUnion = fieldAt(schema, 'oneOf') !== undefined || fieldAt(schema, 'anyOf') !== undefined;
  const isObjectLike = ['properties', 'allOf'].some((key) => fieldAt(schema, key) !== undefined);
  const existing = definitionsOf(document, schema, property);
  const fits = existing.every((definition) => allows(document, definition, values));
  if (isUnion || (!isObjectLike && fieldAt(schema, 'type') !== 'object') || !fits) return schema;
  const description = stringAt(
    dereference(document, objectAt(schema, 'properties')[property]),
    'description',
  );
  const tag = { type: 'string', enum: [...values], ...(description === undefined ? {} : { description }) };
  if (fieldAt(schema, 'properties') === undefined && fieldAt(schema, 'allOf') !== undefined) {
    const own = { type: 'object', properties: { [property]: tag }, required: [property] };
    return { ...schema, allOf: [...listAt(schema, 'allOf'), own] };
  }
  return {
    ...schema,
    properties: { ...objectAt(schema, 'properties'), [property]: tag },
    required: [...new Set([...stringsIn(listAt(schema, 'required')), property])],
  };
}

/** What a schema and its `allOf` parts say of a field. */
function definitionsOf(document: JsonObject, schema: unknown, property: string, depth = 0): unknown[] {
  const target = dereference(document, schema);
  if (!target || depth > 20) return [];
  const own = fieldAt(objectAt(target, 'properties'), property);
  const parts = listAt(target, 'allOf').flatMap((part) => definitionsOf(document, part, property, depth + 1));
  return own === undefined ? parts : [own, ...parts];
}

function allows(document: JsonObject, definition: unknown, values: readonly string[]): boolean {
  const target = dereference(document, definition);
  if (!target) return true;
  const type = fieldAt(target, 'type');
  if (type !== undefined && ![type].flat().includes('string')) return false;
  const constant = fieldAt(target, 'const');
  const choices = constant === undefined ? fieldAt(target, 'enum') : [constant];
  return !Array.isArray(choices) || values.every((value) => choices.includes(value));
}
