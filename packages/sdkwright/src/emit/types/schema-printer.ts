import type { SchemaObject } from 'openapi-typescript';
import { mapParts } from '../../model/document-parts.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { engineSchema } from './engine-schema.ts';
import { pointerSegments } from '../../model/pointer.ts';
import type { NamedSchema, Schema, SdkModel } from '../../model/sdk-model.ts';
import { jsdoc, schemaDocumentation } from '../jsdoc.ts';
import { transformSchemaObject } from './engine.ts';
import { blobType, engineContext, schemasDocument } from './engine-context.ts';
import { print, printPropertyName } from './print.ts';
import {
  intersection,
  keyword,
  mapTypes,
  typeLiteral,
  typeReference,
  union,
  type IndexSignature,
  type ListType,
  type PropertySignature,
  type TypeLiteral,
  type TypeNode,
  type TypeReference,
} from './syntax-tree.ts';

/** Prints single schemas as TypeScript, `$ref`s as the names of their interfaces. */
export interface SchemaPrinter {
  /** A type expression, such as `string | null`. */
  readonly type: (schema: Schema) => string;
  /** A whole declaration: an interface for an object, an alias for anything else. */
  readonly declaration: (name: string, schema: Schema, documentation?: readonly string[]) => string;
  /** Runs `emit`, and gives the named schemas that were printed meanwhile, in the model's order. */
  readonly printedBy: <T>(emit: () => T) => [emitted: T, schemas: NamedSchema[]];
}

/** openapi-typescript writes the types; their comments and references are ours. */
export function createSchemaPrinter(model: SdkModel): SchemaPrinter {
  const documentation = new Map<PropertySignature, string>();
  const context = engineContext(schemasDocument(model.document), model.api.exactInt64, (property, schema) => {
    documentation.set(property, jsdoc(schemaDocumentation(schema, printPropertyName(property.name))).trim());
  });
  const ranks = new Map(model.schemas.map((schema, rank) => [keyOf(schema), rank]));
  let printed = new Set<number>();

  const nameOf = (key: string): string | undefined => {
    const rank = ranks.get(key);
    if (rank !== undefined) printed.add(rank);
    return rank === undefined ? undefined : model.schemas[rank]?.name;
  };
  const toNode = (given: Schema): TypeNode => {
    const schema = mapParts(given, engineSchema);
    if (!isEngineSchema(schema)) return booleanSchema(schema !== false);
    // Of the schema before, nothing is asked for again: a document's trees at once would fill the memory.
    documentation.clear();
    const node = blobType(schema) ?? transformSchemaObject(schema, { path: '', ctx: context });
    return refine(node, nameOf, documentation);
  };
  return {
    type: (schema) => print(toNode(schema)),
    declaration: (name, schema, text = schemaDocumentation(schema, name)) => {
      const node = toNode(schema);
      const isInterface = node.kind === 'TypeLiteral' && node.members.length > 0;
      const body = isInterface ? `interface ${name} ${print(node)}` : `type ${name} = ${print(node)};`;
      return `${jsdoc(text)}export ${body}\n`;
    },
    printedBy: (emit) => {
      printed = new Set();
      const emitted = emit();
      const ranksPrinted = [...printed].toSorted((left, right) => left - right);
      return [emitted, ranksPrinted.flatMap((rank) => model.schemas[rank] ?? [])];
    },
  };
}

function keyOf(schema: NamedSchema): string {
  return pointerSegments(schema.pointer)?.at(-1) ?? schema.name;
}

/** The engine wants one of its many schema types and then looks at the fields itself. */
function isEngineSchema(schema: unknown): schema is JsonObject & SchemaObject {
  return isObject(schema);
}

/** The boolean schemas of JSON Schema: `true` allows everything, `false` nothing. */
function booleanSchema(allows: boolean): TypeNode {
  return keyword(allows ? 'UnknownKeyword' : 'NeverKeyword');
}

/** Puts names for references, spells out the engine's helper types, and leaves only our comments. */
function refine(
  root: TypeNode,
  nameOf: (key: string) => string | undefined,
  documentation: ReadonlyMap<PropertySignature, string>,
): TypeNode {
  const visit = (node: TypeNode): TypeNode => {
    const reference = referencedName(node, nameOf);
    if (reference !== undefined) return typeReference(reference);
    const visited = mapTypes(node.kind === 'TypeLiteral' ? withComments(node, documentation) : node, visit);
    if (visited.kind === 'TypeReference') return spellOut(visited);
    return visited.kind === 'IntersectionType' ? withRest(visited) : visited;
  };
  return visit(root);
}

/**
 * `components["schemas"]["Task"]`, as the engine writes `#/components/schemas/Task`. It writes nothing for a name of no
 * letters.
 */
function referencedName(node: TypeNode, nameOf: (key: string) => string | undefined): string | undefined {
  if (node.kind !== 'IndexedAccessType') return undefined;
  if (isSchemas(node)) return nameOf('');
  const key = isSchemas(node.objectType) ? literalText(node.indexType) : undefined;
  return key === undefined ? undefined : nameOf(key);
}

/** `components["schemas"]`. */
function isSchemas(node: TypeNode): boolean {
  return (
    node.kind === 'IndexedAccessType' &&
    node.objectType.kind === 'TypeReference' &&
    isNamed(node.objectType, 'components')
  );
}

function isNamed({ typeName }: TypeReference, name: string): boolean {
  return typeName.kind === 'Identifier' && typeName.text === name;
}

function literalText(node: TypeNode): string | undefined {
  return node.kind === 'LiteralType' && node.literal.kind === 'StringLiteral' ? node.literal.text : undefined;
}

/** `WithRequired<T, K>` is a helper of the engine's own files; ours do not have it. */
function spellOut(node: TypeReference): TypeNode {
  const [object, keys] = node.typeArguments;
  if (!object || !keys || !isNamed(node, 'WithRequired')) return node;
  return intersection([object, typeReference('Required', [typeReference('Pick', [object, keys])])]);
}

/**
 * Fields and "all others are of this type" side by side. The engine writes an intersection, of which there is no value
 * where a named field has another type; in one object the type of the others has to allow the named ones as well.
 */
function withRest(node: ListType): TypeNode {
  const members = node.types.flatMap((type) => (type.kind === 'TypeLiteral' ? type.members : []));
  const index = members.find((member): member is IndexSignature => member.kind === 'IndexSignature');
  const named = withoutTwins(members.filter((member) => member.kind === 'PropertySignature'));
  if (!index || index.type.kind === 'UnknownKeyword') return node;
  const before = distinct([index.type]);
  const together = distinct([index.type, ...named.map(({ type }) => type)]);
  if (together.length === before.length) return node;
  const isOptional = named.some(({ questionToken }) => questionToken);
  const missing = isOptional ? [keyword('UndefinedKeyword')] : [];
  const object = typeLiteral([...named, { ...index, type: union([...together, ...missing]) }]);
  const others = node.types.filter((type) => type.kind !== 'TypeLiteral');
  return others.length === 0 ? object : intersection([...others, object]);
}

/** A field that several parts have must hold all that they say of it. */
function withoutTwins(fields: readonly PropertySignature[]): PropertySignature[] {
  const byName = new Map<string, PropertySignature>();
  for (const field of fields) {
    const name = printPropertyName(field.name);
    const twin = byName.get(name);
    byName.set(name, twin ? both(twin, field) : field);
  }
  return [...byName.values()];
}

function both(field: PropertySignature, twin: PropertySignature): PropertySignature {
  const isSame = print(field.type) === print(twin.type);
  return {
    ...field,
    questionToken: field.questionToken && twin.questionToken,
    type: isSame ? field.type : intersection([field.type, twin.type]),
  };
}

/** Without those that are printed alike; comments are for the field itself. */
function distinct(types: readonly TypeNode[]): TypeNode[] {
  const flat = types.flatMap((type) => (type.kind === 'UnionType' ? type.types : type));
  return [...new Map(flat.map((type) => [print(type), type])).values()];
}

function withComments(
  { members }: TypeLiteral,
  documentation: ReadonlyMap<PropertySignature, string>,
): TypeLiteral {
  return typeLiteral(
    members.map((member) => {
      if (member.kind !== 'PropertySignature') return member;
      const comment = documentation.get(member) ?? '';
      return { ...member, comments: comment === '' ? [] : [comment] };
    }),
  );
}
