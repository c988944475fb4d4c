import fc, { type Arbitrary } from 'fast-check';
import { format } from 'oxfmt';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { print } from '../../src/emit/types/print.ts';
import {
  identifier,
  isKeyword,
  keyword,
  nullType,
  typeReference,
  type KeywordType,
  type ListType,
  type LiteralNode,
  type Parameter,
  type PropertyName,
  type TypeElement,
  type TypeNode,
} from '../../src/emit/types/syntax-tree.ts';

const keywordTypes = ['StringKeyword', 'NumberKeyword', 'UnknownKeyword', 'NeverKeyword'] as const;
const text = fc.string({ maxLength: 5 });
const name: Arbitrary<PropertyName> = fc.oneof(
  fc.constantFrom('id', '$ref', '__proto__', 'delete').map(identifier),
  text.map((it) => ({ kind: 'StringLiteral', text: it }) as const),
  fc.nat().map((it) => ({ kind: 'NumericLiteral', text: String(it) }) as const),
);
const number = fc.nat().map((it) => ({ kind: 'NumericLiteral', text: String(it) }) as const);
const literal: Arbitrary<LiteralNode> = fc.oneof(
  text.map((it) => ({ kind: 'StringLiteral', text: it }) as const),
  number,
  number.map((operand) => ({ kind: 'PrefixUnaryExpression', operator: 'MinusToken', operand }) as const),
  fc.constantFrom('TrueKeyword', 'FalseKeyword').map(keyword),
);

const key: Parameter = { kind: 'Parameter', name: identifier('key'), type: keyword('StringKeyword') };

const { type } = fc.letrec<{ type: TypeNode; member: TypeElement }>((tie) => {
  const types = fc.array(tie('type'), { minLength: 2, maxLength: 3 });
  const list = (kind: ListType['kind']): Arbitrary<ListType> => types.map((it) => ({ kind, types: it }));
  const modifiers = fc.constantFrom([], [keyword('ReadonlyKeyword')]);
  return {
    type: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...keywordTypes).map(keyword),
      fc.constant(nullType()),
      literal.map((it): TypeNode => ({ kind: 'LiteralType', literal: it })),
      fc.constantFrom('Task', 'Record').map((it) => typeReference(it)),
      types.map((it) => typeReference('Record', it)),
      tie('type').map((elementType): TypeNode => ({ kind: 'ArrayType', elementType })),
      fc.array(tie('type'), { maxLength: 3 }).map((elements): TypeNode => ({ kind: 'TupleType', elements })),
      list('UnionType'),
      list('IntersectionType'),
      fc
        .record({ objectType: tie('type'), indexType: tie('type') })
        .map((it): TypeNode => ({ kind: 'IndexedAccessType', ...it })),
      fc
        .array(tie('member'), { maxLength: 3 })
        .map((members): TypeNode => ({ kind: 'TypeLiteral', members })),
    ),
    member: fc.oneof(
      fc
        .record({
          modifiers,
          name,
          questionToken: fc.constantFrom(keyword('QuestionToken'), undefined),
          type: tie('type'),
          comments: fc.constantFrom([], ['/** One. */'], ['/**\n * More\n * than one.\n */']),
        })
        .map((it): TypeElement => ({ kind: 'PropertySignature', ...it })),
      fc
        .record({ modifiers, parameters: fc.constant([key]), type: tie('type') })
        .map((it): TypeElement => ({ kind: 'IndexSignature', ...it })),
    ),
  };
});

test('a type reads as TypeScript itself prints it, once both are formatted', async () => {
  await fc.assert(
    fc.asyncProperty(type, async (node) => {
      expect(await formatted(print(node))).toBe(await formatted(printedByCompiler(node)));
    }),
    { numRuns: 300 },
  );
});

async function formatted(printed: string): Promise<string> {
  const { code, errors } = await format('type.ts', `type T = ${printed};`, { singleQuote: true });
  expect(errors).toEqual([]);
  return code;
}

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile('type.ts', '', ts.ScriptTarget.ESNext);

function printedByCompiler(node: TypeNode): string {
  return printer.printNode(ts.EmitHint.Unspecified, compilerType(node), file);
}

function compilerType(node: TypeNode): ts.TypeNode {
  const { factory } = ts;
  if (isKeyword(node)) return compilerKeyword(node);
  switch (node.kind) {
    case 'LiteralType':
      return factory.createLiteralTypeNode(compilerLiteral(node.literal));
    case 'TypeReference':
      if (node.typeName.kind !== 'Identifier') throw new TypeError('no such name is made here');
      return factory.createTypeReferenceNode(node.typeName.text, node.typeArguments.map(compilerType));
    case 'ArrayType':
      return factory.createArrayTypeNode(compilerType(node.elementType));
    case 'TupleType':
      return factory.createTupleTypeNode(node.elements.map(compilerType));
    case 'UnionType':
      return factory.createUnionTypeNode(node.types.map(compilerType));
    case 'IntersectionType':
      return factory.createIntersectionTypeNode(node.types.map(compilerType));
    case 'IndexedAccessType':
      return factory.createIndexedAccessTypeNode(compilerType(node.objectType), compilerType(node.indexType));
    case 'TypeLiteral':
      return factory.createTypeLiteralNode(node.members.map(compilerMember));
    case 'Identifier':
      throw new TypeError('no such type is made here');
  }
}

function compilerKeyword({ kind }: KeywordType): ts.TypeNode {
  const known = keywordTypes.find((it) => it === kind);
  if (known === undefined) throw new TypeError(`no ${kind} is made here`);
  return ts.factory.createKeywordTypeNode(ts.SyntaxKind[known]);
}

function compilerLiteral(node: LiteralNode): ts.LiteralTypeNode['literal'] {
  const { factory } = ts;
  if (isKeyword(node)) return wordLiteral(node);
  switch (node.kind) {
    case 'StringLiteral':
      return factory.createStringLiteral(node.text);
    case 'NumericLiteral':
      return factory.createNumericLiteral(node.text);
    case 'PrefixUnaryExpression':
      return factory.createPrefixUnaryExpression(
        ts.SyntaxKind.MinusToken,
        factory.createNumericLiteral(node.operand.text),
      );
  }
}

function wordLiteral({ kind }: KeywordType): ts.LiteralTypeNode['literal'] {
  if (kind === 'NullKeyword') return ts.factory.createNull();
  return kind === 'TrueKeyword' ? ts.factory.createTrue() : ts.factory.createFalse();
}

function compilerMember(node: TypeElement): ts.TypeElement {
  const { factory } = ts;
  const modifiers = node.modifiers.map(() => factory.createModifier(ts.SyntaxKind.ReadonlyKeyword));
  if (node.kind === 'IndexSignature') {
    const key = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    const parameters = node.parameters.map((parameter) =>
      factory.createParameterDeclaration(undefined, undefined, parameter.name.text, undefined, key),
    );
    return factory.createIndexSignature(modifiers, parameters, compilerType(node.type));
  }
  const mark = node.questionToken && factory.createToken(ts.SyntaxKind.QuestionToken);
  const member = factory.createPropertySignature(
    modifiers,
    compilerName(node.name),
    mark,
    compilerType(node.type),
  );
  for (const comment of node.comments) {
    const body = comment.slice('/*'.length, -'*/'.length);
    ts.addSyntheticLeadingComment(member, ts.SyntaxKind.MultiLineCommentTrivia, body, true);
  }
  return member;
}

function compilerName(node: PropertyName): ts.PropertyName {
  const { factory } = ts;
  if (node.kind === 'Identifier') return factory.createIdentifier(node.text);
  return node.kind === 'StringLiteral'
    ? factory.createStringLiteral(node.text)
    : factory.createNumericLiteral(node.text);
}
