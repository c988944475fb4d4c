import { commentText } from '../literal.ts';
import {
  identifier,
  intersection,
  keyword,
  keywords,
  typeLiteral,
  typeReference,
  union,
  type Identifier,
  type IndexSignature,
  type InterfaceDeclaration,
  type Keyword,
  type KeywordType,
  type LiteralNode,
  type LiteralType,
  type Node,
  type NumericLiteral,
  type Parameter,
  type PropertyName,
  type PropertySignature,
  type SourceText,
  type TypeAliasDeclaration,
  type TypeElement,
  type TypeNode,
} from './syntax-tree.ts';

/**
 * What openapi-typescript imports as `typescript`: of the compiler's functions those that it calls with the options of
 * `engineContext`, each with the parameters it has there, making the nodes of `syntax-tree.ts`.
 */
const typescript: Readonly<Record<string, unknown>> = {
  factory: {
    createArrayTypeNode: (elementType: TypeNode): TypeNode => ({ kind: 'ArrayType', elementType }),
    createFalse: (): KeywordType => keyword('FalseKeyword'),
    createIdentifier: identifier,
    createIndexSignature,
    createIndexedAccessTypeNode,
    createInterfaceDeclaration,
    createIntersectionTypeNode: intersection,
    createKeywordTypeNode: keyword,
    createLiteralTypeNode: (literal: LiteralNode): LiteralType => ({ kind: 'LiteralType', literal }),
    createModifier: keyword,
    createNodeArray: (nodes: readonly Node[]): readonly Node[] => nodes,
    createNull: (): KeywordType => keyword('NullKeyword'),
    createNumericLiteral,
    createParameterDeclaration,
    createPrefixUnaryExpression,
    createPropertySignature,
    createStringLiteral: (text: string): LiteralNode => ({ kind: 'StringLiteral', text }),
    createToken: keyword,
    createTrue: (): KeywordType => keyword('TrueKeyword'),
    createTupleTypeNode: (elements: readonly TypeNode[]): TypeNode => ({ kind: 'TupleType', elements }),
    createTypeAliasDeclaration,
    createTypeLiteralNode: typeLiteral,
    createTypeReferenceNode: typeReference,
    createUnionTypeNode: union,
  },
  SyntaxKind: {
    ...Object.fromEntries(Object.keys(keywords).map((kind) => [kind, kind])),
    MultiLineCommentTrivia: 'MultiLineCommentTrivia',
  },
  ScriptTarget: { ESNext: 'ESNext' },
  addSyntheticLeadingComment,
  createSourceFile,
  isArrayTypeNode: ({ kind }: Node): boolean => kind === 'ArrayType',
  isInterfaceDeclaration: ({ kind }: Node): boolean => kind === 'InterfaceDeclaration',
  isTupleTypeNode: ({ kind }: Node): boolean => kind === 'TupleType',
  isTypeAliasDeclaration: ({ kind }: Node): boolean =>
    kind === 'TypeAliasDeclaration' || kind === 'SourceText',
  isTypeNode: ({ kind }: Node): boolean => kind !== 'Identifier' && !kind.endsWith('Declaration'),
};

export default typescript;

type Modifiers = readonly KeywordType[] | undefined;

function createNumericLiteral(value: string | number): NumericLiteral {
  return { kind: 'NumericLiteral', text: String(value) };
}

function createPrefixUnaryExpression(operator: Keyword, operand: NumericLiteral): LiteralNode {
  return { kind: 'PrefixUnaryExpression', operator, operand };
}

function createIndexedAccessTypeNode(objectType: TypeNode, indexType: TypeNode): TypeNode {
  return { kind: 'IndexedAccessType', objectType, indexType };
}

function createPropertySignature(
  modifiers: Modifiers,
  name: PropertyName,
  questionToken: KeywordType | undefined,
  type: TypeNode,
): PropertySignature {
  return { kind: 'PropertySignature', modifiers: modifiers ?? [], name, questionToken, type, comments: [] };
}

function createParameterDeclaration(
  _modifiers: Modifiers,
  _dotDotDotToken: undefined,
  name: Identifier,
  _questionToken: undefined,
  type: TypeNode,
): Parameter {
  return { kind: 'Parameter', name, type };
}

function createIndexSignature(
  modifiers: Modifiers,
  parameters: readonly Parameter[],
  type: TypeNode,
): IndexSignature {
  return { kind: 'IndexSignature', modifiers: modifiers ?? [], parameters, type };
}

function createTypeAliasDeclaration(
  modifiers: Modifiers,
  name: string,
  _typeParameters: undefined,
  type: TypeNode,
): TypeAliasDeclaration {
  return { kind: 'TypeAliasDeclaration', modifiers: modifiers ?? [], name: identifier(name), type };
}

function createInterfaceDeclaration(
  modifiers: Modifiers,
  name: string | Identifier,
  _typeParameters: undefined,
  _heritageClauses: undefined,
  members: readonly TypeElement[],
): InterfaceDeclaration {
  return {
    kind: 'InterfaceDeclaration',
    modifiers: modifiers ?? [],
    name: typeof name === 'string' ? identifier(name) : name,
    members,
  };
}

function addSyntheticLeadingComment(node: PropertySignature, _kind: string, text: string): void {
  node.comments = [...node.comments, `/*${commentText(text)} */`];
}

/** The engine has its one helper type, `WithRequired`, as text. */
function createSourceFile(_fileName: string, text: string): { statements: SourceText[] } {
  const name = /^type (\w+)/.exec(text)?.[1];
  if (name === undefined)
    throw new TypeError(`openapi-typescript parsed something else than a type: ${text}`);
  return { statements: [{ kind: 'SourceText', name: identifier(name), text }] };
}
