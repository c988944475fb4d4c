import { stringLiteral } from '../literal.ts';
import {
  isKeyword,
  keywords,
  type Declaration,
  type Identifier,
  type KeywordType,
  type LiteralNode,
  type PropertyName,
  type QualifiedName,
  type TypeElement,
  type TypeNode,
} from './syntax-tree.ts';

/** The source text of a declaration, comments included, not yet formatted. */
export function printDeclaration(node: Declaration): string {
  switch (node.kind) {
    case 'SourceText':
      return node.text;
    case 'TypeAliasDeclaration':
      return `${printModifiers(node.modifiers)}type ${node.name.text} = ${print(node.type)};`;
    case 'InterfaceDeclaration':
      return `${printModifiers(node.modifiers)}interface ${node.name.text} ${printMembers(node.members)}`;
  }
}

/** The source text of a type, comments included, not yet formatted. */
export function print(node: TypeNode): string {
  if (isKeyword(node)) return keywords[node.kind];
  switch (node.kind) {
    case 'Identifier':
      return node.text;
    case 'LiteralType':
      return printLiteral(node.literal);
    case 'TypeReference':
      return `${printName(node.typeName)}${printArguments(node.typeArguments)}`;
    case 'ArrayType':
      return `${printOperand(node.elementType)}[]`;
    case 'TupleType':
      return `[${node.elements.map(print).join(', ')}]`;
    case 'UnionType':
      return node.types.map(printOperand).join(' | ');
    case 'IntersectionType':
      return node.types.map(printOperand).join(' & ');
    case 'IndexedAccessType':
      return `${printOperand(node.objectType)}[${print(node.indexType)}]`;
    case 'TypeLiteral':
      return printMembers(node.members);
  }
}

/** The text of a property's name, as it stands before its colon. */
export function printPropertyName(name: PropertyName): string {
  return name.kind === 'StringLiteral' ? stringLiteral(name.text) : name.text;
}

/** Types that bind less tightly than what is around them. */
function printOperand(node: TypeNode): string {
  return node.kind === 'UnionType' || node.kind === 'IntersectionType' ? `(${print(node)})` : print(node);
}

function printLiteral(node: LiteralNode): string {
  if (isKeyword(node)) return keywords[node.kind];
  switch (node.kind) {
    case 'StringLiteral':
      return stringLiteral(node.text);
    case 'NumericLiteral':
      return node.text;
    case 'PrefixUnaryExpression':
      return `${keywords[node.operator]}${node.operand.text}`;
  }
}

function printName(name: Identifier | QualifiedName): string {
  return name.kind === 'Identifier' ? name.text : `${name.left.text}.${name.right.text}`;
}

function printArguments(types: readonly TypeNode[]): string {
  return types.length === 0 ? '' : `<${types.map(print).join(', ')}>`;
}

/** Each on a line of its own, by which the formatter knows that they are to stay apart. */
function printMembers(members: readonly TypeElement[]): string {
  return members.length === 0 ? '{}' : `{\n${members.map(printMember).join('\n')}\n}`;
}

function printMember(node: TypeElement): string {
  const modifiers = printModifiers(node.modifiers);
  if (node.kind === 'IndexSignature') {
    const parameters = node.parameters.map(({ name, type }) => `${name.text}: ${print(type)}`);
    return `${modifiers}[${parameters.join(', ')}]: ${print(node.type)};`;
  }
  const comments = node.comments.map((comment) => `${comment}\n`).join('');
  const name = `${printPropertyName(node.name)}${node.questionToken ? '?' : ''}`;
  return `${comments}${modifiers}${name}: ${print(node.type)};`;
}

function printModifiers(modifiers: readonly KeywordType[]): string {
  return modifiers.map(({ kind }) => `${keywords[kind]} `).join('');
}
