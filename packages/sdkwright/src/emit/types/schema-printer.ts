import type { SchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { isObject, type JsonObject } from '../../model/json.ts';
import { pointerSegments } from '../../model/pointer.ts';
import type { NamedSchema, Schema, SdkModel } from '../../model/sdk-model.ts';
import { jsdoc, schemaDocumentation } from '../jsdoc.ts';
import { transformSchemaObject } from './engine.ts';
import { blobType, engineContext, schemasDocument } from './engine-context.ts';
import { print } from './print.ts';

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
  const documentation = new Map<ts.Node, string>();
  const context = engineContext(schemasDocument(model.document), model.api.exactInt64, (property, schema) => {
    documentation.set(property, jsdoc(schemaDocumentation(schema)));
  });
  const ranks = new Map(model.schemas.map((schema, rank) => [keyOf(schema), rank]));
  let printed = new Set<number>();

  const nameOf = (key: string): string | undefined => {
    const rank = ranks.get(key);
    if (rank !== undefined) printed.add(rank);
    return rank === undefined ? undefined : model.schemas[rank]?.name;
  };
  const toNode = (schema: Schema): ts.TypeNode => {
    if (typeof schema === 'boolean' || !isEngineSchema(schema)) return keyword(schema !== false);
    // Of the schema before, nothing is asked for again: a document's trees at once would fill the memory.
    documentation.clear();
    const node = blobType(schema) ?? transformSchemaObject(schema, { path: '', ctx: context });
    return ts.visitNode(node, (visited) => refine(visited, nameOf, documentation), ts.isTypeNode);
  };
  return {
    type: (schema) => print(toNode(schema)),
    declaration: (name, schema, text = schemaDocumentation(schema)) => {
      const node = toNode(schema);
      const isInterface = ts.isTypeLiteralNode(node) && node.members.length > 0;
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
function isEngineSchema(schema: JsonObject): schema is JsonObject & SchemaObject {
  return isObject(schema);
}

/** The boolean schemas of JSON Schema: `true` allows everything, `false` nothing. */
function keyword(allows: boolean): ts.TypeNode {
  return ts.factory.createKeywordTypeNode(allows ? ts.SyntaxKind.UnknownKeyword : ts.SyntaxKind.NeverKeyword);
}

/** Puts names for references, spells out the engine's helper types, and leaves only our comments. */
function refine(
  root: ts.TypeNode,
  nameOf: (key: string) => string | undefined,
  documentation: ReadonlyMap<ts.Node, string>,
): ts.TypeNode {
  const visit = (node: ts.Node): ts.Node => {
    const reference = referencedName(node, nameOf);
    if (reference !== undefined) return ts.factory.createTypeReferenceNode(reference);
    const visited = ts.visitEachChild(node, visit, undefined);
    if (ts.isTypeReferenceNode(visited)) return spellOut(visited);
    if (ts.isIntersectionTypeNode(visited)) return withRest(visited);
    return ts.isPropertySignature(visited) ? withComment(visited, documentation.get(node) ?? '') : visited;
  };
  return ts.visitNode(root, visit, ts.isTypeNode);
}

/**
 * `components["schemas"]["Task"]`, as the engine writes `#/components/schemas/Task`. It writes nothing for a name of no
 * letters.
 */
function referencedName(node: ts.Node, nameOf: (key: string) => string | undefined): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  if (isSchemas(node)) return nameOf('');
  const key = isSchemas(node.objectType) ? literalText(node.indexType) : undefined;
  return key === undefined ? undefined : nameOf(key);
}

/** `components["schemas"]`. */
function isSchemas(node: ts.TypeNode): boolean {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isTypeReferenceNode(node.objectType)) return false;
  const { typeName } = node.objectType;
  return ts.isIdentifier(typeName) && typeName.text === 'components';
}

function literalText(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

/** `WithRequired<T, K>` is a helper of the engine's own files; ours do not have it. */
function spellOut(node: ts.TypeReferenceNode): ts.TypeNode {
  const [object, keys] = node.typeArguments ?? [];
  if (!object || !keys || !ts.isIdentifier(node.typeName) || node.typeName.text !== 'WithRequired')
    return node;
  const picked = ts.factory.createTypeReferenceNode('Pick', [object, keys]);
  return ts.factory.createIntersectionTypeNode([
    object,
    ts.factory.createTypeReferenceNode('Required', [picked]),
  ]);
}

/**
 * Fields and "all others are of this type" side by side. The engine writes an intersection, of which there is no value
 * where a named field has another type; in one object the type of the others has to allow the named ones as well.
 */
function withRest(node: ts.IntersectionTypeNode): ts.TypeNode {
  const literals = node.types.filter(ts.isTypeLiteralNode);
  const index = literals.flatMap(({ members }) => [...members].filter(ts.isIndexSignatureDeclaration))[0];
  const named = withoutTwins(literals.flatMap(({ members }) => [...members].filter(ts.isPropertySignature)));
  if (!index || index.type.kind === ts.SyntaxKind.UnknownKeyword) return node;
  const before = distinct([index.type]);
  const together = distinct([index.type, ...named.flatMap(({ type }) => type ?? [])]);
  if (together.length === before.length) return node;
  const missing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const isOptional = named.some(({ questionToken }) => questionToken);
  const rest = ts.factory.updateIndexSignature(
    index,
    index.modifiers,
    index.parameters,
    ts.factory.createUnionTypeNode([...together, ...(isOptional ? [missing] : [])]),
  );
  const object = ts.factory.createTypeLiteralNode([...named, rest]);
  const others = node.types.filter((type) => !ts.isTypeLiteralNode(type));
  return others.length === 0 ? object : ts.factory.createIntersectionTypeNode([...others, object]);
}

/** A field that several parts have must hold all that they say of it. */
function withoutTwins(fields: readonly ts.PropertySignature[]): ts.PropertySignature[] {
  const byName = new Map<string, ts.PropertySignature>();
  for (const field of fields) {
    const name = print(field.name);
    const twin = byName.get(name);
    byName.set(name, twin ? both(twin, field) : field);
  }
  return [...byName.values()];
}

function both(field: ts.PropertySignature, twin: ts.PropertySignature): ts.PropertySignature {
  const types = [field.type, twin.type].filter((type) => type !== undefined);
  const isSame = new Set(types.map(print)).size < 2;
  const merged = ts.factory.updatePropertySignature(
    field,
    field.modifiers,
    field.name,
    field.questionToken && twin.questionToken,
    isSame ? field.type : ts.factory.createIntersectionTypeNode(types),
  );
  return ts.setSyntheticLeadingComments(merged, ts.getSyntheticLeadingComments(field));
}

/** Without those that are printed alike; comments are for the field itself. */
function distinct(types: readonly ts.TypeNode[]): ts.TypeNode[] {
  const flat = types.flatMap((type) => (ts.isUnionTypeNode(type) ? [...type.types] : [type]));
  return [...new Map(flat.map((type) => [print(type), type])).values()];
}

function withComment(node: ts.PropertySignature, comment: string): ts.PropertySignature {
  const body = comment.trim().replace(/^\/\*/, '').replace(/\*\/$/, '');
  const comments = {
    kind: ts.SyntaxKind.MultiLineCommentTrivia,
    text: body,
    hasTrailingNewLine: true,
    pos: -1,
    end: -1,
  } as const;
  return ts.setSyntheticLeadingComments(node, comment === '' ? undefined : [comments]);
}
