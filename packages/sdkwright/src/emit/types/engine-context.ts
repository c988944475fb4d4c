import type { GlobalContext, OpenAPI3 } from 'openapi-typescript';
import { isInt64 } from '../../model/exact-integers.ts';
import { fieldAt, isObject, objectAt, type JsonObject } from '../../model/json.ts';
import { isBlobSchema } from '../../model/media-types.ts';
import { knownValues } from '../../model/open-enums.ts';
import { isOfObjects } from './engine-schema.ts';
import { resolveRef } from './engine.ts';
import {
  intersection,
  keyword,
  nullType,
  stringType,
  typeLiteral,
  typeReference,
  union,
  type ArrayType,
  type Declaration,
  type Keyword,
  type PropertySignature,
  type TypeNode,
} from './syntax-tree.ts';

type OwnNodes = 'injectFooter' | 'postTransform' | 'transform' | 'transformProperty';

/** What the engine works with; `redoc` is for its loader, which is not used. */
export interface EngineContext extends Omit<GlobalContext, OwnNodes | 'redoc'> {
  readonly injectFooter: Declaration[];
  readonly transform: (schema: unknown) => TypeNode | undefined;
  readonly transformProperty: (property: PropertySignature, schema: unknown) => PropertySignature;
}

type EngineDocument = JsonObject & OpenAPI3;

/** A document of its schemas alone: all the engine needs to print one of them. */
export function schemasDocument(document: JsonObject): JsonObject {
  const schemas = objectAt(objectAt(document, 'components'), 'schemas');
  return { openapi: '3.1.0', info: { title: '', version: '' }, components: { schemas } };
}

type OnProperty = (property: PropertySignature, schema: unknown) => void;

/**
 * The options openapi-typescript is driven with. It need know nothing of discriminators, for the tags stand in the
 * schemas themselves: `withTags`.
 */
export function engineContext(
  document: JsonObject,
  exactInt64: boolean | undefined,
  onProperty?: OnProperty,
): EngineContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default on a request field means "may be left out"; on a response field it promises nothing.
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) =>
      withOwnFields(resolveRef(isEngineDocument(document) ? document : {}, $ref, { silent: true })),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema) =>
      blobType(schema) ??
      openEnumType(schema) ??
      (exactInt64 && isInt64(schema) ? exactType(schema) : undefined),
    transformProperty: (property, schema) => {
      const isOurs = knownValues(schema) !== undefined || (exactInt64 && isInt64(schema));
      const own = isOurs ? withNull(property, schema) : property;
      onProperty?.(own, schema);
      return own;
    },
  };
}

/**
 * The engine asks for a field by its name alone, and every object has a `constructor` that nobody gave it. What may be
 * something else than an object has no field that can be made a required one.
 */
function withOwnFields<T>(schema: T): T {
  const properties = fieldAt(schema, 'properties');
  if (!isObject(properties) || !isObject(schema)) return schema;
  const own: Record<string, unknown> = Object.create(null);
  return { ...schema, properties: isObjectAlone(schema) ? Object.assign(own, properties) : own };
}

function isObjectAlone(schema: JsonObject): boolean {
  const others = ['oneOf', 'anyOf', 'enum', 'const', '$ref'];
  return isOfObjects(schema) && others.every((key) => schema[key] === undefined);
}

/** `Blob` for a file, `Blob[]` for a list of files; undefined leaves the schema to the engine. */
export function blobType(schema: unknown): TypeNode | undefined {
  const isBlob = isBlobSchema(schema);
  if (!isBlob && !isBlobSchema(fieldAt(schema, 'items'))) return undefined;
  const list: ArrayType = { kind: 'ArrayType', elementType: typeReference('Blob') };
  return isBlob ? list.elementType : list;
}

const exactKeywords: Readonly<Record<string, Keyword>> = {
  boolean: 'BooleanKeyword',
  integer: 'NumberKeyword',
  number: 'NumberKeyword',
  string: 'StringKeyword',
};

/** `number | bigint` and what else the schema allows; undefined leaves lists and objects to the engine. */
function exactType(schema: unknown): TypeNode | undefined {
  const names = [fieldAt(schema, 'type')].flat().map(String);
  const nodes = names.map((name) => {
    const kind = exactKeywords[name];
    if (kind !== undefined) return keyword(kind);
    return name === 'null' ? nullType() : undefined;
  });
  const all = nodes.filter((node) => node !== undefined);
  return all.length < nodes.length ? undefined : union([...all, keyword('BigIntKeyword')]);
}

/** The known values, for completion, and any other text; undefined leaves other schemas to the engine. */
function openEnumType(schema: unknown): TypeNode | undefined {
  const values = knownValues(schema);
  if (!values) return undefined;
  const known = values.map(stringType);
  const isNullable = [fieldAt(schema, 'type')].flat().includes('null');
  // A union with a bare `string` would be `string`.
  const any = intersection([keyword('StringKeyword'), typeLiteral([])]);
  return union([...known, any, ...(isNullable ? [nullType()] : [])]);
}

/** The engine forgets `nullable` where it is given the type of a property. */
function withNull(property: PropertySignature, schema: unknown): PropertySignature {
  if (fieldAt(schema, 'nullable') !== true) return property;
  return { ...property, type: union([property.type, nullType()]) };
}

export function isEngineDocument(document: JsonObject): document is EngineDocument {
  return typeof document['openapi'] === 'string';
}
