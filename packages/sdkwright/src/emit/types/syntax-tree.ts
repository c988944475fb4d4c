/**
 * The part of TypeScript's syntax that openapi-typescript writes types in, named as TypeScript names it. The compiler's
 * own tree brings nine megabytes along, a quarter of the time that a document of a hundred operations takes.
 */
export type Node = TypeNode | TypeElement | Declaration | LiteralNode | QualifiedName | Parameter;

export type TypeNode =
  | Identifier
  | KeywordType
  | LiteralType
  | TypeReference
  | ArrayType
  | TupleType
  | ListType
  | IndexedAccessType
  | TypeLiteral;

export type TypeElement = PropertySignature | IndexSignature;

export type Declaration = InterfaceDeclaration | TypeAliasDeclaration | SourceText;

/** A word of the language that is a type, a value, a modifier or a mark. */
export type Keyword = keyof typeof keywords;

export const keywords = {
  BigIntKeyword: 'bigint',
  BooleanKeyword: 'boolean',
  ExportKeyword: 'export',
  FalseKeyword: 'false',
  MinusToken: '-',
  NeverKeyword: 'never',
  NullKeyword: 'null',
  NumberKeyword: 'number',
  QuestionToken: '?',
  ReadonlyKeyword: 'readonly',
  StringKeyword: 'string',
  TrueKeyword: 'true',
  UndefinedKeyword: 'undefined',
  UnknownKeyword: 'unknown',
} as const;

export interface KeywordType {
  readonly kind: Keyword;
}

/** A name; as a type, any text: the engine has no other node for the text of an enum's value. */
export interface Identifier {
  readonly kind: 'Identifier';
  readonly text: string;
  readonly escapedText: string;
}

export interface StringLiteral {
  readonly kind: 'StringLiteral';
  readonly text: string;
}

export interface NumericLiteral {
  readonly kind: 'NumericLiteral';
  readonly text: string;
}

/** A negative number. */
export interface PrefixUnaryExpression {
  readonly kind: 'PrefixUnaryExpression';
  readonly operator: Keyword;
  readonly operand: NumericLiteral;
}

export type LiteralNode = StringLiteral | NumericLiteral | PrefixUnaryExpression | KeywordType;

export interface LiteralType {
  readonly kind: 'LiteralType';
  readonly literal: LiteralNode;
}

/** `types.Task`. */
export interface QualifiedName {
  readonly kind: 'QualifiedName';
  readonly left: Identifier;
  readonly right: Identifier;
}

export interface TypeReference {
  readonly kind: 'TypeReference';
  readonly typeName: Identifier | QualifiedName;
  readonly typeArguments: readonly TypeNode[];
}

export interface ArrayType {
  readonly kind: 'ArrayType';
  readonly elementType: TypeNode;
}

export interface TupleType {
  readonly kind: 'TupleType';
  readonly elements: readonly TypeNode[];
}

export interface ListType {
  readonly kind: 'UnionType' | 'IntersectionType';
  readonly types: readonly TypeNode[];
}

export interface IndexedAccessType {
  readonly kind: 'IndexedAccessType';
  readonly objectType: TypeNode;
  readonly indexType: TypeNode;
}

export interface TypeLiteral {
  readonly kind: 'TypeLiteral';
  readonly members: readonly TypeElement[];
}

export type PropertyName = Identifier | StringLiteral | NumericLiteral;

export interface PropertySignature {
  readonly kind: 'PropertySignature';
  readonly modifiers: readonly KeywordType[];
  readonly name: PropertyName;
  readonly questionToken: KeywordType | undefined;
  readonly type: TypeNode;
  /** Whole comments, each with its marks. */
  comments: readonly string[];
}

export interface Parameter {
  readonly kind: 'Parameter';
  readonly name: Identifier;
  readonly type: TypeNode;
}

/** `[key: string]: Task`. */
export interface IndexSignature {
  readonly kind: 'IndexSignature';
  readonly modifiers: readonly KeywordType[];
  readonly parameters: readonly Parameter[];
  readonly type: TypeNode;
}

export interface InterfaceDeclaration {
  readonly kind: 'InterfaceDeclaration';
  readonly modifiers: readonly KeywordType[];
  readonly name: Identifier;
  /** The engine adds to the interface of all operations. */
  members: readonly TypeElement[];
}

export interface TypeAliasDeclaration {
  readonly kind: 'TypeAliasDeclaration';
  readonly modifiers: readonly KeywordType[];
  readonly name: Identifier;
  readonly type: TypeNode;
}

/** A type alias that the engine has as text. */
export interface SourceText {
  readonly kind: 'SourceText';
  readonly name: Identifier;
  readonly text: string;
}

export function isKeyword(node: Node): node is KeywordType {
  return node.kind in keywords;
}

export function keyword(kind: Keyword): KeywordType {
  return { kind };
}

export function nullType(): LiteralType {
  return { kind: 'LiteralType', literal: keyword('NullKeyword') };
}

export function stringType(text: string): LiteralType {
  return { kind: 'LiteralType', literal: { kind: 'StringLiteral', text } };
}

export function identifier(text: string): Identifier {
  return { kind: 'Identifier', text, escapedText: text };
}

export function typeReference(
  typeName: string | TypeReference['typeName'],
  typeArguments: readonly TypeNode[] = [],
): TypeReference {
  return {
    kind: 'TypeReference',
    typeName: typeof typeName === 'string' ? identifier(typeName) : typeName,
    typeArguments,
  };
}

export function union(types: readonly TypeNode[]): ListType {
  return { kind: 'UnionType', types };
}

export function intersection(types: readonly TypeNode[]): ListType {
  return { kind: 'IntersectionType', types };
}

export function typeLiteral(members: readonly TypeElement[]): TypeLiteral {
  return { kind: 'TypeLiteral', members };
}

/** The type with others in place of those directly in it. */
export function mapTypes(node: TypeNode, map: (type: TypeNode) => TypeNode): TypeNode {
  if (isKeyword(node)) return node;
  switch (node.kind) {
    case 'Identifier':
    case 'LiteralType':
      return node;
    case 'TypeReference':
      return { ...node, typeArguments: node.typeArguments.map(map) };
    case 'ArrayType':
      return { ...node, elementType: map(node.elementType) };
    case 'TupleType':
      return { ...node, elements: node.elements.map(map) };
    case 'UnionType':
    case 'IntersectionType':
      return { ...node, types: node.types.map(map) };
    case 'IndexedAccessType':
      return { ...node, objectType: map(node.objectType), indexType: map(node.indexType) };
    case 'TypeLiteral':
      return typeLiteral(node.members.map((member) => ({ ...member, type: map(member.type) })));
  }
}
