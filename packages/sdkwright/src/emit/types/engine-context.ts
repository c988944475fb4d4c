import type { OpenAPI3, transformSchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { isInt64 } from '../../model/exact-integers.ts';
import { fieldAt, isObject, objectAt, type JsonObject } from '../../model/json.ts';
import { isBlobSchema } from '../../model/media-types.ts';
import { resolveRef } from './engine.ts';

export type EngineContext = Parameters<typeof transformSchemaObject>[1]['ctx'];

type EngineDocument = JsonObject & OpenAPI3;

/** A document of its schemas alone: all the engine needs to print one of them. */
export function schemasDocument(document: JsonObject): JsonObject {
  const schemas = objectAt(objectAt(document, 'components'), 'schemas');
  return { openapi: '3.1.0', info: { title: '', version: '' }, components: { schemas } };
}

type OnProperty = (property: ts.PropertySignature, schema: unknown) => void;

/**
 * The options openapi-typescript is driven with. It need know nothing of discriminators, for the tags stand in the
 * schemas themselves: `withTags`.
 */
export function engineContext(
  document: JsonObject,
  exactInt64: boolean | undefined,
  onProperty?: OnProperty,
): EngineContext {
  const context: Omit<EngineContext, 'redoc'> = {
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
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) =>
      withOwnFields(resolveRef(isEngineDocument(document) ? document : {}, $ref, { silent: true })),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema) =>
      blobType(schema) ?? (exactInt64 && isInt64(schema) ? exactType(schema) : undefined),
    transformProperty: (property, schema) => {
      const own = exactInt64 && isInt64(schema) ? withNull(property, schema) : property;
      onProperty?.(own, schema);
      return own;
    },
  };
  return isContext(context) ? context : neverContext();
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
  const types = [schema['type'] ?? 'object'].flat();
  const others = ['oneOf', 'anyOf', 'enum', 'const', '$ref'];
  return (
    types.every((type) => type === 'object') &&
    schema['nullable'] !== true &&
    others.every((key) => schema[key] === undefined)
  );
}

/** `Blob` for a file, `Blob[]` for a list of files; undefined leaves the schema to the engine. */
export function blobType(schema: unknown): ts.TypeNode | undefined {
  const isBlob = isBlobSchema(schema);
  if (!isBlob && !isBlobSchema(fieldAt(schema, 'items'))) return undefined;
  const blob = ts.factory.createTypeReferenceNode('Blob');
  return isBlob ? blob : ts.factory.createArrayTypeNode(blob);
}

const keywords: Readonly<Record<string, ts.KeywordTypeSyntaxKind>> = {
  boolean: ts.SyntaxKind.BooleanKeyword,
  integer: ts.SyntaxKind.NumberKeyword,
  number: ts.SyntaxKind.NumberKeyword,
  string: ts.SyntaxKind.StringKeyword,
};

/** `number | bigint` and what else the schema allows; undefined leaves lists and objects to the engine. */
function exactType(schema: unknown): ts.TypeNode | undefined {
  const names = [fieldAt(schema, 'type')].flat().map(String);
  const nodes = names.map((name) => {
    const keyword = keywords[name];
    if (keyword !== undefined) return ts.factory.createKeywordTypeNode(keyword);
    return name === 'null' ? nullType() : undefined;
  });
  const all = nodes.filter((node) => node !== undefined);
  if (all.length < nodes.length) return undefined;
  return ts.factory.createUnionTypeNode([
    ...all,
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword),
  ]);
}

/** The engine forgets `nullable` where it is given the type of a property. */
function withNull(property: ts.PropertySignature, schema: unknown): ts.PropertySignature {
  if (!property.type || fieldAt(schema, 'nullable') !== true) return property;
  const { modifiers, name, questionToken, type } = property;
  const nullable = ts.factory.createUnionTypeNode([type, nullType()]);
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, nullable);
}

function nullType(): ts.TypeNode {
  return ts.factory.createLiteralTypeNode(ts.factory.createNull());
}

export function isEngineDocument(document: JsonObject): document is EngineDocument {
  return typeof document['openapi'] === 'string';
}

/** `redoc` is for the loader, which is not used: documents come from `readDocument`. */
function isContext(context: Omit<EngineContext, 'redoc'>): context is EngineContext {
  return context.silent;
}

function neverContext(): never {
  throw new TypeError('openapi-typescript was given no context');
}
